/** Calls a procedure as any HTTP client would, and shows the whole answer. */
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { FaultView } from '../src/fault-mapping';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
  readonly result: unknown;
  readonly message: string | undefined;
  readonly fault: FaultView | undefined;
}

export interface Asking {
  readonly url: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Certificate of the caller, and the CA it believes. */
  readonly tls?: { readonly cert?: string; readonly key?: string; readonly ca: string };
}

export const query = (asking: Asking, path: string, input?: unknown): Promise<Answer> =>
  ask(
    asking,
    'GET',
    `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
  );

export const mutate = (asking: Asking, path: string, input: unknown = {}): Promise<Answer> =>
  ask(asking, 'POST', `/trpc/${path}`, JSON.stringify(input));

export function ask(asking: Asking, method: string, path: string, body?: string): Promise<Answer> {
  const { url, token, headers = {}, tls } = asking;
  const options: RequestOptions = {
    method,
    agent: false,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  };
  const target = new URL(path, url);
  return new Promise((resolve, reject) => {
    const sent =
      tls === undefined ? httpRequest(target, options) : httpsRequest(target, { ...options, ...tls });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.once('error', reject);
      response.once('end', () => resolve(answerOf(response.statusCode ?? 0, response.headers, text)));
    });
    sent.end(body);
  });
}

function answerOf(status: number, headers: Answer['headers'], text: string): Answer {
  const parsed = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    result?: { data: unknown };
    error?: { message: string; data: { fault: FaultView } };
  };
  const { result, error } = parsed;
  return { status, headers, text, result: result?.data, message: error?.message, fault: error?.data.fault };
}
