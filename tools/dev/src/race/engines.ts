import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAdminClient, createCallbackClient, type CallbackClient } from '@countersign/rpc';
import { bundle } from '../bundle';
import { ensureCertificates } from '../certificates';
import { ensureSecrets } from '../development-secrets';
import { engineAddress, readCredentials, startEngine } from '../engine-process';
import { createPlatform, type Platform } from '../platform';

/** Engines on one store, each a process of its own, and one connection to each, as an edge has it. */
export interface Engines {
  readonly platform: Platform;
  readonly callbacks: readonly CallbackClient[];
  stop(): Promise<void>;
}

export interface EnginesOptions {
  /** Holds secrets, certificates and logs. */
  readonly dir: string;
  readonly storeUrl: string;
  readonly count: number;
  readonly onEnd: (message: string) => void;
}

const CONNECT_MS = 10_000;

export async function startEngines({ dir, storeUrl, count, onEnd }: EnginesOptions): Promise<Engines> {
  await mkdir(join(dir, 'log'), { recursive: true, mode: 0o700 });
  const [secrets, certificates, file] = await Promise.all([
    ensureSecrets(join(dir, 'secrets')),
    ensureCertificates(join(dir, 'certificates'), ['engine', 'edge', 'admin']),
    bundle('engine'),
  ]);
  const running: { stop(): Promise<unknown> }[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
  };
  try {
    const addresses: string[] = [];
    for (let i = 1; i <= count; i += 1) {
      const name = `engine-${i}`;
      const logFile = join(dir, 'log', `${name}.log`);
      const certificate = certificates.engine;
      const engine = await startEngine({ name, file, storeUrl, secrets, certificate, logFile, onEnd });
      running.push(engine);
      addresses.push(engineAddress(engine));
    }
    const edge = { credentials: await readCredentials(certificates.edge), now: Date.now };
    const callbacks = addresses.map((address) =>
      createCallbackClient({
        ...edge,
        addresses: [address],
        transport: 'stream',
        log: { warn: (_, message) => onEnd(message) },
        newId: randomUUID,
        random: Math.random,
      }),
    );
    const admin = createAdminClient({
      addresses: addresses.slice(0, 1),
      credentials: await readCredentials(certificates.admin),
      now: Date.now,
    });
    running.push(...[admin, ...callbacks].map(({ close }) => ({ stop: async () => close() })));
    for (const client of callbacks) await client.waitForReady(Date.now() + CONNECT_MS);
    return { platform: createPlatform(admin), callbacks, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
