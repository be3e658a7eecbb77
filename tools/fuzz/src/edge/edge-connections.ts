/**
 * Connections to the edge as bare sockets, so that nothing mends what is sent or forgives what comes back. Requests that
 * are framed right share connections that are kept and used again, one request on each at a time; other bytes get a
 * connection of their own, which is closed for writing behind them.
 */
import { connect, type Socket } from 'node:net';
import { readReply, type HttpReply } from './http-reply';

export interface EdgeConnections {
  /** Resolves with the reply, or with what is wrong. `bodiless`: it was a HEAD. */
  ask(bytes: Buffer, bodiless: boolean): Promise<HttpReply | { readonly problem: string }>;
  /** Resolves with all that came until the edge closed the connection, or with what is wrong. */
  throwAt(bytes: Buffer): Promise<Buffer | { readonly problem: string }>;
  close(): void;
}

export interface EdgeConnectionOptions {
  readonly port: () => number;
  /** A reply that takes longer is a hang. */
  readonly limitMs: number;
}

export const createEdgeConnections = ({ port, limitMs }: EdgeConnectionOptions): EdgeConnections => {
  const idle: Socket[] = [];
  const all = new Set<Socket>();

  const opened = (): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: port(), allowHalfOpen: true });
      all.add(socket);
      socket.once('close', () => all.delete(socket));
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        socket.on('error', () => socket.destroy());
        resolve(socket);
      });
    });

  const usable = (): Socket | undefined => {
    for (let socket = idle.pop(); socket !== undefined; socket = idle.pop()) {
      if (!socket.destroyed && !socket.readableEnded) return socket;
      socket.destroy();
    }
    return undefined;
  };

  const askOn = (
    socket: Socket,
    bytes: Buffer,
    bodiless: boolean,
  ): Promise<HttpReply | { readonly problem: string }> =>
    new Promise((resolve) => {
      let received: Buffer = Buffer.alloc(0);
      const settle = (result: HttpReply | { readonly problem: string }, keep: boolean): void => {
        clearTimeout(timer);
        socket.off('data', onData).off('end', onEnd).off('close', onEnd);
        if (keep) idle.push(socket);
        else socket.destroy();
        resolve(result);
      };
      const onEnd = (): void => {
        const what = received.length === 0 ? 'without a reply' : 'within a reply';
        settle({ problem: `the connection was closed ${what}` }, false);
      };
      const onData = (chunk: Buffer): void => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        for (;;) {
          const reading = readReply(received, bodiless);
          if (reading === 'more') return;
          if ('problem' in reading) return settle(reading, false);
          const { reply, rest } = reading;
          if (reply.status === 100) {
            received = rest;
            continue;
          }
          if (rest.length > 0) return settle({ problem: 'more than one reply to one request' }, false);
          return settle(reply, reply.headers.get('connection') !== 'close');
        }
      };
      const timer = setTimeout(() => settle({ problem: `no reply within ${limitMs} ms` }, false), limitMs);
      socket.on('data', onData).once('end', onEnd).once('close', onEnd);
      socket.write(bytes);
    });

  return {
    async ask(bytes, bodiless) {
      const kept = usable();
      const socket = kept ?? (await opened().catch(() => undefined));
      if (socket === undefined) return { problem: 'the edge takes no connection' };
      const result = await askOn(socket, bytes, bodiless);
      // A connection that was idle may be closed just as it is used again; then nothing was begun.
      if (kept === undefined || !('problem' in result) || !result.problem.endsWith('without a reply'))
        return result;
      const fresh = await opened().catch(() => undefined);
      return fresh === undefined
        ? { problem: 'the edge takes no connection' }
        : askOn(fresh, bytes, bodiless);
    },
    async throwAt(bytes) {
      const socket = await opened().catch(() => undefined);
      if (socket === undefined) return { problem: 'the edge takes no connection' };
      return new Promise((resolve) => {
        const chunks: Buffer[] = [];
        const settle = (result: Buffer | { readonly problem: string }): void => {
          clearTimeout(timer);
          socket.destroy();
          resolve(result);
        };
        const timer = setTimeout(() => settle({ problem: `not closed within ${limitMs} ms` }), limitMs);
        socket.on('data', (chunk) => chunks.push(chunk));
        socket.once('end', () => settle(Buffer.concat(chunks)));
        socket.once('close', () => settle(Buffer.concat(chunks)));
        socket.end(bytes);
      });
    },
    close() {
      for (const socket of all) socket.destroy();
      idle.length = 0;
    },
  };
};
