import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsTexts } from '@countersign/runtime';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Answering } from './answering';
import { guardConnections, type Peer } from './connections';
import { createLeanExpress } from './lean-express';
import { machineVerify } from './endpoints/machine-verify';
import { read } from './endpoints/read';
import { update } from './endpoints/update';
import { userVerify } from './endpoints/user-verify';
import type { Replies } from './replies';
import type { SourceCheck } from './source';
import { renewTls, tlsOptions } from './tls-context';

/** The front door: who may come in, the four questions, and one reply for everything else. */
export interface EdgeServerDeps {
  readonly listen: { readonly host: string; readonly port: number };
  /** Absent: what stands before this process ends TLS. With `ca` callers must show a certificate of it. */
  readonly tls?: TlsTexts;
  readonly source: SourceCheck;
  /** Connections that addresses which may not call hold together. */
  readonly maxForeignConnections: number;
  /** Connections that one caller may hold. A request that dribbles holds a place, so it is less than there are places. */
  readonly maxConnectionsPerAddress: number;
  readonly refusedConnection: (peer: Peer) => void;
  readonly turnedAway: () => void;
  readonly answering: Answering;
  readonly replies: Replies;
}

export interface EdgeServer {
  readonly port: number;
  /** For connections from now on. Throws when the texts are not usable, or without TLS. */
  renewTls(texts: TlsTexts): void;
  /** Takes no new connection, lets requests in flight end, and resolves when all have. */
  drain(): Promise<void>;
}

/** A caller that dribbles holds a socket at most this long. */
const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** What is in flight when the process is to stop has so long. */
const DRAIN_MS = 5_000;
/** A caller that takes nothing of its answer, too. */
const STALLED_MS = 30_000;
const MAX_CONNECTIONS = 4_096;

const questions = [userVerify, machineVerify, read, update];

export async function startEdgeServer(deps: EdgeServerDeps): Promise<EdgeServer> {
  const { app, serverOptions } = createLeanExpress();
  app.enable('case sensitive routing');
  app.enable('strict routing');
  const { answering } = deps;
  let draining = false;
  const from = admitting(deps, () => draining);
  for (const question of questions) {
    const answer = answering.to(question);
    app.post(
      question.path,
      from((request, response, source) => void answer(request, response, source)),
    );
    app.all(
      question.path,
      from((_, response, source) => void answering.refuse(response, 'wrong_method', question.path, source)),
    );
  }
  app.use(from((_, response, source) => void answering.refuse(response, 'no_such_path', 'other', source)));
  app.use(neverExplain(from, answering));

  const options = {
    ...serverOptions,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16 * 1024,
  };
  const https = deps.tls && createHttpsServer({ ...options, ...tlsOptions(deps.tls) }, app);
  const server = https ?? createHttpServer(options, app);
  // Left to itself Node would answer these before anybody has asked whose they are.
  server.on('checkExpectation', app);
  server.on('checkContinue', (request: Request, response: Response) => {
    if (sourceOf(deps.source, request) !== undefined) response.writeContinue();
    app(request, response);
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.setTimeout(STALLED_MS);
  guardConnections(server, {
    peerOf: deps.source.peerOf,
    maxForeign: deps.maxForeignConnections,
    maxPerAddress: Math.min(deps.maxConnectionsPerAddress, MAX_CONNECTIONS / 2),
    cut: deps.refusedConnection,
  });
  await listening(server, deps.listen);
  return {
    port: (server.address() as AddressInfo).port,
    renewTls: (texts) => renewOf(https, texts),
    drain: () =>
      new Promise((resolve) => {
        draining = true;
        // A request that has not arrived by then never will: Node looks for slow ones no more once it closes.
        const rest = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
        server.close(() => {
          clearTimeout(rest);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

type Handler = (request: Request, response: Response, source: string) => void;

/** Nobody's request is looked at before its source is. While draining each connection carries one answer more. */
const admitting =
  ({ source, replies, turnedAway }: EdgeServerDeps, draining: () => boolean) =>
  (handle: Handler): RequestHandler =>
  (request, response) => {
    if (draining()) response.setHeader('connection', 'close');
    const from = sourceOf(source, request);
    if (from !== undefined) return handle(request, response, from);
    turnedAway();
    replies.turnAway(response);
  };

function sourceOf(source: SourceCheck, { headers, socket }: Request): string | undefined {
  const forwarded = headers['x-forwarded-for'];
  return source.admitted(socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join(',') : forwarded);
}

/** Express reports here what it could not even route, such as a path it cannot decode. */
const neverExplain = (from: ReturnType<typeof admitting>, answering: Answering): ErrorRequestHandler => {
  const refuse = from(
    (_, response, source) => void answering.refuse(response, 'undecryptable', 'other', source),
  );
  return (_error, request, response, next) => refuse(request, response, next);
};

function renewOf(server: HttpsServer | undefined, texts: TlsTexts): void {
  if (server === undefined) throw new Error('this server does not speak TLS');
  renewTls(server, texts);
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
