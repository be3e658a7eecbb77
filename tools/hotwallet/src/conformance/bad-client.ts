/**
 * Clients that hold a bare socket and do not behave. Each resolves with how the server took it; the socket is gone
 * when it does.
 */
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './check';

export const requestHead = (bench: Bench, path: string, length: number): string =>
  [
    `POST ${bench.connection.pathOf(path)} HTTP/1.1`,
    `Host: ${bench.connection.host}`,
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    '',
    '',
  ].join('\r\n');

/** A socket whose errors are ends: what a server does to a bad client is observed, never thrown. */
export const openBadClient = async (bench: Bench): Promise<Socket> => {
  const socket = await bench.connection.open();
  socket.on('error', () => socket.destroy());
  return socket;
};

const dribbleMs = 250;

export interface Dribbler {
  /** Milliseconds until the server ended the connection, or undefined if it was still open when stopped. */
  readonly ended: Promise<number | undefined>;
  stop(): void;
}

/** Sends `opening` at once, then a byte of `rest` every quarter of a second, over and over. */
export const dribble = async (bench: Bench, opening: string, rest: string): Promise<Dribbler> => {
  const socket = await openBadClient(bench);
  const started = performance.now();
  let next = 0;
  let stopped = false;
  socket.resume();
  socket.write(opening);
  const timer = setInterval(() => {
    socket.write(rest.charAt(next % rest.length));
    next += 1;
  }, dribbleMs);
  const ended = closed(socket).then(() => {
    clearInterval(timer);
    return stopped ? undefined : performance.now() - started;
  });
  return {
    ended,
    stop() {
      stopped = true;
      socket.destroy();
    },
  };
};

export type Reception = { readonly status: number } | 'closed' | 'left open';

/** Sends bytes and waits until the server answers or hangs up, or `patienceMs` have passed. */
export const sendBytes = async (bench: Bench, bytes: Buffer, patienceMs: number): Promise<Reception> => {
  const socket = await openBadClient(bench);
  try {
    const answered = firstStatus(socket);
    socket.write(bytes);
    const patience = new AbortController();
    const waited = pause(patienceMs, 'left open' as const, { signal: patience.signal }).catch(
      () => 'left open' as const,
    );
    const reception = await Promise.race([answered, waited]);
    patience.abort();
    return reception;
  } finally {
    socket.destroy();
  }
};

const firstStatus = async (socket: Socket): Promise<Reception> => {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    if (/^HTTP\/1\.\d \d{3}/.test(text)) socket.destroy();
  });
  await closed(socket);
  const status = /^HTTP\/1\.\d (\d{3})/.exec(text)?.[1];
  return status === undefined ? 'closed' : { status: Number(status) };
};

// A server that has sent its FIN has ended the connection, though this side may still write; so has one that resets it.
const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('end', () => socket.destroy());
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
