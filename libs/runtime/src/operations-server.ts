import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics';

/**
 * The port for the people who run the process: `/livez`, `/readyz`, `/metrics` and pages of the process's own. Not for
 * callers; bind it inside.
 */
export interface OperationsServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface OperationsDeps {
  readonly listen: { readonly host: string; readonly port: number };
  readonly metrics: Metrics;
  /** Resolves when a request could be served now; what it throws is the reason, shown by its safe message. */
  readonly ready: () => Promise<void>;
  /** By path: what is shown there, as JSON. */
  readonly pages?: Readonly<Record<string, () => unknown>>;
}

const READY_TIMEOUT_MS = 2_000;

export async function startOperationsServer({
  listen,
  metrics,
  ready,
  pages = {},
}: OperationsDeps): Promise<OperationsServer> {
  const ownPages = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    answer(request.url ?? '', response).catch(() => reply(response, 500, 'text/plain', 'failed\n'));
  });

  async function answer(url: string, response: ServerResponse): Promise<void> {
    if (url === '/livez') return reply(response, 200, 'text/plain', 'alive\n');
    if (url === '/metrics') return reply(response, 200, metrics.contentType, await metrics.text());
    const page = ownPages.get(url);
    if (page !== undefined) return reply(response, 200, 'application/json', `${JSON.stringify(page())}\n`);
    if (url !== '/readyz') return reply(response, 404, 'text/plain', 'not found\n');
    try {
      await within(READY_TIMEOUT_MS, ready());
      reply(response, 200, 'text/plain', 'ready\n');
    } catch {
      reply(response, 503, 'text/plain', 'not ready\n');
    }
  }

  await listening(server, listen);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
