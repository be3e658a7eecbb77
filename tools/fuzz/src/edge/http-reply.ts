/** Reads HTTP/1.1 replies out of bytes, as strictly as the edge writes them: no folding, no chunks, no surprises. */
export interface HttpReply {
  readonly status: number;
  /** Names in lower case, in the order they came; a name that comes twice is refused before this. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** `more`: not all of it is there yet. */
export type Reading =
  { readonly reply: HttpReply; readonly rest: Buffer } | 'more' | { readonly problem: string };

const HEAD_END = Buffer.from('\r\n\r\n');
const NO_CHUNKS = Buffer.from('0\r\n\r\n');
const MOST_HEAD = 4_096;
const MOST_BODY = 8 * 1024 * 1024;

/** `bodiless`: the reply to a HEAD request, whose length is announced and not sent. Interim replies (1xx) are read as well. */
export const readReply = (bytes: Buffer, bodiless: boolean): Reading => {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return bytes.length > MOST_HEAD ? { problem: 'a reply with an endless head' } : 'more';
  const [first = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const status = Number(/^HTTP\/1\.1 ([1-5][0-9]{2}) [A-Za-z -]*$/.exec(first)?.[1]);
  if (Number.isNaN(status)) return { problem: 'a reply without a status line' };
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([A-Za-z-]+): (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined || headers.has(name.toLowerCase()))
      return { problem: `a reply with a strange header line` };
    headers.set(name.toLowerCase(), value);
  }
  if (headers.has('transfer-encoding')) return readEmptyChunks({ status, headers, body: '' }, bytes, headEnd);
  const length = Number(headers.get('content-length') ?? 0);
  if (!Number.isSafeInteger(length) || length < 0 || length > MOST_BODY)
    return { problem: 'a reply of an impossible length' };
  const start = headEnd + HEAD_END.length;
  const end = bodiless ? start : start + length;
  if (bytes.length < end) return 'more';
  return {
    reply: { status, headers, body: bytes.toString('utf8', start, end) },
    rest: bytes.subarray(end),
  };
};

/** Node sends some of its own empty replies as chunks, of which there are none. */
const readEmptyChunks = (reply: HttpReply, bytes: Buffer, headEnd: number): Reading => {
  const start = headEnd + HEAD_END.length;
  const body = bytes.subarray(start, start + NO_CHUNKS.length);
  if (body.equals(NO_CHUNKS)) return { reply, rest: bytes.subarray(start + NO_CHUNKS.length) };
  return NO_CHUNKS.subarray(0, body.length).equals(body) ? 'more' : { problem: 'a reply in chunks' };
};
