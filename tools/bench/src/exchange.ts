import { connect, type Socket } from 'node:net';

/**
 * One request after the other on one connection, as close to the wire as it gets: each is written at once, and the time
 * goes from just before that to the moment its reply is whole. A client library would add noise of its own.
 */
export interface Exchange {
  readonly head: string;
  readonly body: string;
  readonly ns: number;
}

export interface Wire {
  /** Rejects when the server hangs up before it has answered. One at a time. */
  post(path: string, body: string): Promise<Exchange>;
  close(): void;
}

const END_OF_HEAD = '\r\n\r\n';
const SILENCE_MS = 10_000;
/** After such a pause a server may be about to hang up, so a new connection is made before the clock runs. */
const PAUSE_MS = 1_000;

interface Line {
  readonly socket: Socket;
  ask(request: string): Promise<Exchange>;
}

export function createWire(url: string): Wire {
  const { hostname, port, host } = new URL(url);
  let line: Line | undefined;
  let lastMs = 0;

  return {
    async post(path, body) {
      if (line === undefined || line.socket.destroyed || performance.now() - lastMs > PAUSE_MS) {
        line?.socket.destroy();
        line = lineOver(await connected(hostname, Number(port)));
      }
      const request =
        `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
        `content-length: ${Buffer.byteLength(body)}${END_OF_HEAD}${body}`;
      const reply = await line.ask(request);
      lastMs = performance.now();
      return reply;
    },
    close: () => void line?.socket.destroy(),
  };
}

function lineOver(socket: Socket): Line {
  socket.setNoDelay(true);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error(`no reply in ${SILENCE_MS / 1000} s`)));
  let pending: { resolve(reply: Exchange): void; reject(error: Error): void; since: bigint } | undefined;
  let received = '';

  socket.on('data', (chunk: Buffer) => {
    const now = process.hrtime.bigint();
    received += chunk.toString('latin1');
    const end = received.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = received.slice(0, end);
    const body = received.slice(end + END_OF_HEAD.length);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) socket.destroy(new Error(`a reply without a length: ${head}`));
    else if (body.length >= Number(length)) {
      received = '';
      const asked = pending;
      pending = undefined;
      asked?.resolve({ head, body, ns: Number(now - asked.since) });
    }
  });
  const lost = (error?: Error) => pending?.reject(error ?? new Error('the server hung up'));
  socket.on('error', lost);
  socket.on('close', () => lost());

  return {
    socket,
    ask: (request) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject, since: process.hrtime.bigint() };
        socket.write(request, 'latin1');
      }),
  };
}

const connected = (host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, host, () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
