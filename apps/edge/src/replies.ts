import type { ServerResponse } from 'node:http';
import type { FaultCode } from '@countersign/policy';

/**
 * Every reply CoKeeps can get, and the only place where an HTTP status is chosen. A reply that is not an answer always
 * encrypts `{}`, and there is one for each thing the caller can do about it: mend the request, accept the refusal, or
 * come back later. Which step failed is never said.
 */
export type Outcome =
  | 'ok'
  | 'refused'
  | 'undecryptable'
  | 'too_large'
  | 'no_such_path'
  | 'wrong_method'
  | 'too_many'
  | 'unavailable';

interface Form {
  readonly status: number;
  readonly message: string;
}

export interface Replies {
  /** `ciphertext` is base64, so nothing in a reply ever needs escaping. */
  send(response: ServerResponse, outcome: Outcome, ciphertext: string): void;
  /** To those who may not call: no ciphertext, because they must not get known plaintext. */
  turnAway(response: ServerResponse): void;
}

export function createReplies({ refusalStatus }: { readonly refusalStatus: number }): Replies {
  const forms: Readonly<Record<Outcome, Form>> = {
    ok: { status: 200, message: 'OK' },
    refused: { status: refusalStatus, message: 'refused' },
    undecryptable: { status: 400, message: 'bad request' },
    too_large: { status: 413, message: 'bad request' },
    no_such_path: { status: 404, message: 'bad request' },
    wrong_method: { status: 405, message: 'bad request' },
    too_many: { status: 429, message: 'too many requests' },
    unavailable: { status: 503, message: 'unavailable' },
  };
  return {
    send(response, outcome, ciphertext) {
      const { status, message } = forms[outcome];
      write(
        response,
        status,
        `{"success":${outcome === 'ok'},"message":"${message}","ciphertext":"${ciphertext}"}`,
        {
          ...(outcome === 'wrong_method' && { allow: 'POST' }),
          ...(outcome === 'too_many' && { 'retry-after': '1' }),
          // What is left of the body is not read, so the connection cannot be used again.
          ...(outcome === 'too_large' && { connection: 'close' }),
        },
      );
    },
    turnAway: (response) =>
      write(response, 403, '{"success":false,"message":"not allowed"}', { connection: 'close' }),
  };
}

function write(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string>,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** What a fault of the engine means to CoKeeps. Silence, doubt and bugs are never a yes. */
export const outcomeOf: Readonly<Record<FaultCode, Outcome>> = {
  invalid: 'undecryptable',
  unauthenticated: 'refused',
  not_found: 'refused',
  already_exists: 'refused',
  conflict: 'refused',
  forbidden: 'unavailable',
  exhausted: 'unavailable',
  deadline: 'unavailable',
  cancelled: 'unavailable',
  unavailable: 'unavailable',
  unimplemented: 'unavailable',
  internal: 'unavailable',
};
