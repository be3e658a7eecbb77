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
  /** Rejects when the server hangs up. One at a time. */
  post(path: string, body: string): Promise<Exchange>;
  close(): void;
}

const END_OF_HEAD = '\r\n\r\n';
const SILENCE_MS = 10_000;

export async function openWire(url: string): Promise<Wire> {
  const { hostname, port, host } = new URL(url);
  const socket = await connected(hostname, Number(port));
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
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const request =
          `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}${END_OF_HEAD}${body}`;
        if (socket.destroyed) return reject(new Error('the server hung up'));
        pending = { resolve, reject, since: process.hrtime.bigint() };
        socket.write(request, 'latin1');
      }),
    close: () => void socket.destroy(),
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
