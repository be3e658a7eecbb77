/**
 * Bytes to lines of text, exactly: a line ends at a newline and nowhere else, and bytes that are not UTF-8 are told as
 * such instead of being replaced. A text that does not end with a newline was cut.
 */
export type TextLine =
  { readonly is: 'line'; readonly text: string } | { readonly is: 'unreadable' | 'too long' | 'unfinished' };

const NEWLINE = 0x0a;

export async function* textLines(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<TextLine, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, end));
      if (size + end - from > maxBytes) return yield { is: 'too long' };
      yield decoded(parts);
      from = end + 1;
      parts = [];
      size = 0;
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > maxBytes) return yield { is: 'too long' };
  }
  if (size > 0) yield { is: 'unfinished' };

  function decoded(line: readonly Uint8Array[]): TextLine {
    try {
      return { is: 'line', text: decoder.decode(line.length === 1 ? line[0] : Buffer.concat(line)) };
    } catch {
      return { is: 'unreadable' };
    }
  }
}
