/**
 * The real engine and edge, as processes with a database in a temporary folder, and the people and machines of the demo
 * in it. The AES secret is a constant, so that an input that was kept means the same at every run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlatform, createWorld, readCredentials, startStack } from '@countersign/dev';
import { createHotWallet } from '@countersign/hotwallet';
import { createEdgeConnections } from './edge/edge-connections';
import { createEdgeTarget } from './edge/edge-target';
import { createEngineCalls } from './engine/engine-calls';
import { createEngineTarget } from './engine/engine-target';
import { readSchema } from './engine/schema';
import { createProcessWatch, type ProcessWatch } from './process-watch';
import { readEdgeSeeds, readEngineSeeds } from './seeds';
import { findProtoRoot, protoFiles } from '@countersign/rpc';
import type { Target } from './target';

export interface FuzzedStack {
  readonly targets: readonly Target[];
  /** By process, the most memory that was seen, in bytes. */
  peaks(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Well-known on purpose: nothing but this program and its own edge ever uses it. */
const SECRET = 'fuzz.Vq3mK8xTz1Lr7WcYp5NdHb2s';
const CONTROL = { uid: 'fuzz-control', machineId: 'fuzz-control-machine', x: 'c0ffee' };
/** Rates that would turn all but a few inputs away before anything looks at them. */
const WIDE = { EDGE_SOURCE_PER_SECOND: '1000000', EDGE_SUBJECT_PER_MINUTE: '1000000' };
const LIMIT_MS = 10_000;
const MAX_BYTES = 1024 * 2 ** 20;

export const startFuzzedStack = async (): Promise<FuzzedStack> => {
  const dir = await mkdtemp(join(tmpdir(), 'countersign-fuzz-'));
  const ends: string[] = [];
  const stack = await startStack({
    dir,
    env: { edge: { EDGE_SECRET: 'env:FUZZ_SECRET', FUZZ_SECRET: SECRET, ...WIDE } },
    onEnd: (message) => ends.push(message),
  });
  const wallet = createHotWallet({ url: stack.url, secret: SECRET, timeoutMs: LIMIT_MS });
  const connections = createEdgeConnections({ port: () => stack.edge.ports().port, limitMs: LIMIT_MS });
  const callsOf = async (peer: 'edge' | 'admin') =>
    createEngineCalls({
      port: () => stack.engine.ports().port,
      credentials: await readCredentials(stack.certificates[peer]),
      limitMs: LIMIT_MS,
    });
  const [asEdge, asAdmin] = await Promise.all([callsOf('edge'), callsOf('admin')]);
  const stop = async (): Promise<void> => {
    wallet.close();
    connections.close();
    asEdge.close();
    asAdmin.close();
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  };

  const watch = (process: typeof stack.edge): ProcessWatch =>
    createProcessWatch({
      name: process.name,
      logFile: join(dir, 'log', `${process.name}.log`),
      operationsPort: () => process.ports().operationsPort,
      ends: () => ends.splice(0),
      maxBytes: MAX_BYTES,
    });
  const watches = { edge: watch(stack.edge), engine: watch(stack.engine) };

  const ask = async (): Promise<string> => {
    const { payload, status } = await wallet.machineVerify({ machineId: CONTROL.machineId, x: CONTROL.x });
    const { key } = (payload ?? {}) as { key?: string };
    return key ?? `status ${status}`;
  };

  try {
    const platform = createPlatform(stack.admin);
    await createWorld(platform);
    await platform.createUser({ uid: CONTROL.uid });
    await platform.createMachine(CONTROL.machineId, CONTROL.uid);
    const key = await ask();
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`the control question was answered: ${key}`);
    const control = async (): Promise<string | undefined> => {
      const answer = await ask().catch((error: Error) => error.message);
      return answer === key ? undefined : `the control question was answered: ${answer}`;
    };
    return {
      targets: [
        createEdgeTarget({
          connections,
          seeds: readEdgeSeeds(),
          secret: SECRET,
          watches: [watches.edge, watches.engine],
          control,
        }),
        createEngineTarget({
          schema: readSchema(findProtoRoot(__dirname), protoFiles),
          seeds: readEngineSeeds(),
          calls: { edge: asEdge, admin: asAdmin },
          control: { ...CONTROL, key },
          watches: [watches.engine, watches.edge],
        }),
      ],
      peaks: () => new Map(Object.entries(watches).map(([name, { peak }]) => [name, peak()])),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
