/** Calls procedures as an authorised caller would, in this process, through the whole chain and down to a real engine. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault, type Fault } from '@countersign/policy';
import { createAdminClient, createCallbackClient, type AdminClient, type ReadReply } from '@countersign/rpc';
import { createLog } from '@countersign/runtime';
import { TRPCError } from '@trpc/server';
import { scopes, type Scope } from '../src/access';
import { createStreams } from '../src/events/streams';
import { faultBehind } from '../src/fault-mapping';
import { adminRouter } from '../src/router';
import { createCallerFactory, type AdminContext } from '../src/trpc';
import { createAuthority } from './authority';
import { startEngine, type EngineProcess } from './engine-process';

const callerOf = createCallerFactory(adminRouter);
export type Caller = ReturnType<typeof callerOf>;

export interface World {
  readonly engine: EngineProcess;
  readonly client: AdminClient;
  /** Everything, as `ops:anna`; or somebody else, with some scopes. */
  caller(actor?: string, granted?: readonly Scope[]): Caller;
  readonly lines: readonly string[];
  /** As CoKeeps would ask through the edge. */
  read(of: { readonly uid: string; readonly referenceId: string }): Promise<ReadReply>;
  update(payload: string): Promise<void>;
  /** Of every call. */
  readonly requestId: string;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-admin-'));
  const authority = await createAuthority(join(dir, 'certificates'));
  const engine = await startEngine(dir, await authority.issue('engine'));
  const client = createAdminClient({
    addresses: [engine.address],
    credentials: await authority.issue('admin'),
    now: Date.now,
    maxMessageBytes: 5 * 1024 * 1024,
  });
  const edge = createCallbackClient({
    addresses: [engine.address],
    credentials: await authority.issue('edge'),
    now: Date.now,
    transport: 'unary',
    log: { warn: () => undefined },
    newId: randomUUID,
    random: Math.random,
  });
  const options = () => ({ requestId: randomUUID(), deadline: Date.now() + 5_000 });
  const requestId = randomUUID();
  const lines: string[] = [];
  return {
    requestId,
    engine,
    client,
    lines,
    caller: (actor = 'ops:anna', granted = scopes) =>
      callerOf({ ...contextOf(client, lines), requestId, identity: identified(actor, granted) }),
    read: (of) => edge.read(of, options()),
    update: async (payload) => void (await edge.update({ payload }, options())),
    stop: async () => {
      edge.close();
      client.close();
      await engine.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const identified = (actor: string, granted: readonly Scope[]): AdminContext['identity'] => ({
  principal: { actor, scopes: new Set(granted), expiresAt: null, token: null },
});

const contextOf = (engine: AdminClient, lines: string[]): Omit<AdminContext, 'identity' | 'requestId'> => ({
  engine,
  reachable: (deadline) => engine.waitForReady(deadline),
  log: createLog({
    process: 'admin',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  }),
  now: Date.now,
  newId: randomUUID,
  budgetMs: 5_000,
  bulkBudgetMs: 20_000,
  // Which tokens are spent is tested where tokens are: identity.
  spend: async () => undefined,
  refused: () => undefined,
  observe: () => undefined,
  streams: createStreams({ max: 1, stopping: new AbortController().signal }),
});

/** What every mutation is given, with a key nobody used before. */
export const cause = () => ({ reason: 'a test', idempotencyKey: randomUUID() });

/** The fault that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<Fault> {
  try {
    await call;
  } catch (error) {
    if (isFault(error)) return error;
    const behind = error instanceof TRPCError ? faultBehind(error) : undefined;
    if (behind !== undefined) return behind;
    throw error;
  }
  throw new Error('it was not refused');
}
