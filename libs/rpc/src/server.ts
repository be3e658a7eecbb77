/**
 * A gRPC server for the services a process offers: mutual TLS, every call through one chain (chain.ts), callbacks both
 * one by one and on the stream, and the standard health service.
 *
 * `drain` says NOT_SERVING first, then refuses new calls as `unavailable` and asks streams to send no more, and lets what
 * is in flight finish for the grace time; what is left then is cut off, and its callers learn `unavailable` as well.
 */
import { Server } from '@grpc/grpc-js';
import { createAlarms } from './alarms';
import { maxBatchBytes, maxItemOverhead } from './batch';
import type { Callers } from './callers';
import { createChain } from './chain';
import type { CallObservation, RpcLog } from './chain';
import { createConverseServer } from './converse-server';
import type { CredentialSource, PeerCredentials } from './credential-source';
import { serverCredentials } from './credentials';
import { createGate } from './gate';
import { createHealth } from './health';
import type { AdminHandlers, CallbackHandlers } from './methods';
import { loadWire } from './proto';
import { streamService, unaryService } from './service';
import { answeringBytes } from './unary-server';

export interface RpcServerOptions {
  /** `host:port`; port 0 lets the system choose. */
  readonly address: string;
  /** A source, when they can change while this runs. */
  readonly credentials: PeerCredentials | CredentialSource;
  readonly services: { readonly callback?: CallbackHandlers; readonly admin?: AdminHandlers };
  /** A method that is not in it does not exist; an empty row admits nobody. */
  readonly callers: Callers;
  readonly log: RpcLog;
  /** Once per call, however it ended; for metrics. */
  readonly onCall: (call: CallObservation) => void;
  /** ms UTC */
  readonly now: () => number;
  readonly newId: () => string;
  /** Handlers running at once, over all connections. Beyond it calls are refused as `exhausted`. Default 1024. */
  readonly maxInFlight?: number;
  /** By peer: the most of them it may take, so that the others always find some. Without an entry: all. */
  readonly maxInFlightOf?: ReadonlyMap<string, number>;
  /** Calls unanswered and answers unsent on one stream, before it is no longer read. Default 1024. */
  readonly maxPerStream?: number;
  /** Default 2000. */
  readonly defaultDeadlineMs?: number;
  /** The longest deadline a caller can have. Default 30000. */
  readonly maxDeadlineMs?: number;
  /** Of one request or reply. Default 1 MiB. */
  readonly maxMessageBytes?: number;
}

export interface RpcServer {
  /** Resolves with the port. */
  listen(): Promise<number>;
  /** What the health service says; NOT_SERVING at first. */
  setServing(serving: boolean): void;
  drain(graceMs: number): Promise<void>;
  /** At once, cutting off what is in flight. */
  close(): Promise<void>;
}

export const createRpcServer = (options: RpcServerOptions): RpcServer => {
  const {
    services,
    now,
    newId,
    maxMessageBytes = 1024 * 1024,
    maxInFlight = 1024,
    maxInFlightOf = new Map(),
    maxPerStream = 1024,
  } = options;
  const wire = loadWire();
  const alarms = createAlarms();
  const gate = createGate();
  const { defaultDeadlineMs = 2_000, maxDeadlineMs = 30_000 } = options;
  const bounds = { maxInFlight, maxInFlightOf, defaultDeadlineMs, maxDeadlineMs };
  const chain = createChain({ ...options, ...bounds, alarms, gate });
  const unary = { wire, chain, gate, now, newId, maxMessageBytes };

  const server = new Server({
    'grpc.max_receive_message_length': Math.max(maxMessageBytes, maxBatchBytes) + maxItemOverhead,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': 5_000,
    'grpc.keepalive_timeout_ms': 2_000,
  });

  const converse =
    services.callback && createConverseServer({ ...unary, handlers: services.callback, maxPerStream });
  const served = [
    ...(services.callback ? ['countersign.callback.v1.Callback'] : []),
    ...(services.admin ? ['countersign.admin.v1.Admin'] : []),
  ];
  const health = createHealth({ wire, chain, newId, services: served });
  for (const { definition, implementation } of [
    ...(services.callback ? [unaryService(unary, 'Callback', wire.callback, services.callback)] : []),
    ...(converse ? [streamService('Converse', answeringBytes(wire.callback.Converse), converse.serve)] : []),
    ...(services.admin ? [unaryService(unary, 'Admin', wire.admin, services.admin)] : []),
    unaryService(unary, 'Health', wire.health, { check: health.check }),
    streamService('Watch', wire.health.Watch, health.watch),
  ]) {
    server.addService(definition, implementation);
  }

  const shutDown = async (graceMs: number): Promise<void> => {
    health.setServing(false);
    health.end();
    gate.close();
    converse?.drain();
    let graceOver: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => (graceOver = setTimeout(resolve, graceMs)));
    await Promise.race([grace, gate.empty()]);
    // A connection still shaking hands would keep this waiting, even after forceShutdown.
    await Promise.race([grace, new Promise<void>((resolve) => server.tryShutdown(() => resolve()))]);
    clearTimeout(graceOver);
    server.forceShutdown();
    alarms.stop();
  };

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.bindAsync(options.address, serverCredentials(options.credentials), (error, port) =>
          error ? reject(error) : resolve(port),
        );
      }),
    setServing: (serving) => health.setServing(serving),
    drain: shutDown,
    close: () => shutDown(0),
  };
};
