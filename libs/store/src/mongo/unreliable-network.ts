/**
 * A TCP relay in front of a server, for tests: it can go away, swallow everything, or lose the replies to one command.
 * It reads just enough of the wire protocol to know a command's name in a request: the text of it.
 */
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type Mode = 'working' | 'refusing' | 'silent';

export interface UnreliableNetwork {
  readonly port: number;
  become(mode: Mode): void;
  /** The next request that contains `text` reaches the server; its reply is lost with the connection. */
  loseReplyTo(text: string): { readonly lost: () => number };
  close(): Promise<void>;
}

export const unreliableNetwork = async (host: string, port: number): Promise<UnreliableNetwork> => {
  let mode: Mode = 'working';
  let losing: string | undefined;
  let lost = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    if (mode === 'refusing') {
      client.destroy();
      return;
    }
    const upstream = connect(port, host);
    let drop = false;
    const both = [client, upstream];
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (mode === 'silent') return;
      if (losing !== undefined && chunk.includes(losing)) {
        losing = undefined;
        drop = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (mode === 'silent') return;
      if (drop) {
        lost++;
        client.destroy();
        return;
      }
      client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    become: (next) => {
      mode = next;
      if (next === 'refusing') for (const socket of sockets) socket.destroy();
    },
    loseReplyTo: (text) => {
      losing = text;
      return { lost: () => lost };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
