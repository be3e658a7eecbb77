/**
 * The admin port: tRPC under /trpc/ and nothing else. What a caller can make this process hold is bounded: the header,
 * the body, the calls in one request, and the time it takes to send them; a connection that takes nothing of what is
 * written to it for two minutes is cut.
 */
import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import {
  createServer as createHttpsServer,
  type Server as HttpsServer,
  type ServerOptions,
} from 'node:https';
import type { AddressInfo } from 'node:net';
import { fault } from '@countersign/policy';
import type { Log, TlsTexts } from '@countersign/runtime';
import type { AnyTRPCRouter } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { faultBehind, faultView } from './fault-mapping';
import type { CreateRequestContext } from './request-context';

export interface AdminServerDeps {
  readonly listen: { readonly host: string; readonly port: number };
  /** `ca` is the authority of the callers' certificates. */
  readonly tls?: TlsTexts;
  /** Whether a caller without a certificate of `ca` gets as far as showing its token; required when absent. */
  readonly clients?: 'required' | 'optional';
  readonly router: AnyTRPCRouter;
  readonly createContext: CreateRequestContext;
  readonly bodyLimit: number;
  readonly maxBatch: number;
  readonly log: Log;
}

export interface AdminServer {
  readonly port: number;
  /** For handshakes from now on; connections that exist go on. Throws when the texts are not usable together. */
  renewTls(texts: TlsTexts): void;
  /** Takes no new connection, lets requests in flight end, and resolves when all have. */
  drain(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the pings of a stream are apart, and than the longest call. */
const STALLED_MS = 120_000;
const HANDSHAKE_TIMEOUT_MS = 5_000;
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
  const https = deps.tls && createHttpsServer({ ...options, ...tlsOf(deps.tls, deps.clients) }, listener);
  const server = https ?? createHttpServer(options, listener);
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(STALLED_MS);
  await listening(server, deps.listen);
  return {
    port: (server.address() as AddressInfo).port,
    renewTls: (texts) => renewTls(https, texts),
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

function tlsOf(texts: TlsTexts, clients: AdminServerDeps['clients']): ServerOptions {
  return {
    ...contextOf(texts),
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    ...(texts.ca !== undefined && {
      requestCert: true,
      // Where a certificate is optional, one that is not of this CA names nobody: identity/identify.ts.
      rejectUnauthorized: clients !== 'optional',
    }),
  };
}

function renewTls(server: HttpsServer | undefined, texts: TlsTexts): void {
  if (server === undefined) throw new Error('this server does not speak TLS');
  server.setSecureContext(contextOf(texts));
}

const contextOf = (texts: TlsTexts) => ({ ...texts, minVersion: 'TLSv1.2' as const });

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
