/** An HTTPS server on this machine for tests, with a certificate of a throw-away authority. */
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  /** Without a slash at its end. */
  readonly origin: string;
  stop(): Promise<void>;
}

export const startHttpsServer = async (
  tls: ServerOptions,
  answer: RequestListener,
): Promise<RunningServer> => {
  const server = createServer(tls, answer);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
