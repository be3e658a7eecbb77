/**
 * One delivery: a POST over TLS to an address that may be reached, without following where it is sent on to, and with a
 * bound on how long it takes and on how much of the answer is read. Delivered means: answered with 2xx.
 */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { AddressRefused, createLookup, type MayConnect } from './public-address';

export type Delivery =
  'delivered' | 'refused' | 'redirected' | 'unreachable' | 'too_slow' | 'address_refused';

export interface DeliverDeps {
  readonly mayConnect: MayConnect;
  readonly timeoutMs: number;
}

export type Deliver = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<Delivery>;

/** What the receiver says besides its status interests nobody. */
const MAX_ANSWER = 64 * 1024;

export const createDeliver = ({ mayConnect, timeoutMs }: DeliverDeps): Deliver => {
  const lookup = createLookup(mayConnect);
  return async (url, headers, body, signal) => {
    // No name is resolved for an address, so nobody else would ask.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !mayConnect(host)) return 'address_refused';
    const timeout = AbortSignal.timeout(timeoutMs);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise<Delivery>((resolve) => {
      let outcome: Delivery | undefined;
      const request = send(url, {
        method: 'POST',
        agent: false,
        lookup,
        signal: AbortSignal.any([timeout, signal]),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      });
      request.once('error', (error) => {
        if (error instanceof AddressRefused) resolve('address_refused');
        else resolve(timeout.aborted ? 'too_slow' : 'unreachable');
      });
      request.once('response', (response) => {
        const told = deliveryOf(response.statusCode ?? 0);
        outcome = told;
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > MAX_ANSWER) response.destroy();
        });
        response.on('error', () => undefined);
        response.once('close', () => resolve(told));
      });
      // Node hands an answer that changes the protocol to nobody else, and then tells neither an error nor a response.
      request.once('upgrade', (_, socket) => {
        socket.destroy();
        resolve('refused');
      });
      request.once('close', () => resolve(outcome ?? (timeout.aborted ? 'too_slow' : 'unreachable')));
      request.end(body);
    });
  };
};

const deliveryOf = (status: number): Delivery => {
  if (status >= 200 && status < 300) return 'delivered';
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
};
