/**
 * A gRPC server for the services a process offers: mutual TLS, every call through one chain (chain.ts), callbacks both
 * one by one and on the stream, and the standard health service.
 *
 * `drain` says NOT_SERVING first, then asks streams to send no more and accepts no new connection or call, and lets what
 * is in flight finish for the grace time; what is left then is cut off, and its callers learn `unavailable`.
 */
import { Server } from '@grpc/grpc-js';
import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { createAlarms } from './alarms';
import { maxBatchBytes, maxItemOverhead } from './batch';
import type { Callers, HealthMethod } from './callers';
import { createChain } from './chain';
import type { CallObservation, RpcLog } from './chain';
import { createConverseServer } from './converse-server';
import { serverCredentials } from './credentials';
import type { PeerCredentials } from './credentials';
import { createHealth } from './health';
import type { AdminHandlers, CallbackHandlers, Handler, MethodName } from './methods';
import { loadWire } from './proto';
import { serveUnary } from './unary-server';

export interface RpcServerOptions {
  /** `host:port`; port 0 lets the system choose. */
  readonly address: string;
  readonly credentials: PeerCredentials;
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

type AnyMethod = MethodDefinition<object, object, object, object>;
type AnyHandlers = Readonly<Record<string, Handler<object, object>>>;

const uncapitalize = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const createRpcServer = (options: RpcServerOptions): RpcServer => {
  const {
    services,
    now,
    newId,
    maxMessageBytes = 1024 * 1024,
    maxInFlight = 1024,
    maxPerStream = 1024,
  } = options;
  const wire = loadWire();
  const alarms = createAlarms();
  const { defaultDeadlineMs = 2_000, maxDeadlineMs = 30_000 } = options;
  const chain = createChain({ ...options, alarms, maxInFlight, defaultDeadlineMs, maxDeadlineMs });
  const unary = { wire, chain, now, newId, maxMessageBytes };

  const server = new Server({
    'grpc.max_receive_message_length': Math.max(maxMessageBytes, maxBatchBytes) + maxItemOverhead,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': 5_000,
    'grpc.keepalive_timeout_ms': 2_000,
  });

  const addUnaryMethods = (
    service: string,
    methods: readonly [string, AnyMethod][],
    handlers: AnyHandlers,
  ): void => {
    const definitions: Record<string, AnyMethod> = {};
    const implementations: UntypedServiceImplementation = {};
    for (const [name, definition] of methods) {
      const handler = handlers[uncapitalize(name)];
      if (handler === undefined) throw new Error(`${service}.${name} has no handler`);
      const method = `${service}.${name}` as MethodName | HealthMethod;
      const { definition: raw, serve } = serveUnary(unary, method, definition, handler);
      definitions[name] = raw as unknown as AnyMethod;
      implementations[name] = serve as UntypedServiceImplementation[string];
    }
    server.addService(definitions as ServiceDefinition, implementations);
  };
  const unaryMethodsOf = (definition: object): [string, AnyMethod][] =>
    Object.entries(definition as Record<string, AnyMethod>).filter(
      ([, m]) => !m.requestStream && !m.responseStream,
    );

  const converse =
    services.callback && createConverseServer({ ...unary, handlers: services.callback, maxPerStream });
  if (services.callback && converse) {
    addUnaryMethods('Callback', unaryMethodsOf(wire.callback), services.callback as unknown as AnyHandlers);
    const { Converse } = wire.callback;
    const definition = { ...Converse, responseSerialize: (batch: Buffer) => batch };
    server.addService({ Converse: definition } as unknown as ServiceDefinition, {
      Converse: converse.serve as UntypedServiceImplementation[string],
    });
  }
  if (services.admin) {
    addUnaryMethods('Admin', unaryMethodsOf(wire.admin), services.admin as unknown as AnyHandlers);
  }
  const served = [
    ...(services.callback ? ['countersign.callback.v1.Callback'] : []),
    ...(services.admin ? ['countersign.admin.v1.Admin'] : []),
  ];
  const health = createHealth({ wire, chain, newId, services: served });
  addUnaryMethods('Health', unaryMethodsOf(wire.health), { check: health.check } as unknown as AnyHandlers);
  server.addService({ Watch: wire.health.Watch } as unknown as ServiceDefinition, {
    Watch: health.watch as UntypedServiceImplementation[string],
  });

  const shutDown = async (graceMs: number): Promise<void> => {
    health.setServing(false);
    health.end();
    converse?.drain();
    let graceOver: NodeJS.Timeout | undefined;
    // A connection still shaking hands keeps tryShutdown waiting, even after forceShutdown: so do not wait for both.
    await new Promise<void>((resolve) => {
      server.tryShutdown(() => resolve());
      graceOver = setTimeout(resolve, graceMs);
    });
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
