/**
 * One HTTPS request, whose reply is whole or an error: certificate verified, no redirect followed, no compression, a
 * bounded number of bytes, one time limit for all of it. The connection is not kept.
 */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { TlsSettings } from './remote-settings';
import { MAX_TEXT_BYTES } from './secret-file';
import { SecretError } from './secret-error';

export interface HttpsRequest {
  readonly url: string;
  /** What the operator calls it: stands before every message. */
  readonly name: string;
  readonly tls: TlsSettings;
  /** Room for a name lookup, a handshake and a reply; milliseconds. */
  readonly withinMs: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with POST as JSON; without it the method is GET. */
  readonly json?: unknown;
}

export interface HttpsReply {
  readonly status: number;
  readonly text: string;
}

export const WITHIN_MS = 5000;

/** Throws SecretError; `unavailable` unless something answered what it must not. */
export const requestHttps = async (asked: HttpsRequest): Promise<HttpsReply> => {
  const { name, withinMs } = asked;
  const signal = AbortSignal.timeout(withinMs);
  try {
    const response = await send(asked, signal);
    return { status: response.statusCode ?? 0, text: await bodyOf(response, name) };
  } catch (error) {
    if (error instanceof SecretError) throw error;
    const reason = signal.aborted ? `no whole answer within ${withinMs / 1000} s` : reasonOf(error);
    throw new SecretError(name, reason, { unavailable: true, cause: error });
  }
};

const send = ({ url, tls, headers, json }: HttpsRequest, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const sent = request(url, {
      ...tls,
      // Said, so that no variable of the environment can say otherwise.
      rejectUnauthorized: true,
      agent: false,
      signal,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'accept-encoding': 'identity',
        ...headers,
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        }),
      },
    });
    sent.on('response', resolve).on('error', reject).end(body);
  });

const bodyOf = async (response: IncomingMessage, name: string): Promise<string> => {
  const refuse = (reason: string) => {
    response.destroy();
    return new SecretError(name, reason);
  };
  const { headers } = response;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw refuse('the answer is compressed');
  // Without either, the end of a body that was cut off looks like its end.
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined)
    throw refuse('the answer does not say how long it is');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_TEXT_BYTES) throw refuse(`the answer is larger than ${MAX_TEXT_BYTES} bytes`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw refuse('the answer is not UTF-8 text');
  return bytes.toString('utf8');
};

const reasonOf = (error: unknown): string => {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
  return /CERT|SELF_SIGNED|ISSUER|SIGNATURE|ALTNAME|ERR_TLS/.test(code)
    ? `the server's certificate is not accepted (${code})`
    : `cannot be reached (${code})`;
};

/** Whether a status says no more than that nothing can be had there: refused, gone, too many, or broken. */
export const isPassing = (status: number): boolean =>
  [401, 403, 404, 410, 429].includes(status) || status >= 500;
