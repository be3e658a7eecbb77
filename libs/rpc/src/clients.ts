/**
 * The typed clients. Over which transport a callback travels is a choice of the process that makes the client; nothing
 * else can tell.
 */
import { createConverseClient } from './converse-client';
import type { ConverseClient } from './converse-client';
import type { RpcLog } from './chain';
import type { CredentialSource, PeerCredentials } from './credential-source';
import { camelCased, streamedCalls } from './methods';
import type { AdminCalls, CallbackCalls, CallOptions } from './methods';
import { loadWire } from './proto';
import { createUnaryClient } from './unary-client';
import type { UnaryClient } from './unary-client';

interface Connection {
  /** Whether a call made now would be sent at once. */
  ready(): boolean;
  /** Throws Fault `unavailable` when no engine could be reached by `deadline` (ms UTC). */
  waitForReady(deadline: number): Promise<void>;
  /** What is in flight fails; later calls are refused as `unavailable`. */
  close(): void;
}

export type CallbackClient = CallbackCalls & Connection;
export type AdminClient = AdminCalls & Connection;

export interface ClientOptions {
  /** `host:port` */
  readonly addresses: readonly string[];
  /** A source, when they can change while this runs. */
  readonly credentials: PeerCredentials | CredentialSource;
  /** The name in the engine's certificate, when it is not the host of the address. */
  readonly serverName?: string;
  /** ms UTC */
  readonly now: () => number;
  /** Of one request or reply. Default 1 MiB. */
  readonly maxMessageBytes?: number;
}

export interface CallbackClientOptions extends ClientOptions {
  readonly transport: 'stream' | 'unary';
  readonly log: Pick<RpcLog, 'warn'>;
  readonly newId: () => string;
  /** 0 ≤ random() < 1 */
  readonly random: () => number;
  /** Calls waiting for a stream, before more are refused as `exhausted`. Default 1024. */
  readonly maxWaiting?: number;
  /** Calls sent and unanswered on one stream; further ones wait. Default 1024. */
  readonly maxInFlight?: number;
}

const defaultMaxMessageBytes = 1024 * 1024;

const connectionOf = ({ ready, waitForReady, close }: ConverseClient | UnaryClient): Connection => ({
  ready,
  waitForReady,
  close,
});

/** One function per unary method of a service, by its name in camelCase. */
const unaryCalls = (unary: UnaryClient, definition: object): object =>
  Object.fromEntries(
    Object.entries(definition as Record<string, Parameters<UnaryClient['call']>[0]>)
      .filter(([, method]) => !method.requestStream)
      .map(([name, method]) => [
        camelCased(name),
        (request: object, options: CallOptions) => unary.call(method, request, options),
      ]),
  );

export const createCallbackClient = (options: CallbackClientOptions): CallbackClient => {
  const { maxMessageBytes = defaultMaxMessageBytes, maxWaiting = 1024, maxInFlight = 1024 } = options;
  const wire = loadWire();
  if (options.transport === 'unary') {
    const unary = createUnaryClient({ ...options, wire, maxMessageBytes });
    return { ...(unaryCalls(unary, wire.callback) as CallbackCalls), ...connectionOf(unary) };
  }
  const converse = createConverseClient({ ...options, wire, maxMessageBytes, maxWaiting, maxInFlight });
  const calls = streamedCalls.map((kind) => [
    kind,
    (request: object, callOptions: CallOptions) => converse.call(kind, request, callOptions),
  ]);
  return { ...(Object.fromEntries(calls) as CallbackCalls), ...connectionOf(converse) };
};

export const createAdminClient = (options: ClientOptions): AdminClient => {
  const { maxMessageBytes = defaultMaxMessageBytes } = options;
  const wire = loadWire();
  const unary = createUnaryClient({ ...options, wire, maxMessageBytes });
  return { ...(unaryCalls(unary, wire.admin) as AdminCalls), ...connectionOf(unary) };
};
