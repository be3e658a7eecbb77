/**
 * The admin port: tRPC under /trpc/ and nothing else. What a caller can make this process hold is bounded: the header,
 * the body, the calls in one request, and the time it takes to send them; a connection that takes nothing of what is
 * written to it for two minutes is cut.
 */
import { readFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fault } from '@countersign/policy';
import type { Log } from '@countersign/runtime';
import type { AnyTRPCRouter } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { faultBehind, faultView } from './fault-mapping';
import type { CreateRequestContext } from './request-context';

export interface AdminServerDeps {
  readonly listen: { readonly host: string; readonly port: number };
  readonly tls?: {
    readonly cert: string;
    readonly key: string;
    readonly clientCa?: string;
    readonly clients: 'required' | 'optional';
  };
  readonly router: AnyTRPCRouter;
  readonly createContext: CreateRequestContext;
  readonly bodyLimit: number;
  readonly maxBatch: number;
  readonly log: Log;
}

export interface AdminServer {
  readonly port: number;
  /** Takes no new connection, lets requests in flight end, and resolves when all have. */
  drain(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the pings of a stream are apart, and than the longest call. */
const STALLED_MS = 120_000;
const MAX_CONNECTIONS = 4_096;

export async function startAdminServer(deps: AdminServerDeps): Promise<AdminServer> {
  let draining = false;
  const trpc = createHTTPHandler({
    router: deps.router,
    basePath: '/trpc/',
    // A query may carry a whole policy document, which no URL holds, so it may come as a POST.
    allowMethodOverride: true,
    createContext: deps.createContext,
    maxBodySize: deps.bodyLimit,
    maxBatchSize: deps.maxBatch,
    onError: ({ error }) => {
      if (faultBehind(error) === undefined)
        deps.log.error({ err: error }, 'a request failed before its call');
    },
  });
  const listener: RequestListener = (request, response) => {
    response.setHeader('cache-control', 'no-store');
    if (draining) response.setHeader('connection', 'close');
    const url = request.url ?? '';
    // tRPC would also take forms and bytes; a browser can send those from anywhere without asking.
    if (request.method === 'POST' && !isJson(request.headers['content-type'])) return refuse(response, 415);
    // tRPC bounds what arrives; what says beforehand that it is too large need not arrive.
    if (Number(request.headers['content-length'] ?? 0) > deps.bodyLimit) return refuse(response, 413);
    if (url.startsWith('/trpc/')) return trpc(request, response);
    return refuse(response, 404);
  };

  const options = {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16 * 1024,
  };
  const server =
    deps.tls === undefined
      ? createHttpServer(options, listener)
      : createHttpsServer({ ...options, ...tlsOf(deps.tls) }, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(STALLED_MS);
  await listening(server, deps.listen);
  return {
    port: (server.address() as AddressInfo).port,
    drain: () =>
      new Promise((resolve) => {
        draining = true;
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

const isJson = (type: string | undefined): boolean => /^application\/json *(;|$)/i.test(type ?? '');

const refusals = {
  404: fault('unimplemented', { message: 'no such path' }),
  413: fault('invalid', { message: 'the body is too large' }),
  415: fault('invalid', { message: 'the body must be application/json' }),
};

/** In the form of a tRPC error, so that a client finds the fault where it always is. */
function refuse(response: ServerResponse, status: keyof typeof refusals): void {
  const refusal = refusals[status];
  const error = { message: refusal.message, data: { httpStatus: status, fault: faultView(refusal) } };
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify({ error }));
}

function tlsOf({ cert, key, clientCa, clients }: NonNullable<AdminServerDeps['tls']>) {
  return {
    cert: readFileSync(cert),
    key: readFileSync(key),
    minVersion: 'TLSv1.2' as const,
    ...(clientCa !== undefined && {
      ca: readFileSync(clientCa),
      requestCert: true,
      // Where a certificate is optional, one that is not of this CA names nobody: identity/identify.ts.
      rejectUnauthorized: clients === 'required',
    }),
  };
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
