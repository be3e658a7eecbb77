/**
 * An engine and its callers for the specs: real sockets on 127.0.0.1, real certificates, and handlers that a spec
 * replaces one by one. Everything opened through a bench is closed by it.
 */
import { randomUUID } from 'node:crypto';
import { Fault } from '@countersign/policy';
import { createAdminClient, createCallbackClient, createRpcServer } from '../src';
import type {
  AdminClient,
  AdminHandlers,
  CallbackClient,
  CallbackClientOptions,
  CallbackHandlers,
  CallObservation,
  CallOptions,
  Callers,
  CredentialSource,
  PeerCredentials,
  RpcServer,
  RpcServerOptions,
} from '../src';
import { createAuthority } from './certificates';
import type { Authority } from './certificates';

export const callers: Callers = {
  'Callback.UserVerify': ['edge'],
  'Callback.MachineVerify': ['edge'],
  'Callback.Read': ['edge'],
  'Callback.Update': ['edge'],
  'Callback.Converse': ['edge'],
  'Admin.GetUser': ['admin'],
  'Admin.RemoveOverride': [],
};

export interface LogLine {
  readonly level: 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface Engine {
  readonly server: RpcServer;
  readonly port: number;
  readonly lines: LogLine[];
  readonly observed: CallObservation[];
}

export interface EngineOptions extends Partial<Omit<RpcServerOptions, 'services'>> {
  readonly callback?: Partial<CallbackHandlers>;
  readonly admin?: Partial<AdminHandlers>;
}

export interface Bench {
  readonly authority: Authority;
  readonly peers: Readonly<Record<'engine' | 'edge' | 'admin', PeerCredentials>>;
  engine(options?: EngineOptions): Promise<Engine>;
  callbackClient(
    ports: readonly number[],
    options: Pick<CallbackClientOptions, 'transport'> & Partial<CallbackClientOptions>,
  ): CallbackClient;
  adminClient(port: number, credentials?: PeerCredentials | CredentialSource): AdminClient;
  /** Closes every engine and client of the test that has just run. */
  closeAll(): Promise<void>;
}

/** Options of a call with so much time from now. */
export const within = (ms: number, signal?: AbortSignal): CallOptions => ({
  requestId: `test-${randomUUID()}`,
  deadline: Date.now() + ms,
  ...(signal ? { signal } : {}),
});

/** `ok`, or the code of the Fault that the call ended with; rejects when it is no Fault. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error instanceof Fault ? error.code : Promise.reject(error)),
  );

/** Resolves when the condition holds; the test's own timeout is its limit. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

/** The reply that carries back who asked: the way to see an answer reach the wrong caller. */
const echo: CallbackHandlers = {
  userVerify: async ({ hashedUsername, x }) => ({ uid: hashedUsername, key: x }),
  machineVerify: async ({ x }) => ({ key: x }),
  read: async ({ uid, referenceId }) => ({
    role: 'signer',
    limits: [],
    destinations: [],
    decisionId: `${uid}/${referenceId}`,
  }),
  update: async ({ payload }) => ({ duplicate: payload === 'again', outcome: 'recorded' }),
};

const unserved: ProxyHandler<AdminHandlers> = {
  get: (handlers, name) =>
    Reflect.get(handlers, name) ?? (async () => Promise.reject(new Error('not served in this test'))),
};

export const createBench = async (): Promise<Bench> => {
  const authority = await createAuthority();
  const [engine, edge, admin] = await Promise.all(
    ['engine', 'edge', 'admin'].map((name) => authority.issue(name)),
  );
  if (!engine || !edge || !admin) throw new Error('three peers were issued');
  const closers: (() => unknown)[] = [];
  const quiet = { warn: () => undefined };
  const log = (lines: LogLine[], level: LogLine['level']) => (fields: LogLine['fields'], message: string) => {
    lines.push({ level, fields, message });
  };

  return {
    authority,
    peers: { engine, edge, admin },
    engine: async ({ callback = {}, admin: adminHandlers = {}, ...options } = {}) => {
      const lines: LogLine[] = [];
      const observed: CallObservation[] = [];
      const server = createRpcServer({
        address: '127.0.0.1:0',
        credentials: engine,
        services: {
          callback: { ...echo, ...callback },
          admin: new Proxy({ ...adminHandlers } as AdminHandlers, unserved),
        },
        callers,
        log: { warn: log(lines, 'warn'), error: log(lines, 'error') },
        onCall: (call) => observed.push(call),
        now: Date.now,
        newId: randomUUID,
        maxDeadlineMs: 120_000,
        ...options,
      });
      const port = await server.listen();
      server.setServing(true);
      closers.push(() => server.close());
      return { server, port, lines, observed };
    },
    callbackClient: (ports, options) => {
      const client = createCallbackClient({
        addresses: ports.map((port) => `127.0.0.1:${port}`),
        credentials: edge,
        serverName: 'localhost',
        log: quiet,
        now: Date.now,
        newId: randomUUID,
        random: () => 0.5,
        ...options,
      });
      closers.unshift(() => client.close());
      return client;
    },
    adminClient: (port, credentials = admin) => {
      const client = createAdminClient({
        addresses: [`127.0.0.1:${port}`],
        credentials,
        serverName: 'localhost',
        now: Date.now,
      });
      closers.unshift(() => client.close());
      return client;
    },
    closeAll: async () => {
      for (const close of closers.splice(0)) await close();
    },
  };
};
