/** The admin service on a real socket, in this process, so that a test sees its log, its refusals and its streams. */
import { randomUUID } from 'node:crypto';
import { createAdminClient, type AdminClient } from '@countersign/rpc';
import { createLog } from '@countersign/runtime';
import type { AnyTRPCRouter } from '@trpc/server';
import { createStreams, type Streams } from '../src/events/streams';
import { createIdentify, type IdentifyDeps } from '../src/identity/identify';
import type { Refusal } from '../src/identity/refusal';
import { createSpend } from '../src/identity/spent-tokens';
import { createRequestContext } from '../src/request-context';
import { startAdminServer, type AdminServer, type AdminServerDeps } from '../src/server';
import type { Leaf } from './authority';

export interface AdminOptions
  extends Pick<IdentifyDeps, 'verifyToken'>, Partial<Pick<AdminServerDeps, 'tls' | 'clients'>> {
  readonly router: AnyTRPCRouter;
  /** `host:port` of the engine, and what this process proves itself with. */
  readonly engine: { readonly address: string; readonly leaf: Leaf } | AdminClient;
  readonly certificateScopes?: IdentifyDeps['certificateScopes'];
  readonly port?: number;
  readonly budgetMs?: number;
  readonly maxStreams?: number;
  readonly bodyLimit?: number;
}

export interface AdminUnderTest {
  readonly port: number;
  readonly url: string;
  readonly engine: AdminClient;
  /** Lines as they are written. */
  readonly lines: readonly string[];
  readonly refusals: readonly Refusal[];
  readonly observed: readonly { readonly path: string; readonly outcome: string }[];
  readonly streams: Streams;
  readonly renewTls: AdminServer['renewTls'];
  /** In order, as on SIGTERM. */
  stop(): Promise<void>;
}

export async function startAdmin(options: AdminOptions): Promise<AdminUnderTest> {
  const engine =
    'leaf' in options.engine
      ? createAdminClient({
          addresses: [options.engine.address],
          credentials: options.engine.leaf,
          now: Date.now,
          maxMessageBytes: 5 * 1024 * 1024,
        })
      : options.engine;
  const lines: string[] = [];
  const refusals: Refusal[] = [];
  const observed: { path: string; outcome: string }[] = [];
  const log = createLog({
    process: 'admin',
    level: 'debug',
    destination: { write: (line) => void lines.push(line) },
  });
  const refused = (cause: Refusal, call: object): void => {
    refusals.push(cause);
    log.warn({ cause, ...call }, 'refused');
  };
  const stopping = new AbortController();
  const streams = createStreams({ max: options.maxStreams ?? 10, stopping: stopping.signal });
  const { verifyToken, tls, clients } = options;
  const server = await startAdminServer({
    listen: { host: '127.0.0.1', port: options.port ?? 0 },
    ...(tls !== undefined && { tls }),
    ...(clients !== undefined && { clients }),
    router: options.router,
    createContext: createRequestContext({
      engine,
      identify: createIdentify({
        certificateScopes: options.certificateScopes ?? new Map(),
        ...(verifyToken !== undefined && { verifyToken }),
      }),
      spend: createSpend({ engine, refused }),
      refused,
      observe: (path, outcome) => observed.push({ path, outcome }),
      streams,
      log,
      now: Date.now,
      newId: randomUUID,
      budgetMs: options.budgetMs ?? 5_000,
      bulkBudgetMs: 20_000,
    }),
    bodyLimit: options.bodyLimit ?? 1024 * 1024,
    maxBatch: 5,
    log,
  });
  return {
    port: server.port,
    url: `${tls === undefined ? 'http' : 'https'}://localhost:${server.port}`,
    engine,
    lines,
    refusals,
    observed,
    streams,
    renewTls: server.renewTls,
    stop: async () => {
      stopping.abort();
      await server.drain();
      engine.close();
    },
  };
}
