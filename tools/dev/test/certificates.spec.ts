/**
 * The processes, as they run, get new certificates and a new authority while wallets ask and officers look: nothing
 * fails, whether a process sees the files change or is told by SIGHUP, and what it cannot use it does not take.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { createHotWallet } from '@countersign/hotwallet';
import { createAuthority, issueCertificate, type Identity, type Validity } from '../src/certificates';
import { alice, createWorld } from '../src/demo-world';
import { createPlatform } from '../src/platform';
import { startStack, type Stack } from '../src/stack';
import type { Supervised } from '../src/supervised';
import { until } from '../src/until';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 60_000;
const names = ['engine', 'edge', 'admin'] as const;

let dir: string;
let stack: Stack;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-certificates-'));
  const env = {
    // Only SIGHUP tells the engine.
    engine: { ENGINE_RELOAD_MS: String(HOUR_MS) },
    edge: { EDGE_RELOAD_MS: '100', EDGE_BUDGET_MS: '30000' },
    admin: { ADMIN_RELOAD_MS: '100', ADMIN_BUDGET_MS: '30000' },
  };
  stack = await startStack({ dir, env, onEnd: () => undefined });
  await createWorld(createPlatform(stack.admin));
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

/** Puts the texts in place file by file, each at once. */
function put(texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(dir, 'new'), text, { mode: 0o600 });
    renameSync(join(dir, 'new'), join(dir, 'certificates', name));
  }
}
const current = (name: string): string => readFileSync(join(dir, 'certificates', name), 'utf8');
const filesOf = (name: string, { certificate, key }: Identity) => ({
  [`${name}.key`]: key,
  [`${name}.crt`]: certificate,
});
const validUntil = (end: number): Validity => ({
  notBefore: new Date(Date.now() - 24 * HOUR_MS),
  notAfter: new Date(end),
});

async function metric(process: Supervised, line: string): Promise<number> {
  const { operationsPort } = process.ports();
  const text = await (await fetch(`http://127.0.0.1:${operationsPort}/metrics`)).text();
  const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
  return found === undefined ? 0 : Number(found.slice(line.length));
}
const untilMetric = (
  process: Supervised,
  line: string,
  holds: (value: number) => boolean,
): Promise<unknown> =>
  until(
    `${line} of ${process.name}`,
    async () => holds(await metric(process, line)) || undefined,
    PATIENCE_MS,
  );

/** By SIGHUP to the engine and by themselves to the others; resolves when each of them has loaded what `change` put. */
async function reloaded(change: () => void): Promise<void> {
  const counters = [
    [stack.engine, 'engine_reloads_total{what="certificate",outcome="done"}'],
    [stack.edge, 'edge_reloads_total{what="engine certificate",outcome="done"}'],
    [stack.adminProcess, 'admin_reloads_total{what="engine certificate",outcome="done"}'],
  ] as const;
  const before = await Promise.all(counters.map(([process, line]) => metric(process, line)));
  change();
  stack.engine.reload();
  await Promise.all(
    counters.map(([process, line], at) => untilMetric(process, line, (value) => value > Number(before[at]))),
  );
}

function startLoad() {
  const failed: string[] = [];
  let answered = 0;
  let stopping = false;
  const wallet = createHotWallet({
    url: stack.url,
    secret: readFileSync(stack.secretFile, 'utf8'),
    timeoutMs: PATIENCE_MS,
  });
  const officer = stack.as('officer');
  const again = async (what: string, ask: () => Promise<boolean>): Promise<void> => {
    while (!stopping) {
      const right = await ask().catch((error: Error) => error);
      if (right === true) answered += 1;
      else failed.push(`${what}: ${right === false ? 'refused' : right.message}`);
    }
  };
  const all = Promise.all([
    ...Array.from({ length: 3 }, () =>
      again('wallet', async () => (await wallet.read({ uid: alice.uid })).outer?.success === true),
    ),
    again('officer', async () => (await officer.users.get.query({ uid: alice.uid })).uid === alice.uid),
  ]);
  return {
    failed,
    async more(count: number): Promise<void> {
      const enough = answered + count;
      await until(`${count} answers`, async () => answered >= enough || undefined, PATIENCE_MS);
    },
    async stop(): Promise<void> {
      stopping = true;
      await all;
      wallet.close();
    },
  };
}

test('certificates and their authority are replaced under load; what cannot be used is not taken', async () => {
  const load = startLoad();
  try {
    await load.more(50);
    const end = Date.now() + 48 * HOUR_MS;
    const authority = await createAuthority(validUntil(end));
    const next = await Promise.all(
      names.map(async (name) => filesOf(name, await issueCertificate(authority, name, validUntil(end)))),
    );
    const old = current('ca.crt');

    await reloaded(() => put({ 'ca.crt': `${old}\n${authority.certificate}` }));
    await load.more(50);
    await reloaded(() => next.forEach(put));
    await load.more(50);
    await reloaded(() => put({ 'ca.crt': authority.certificate }));
    await load.more(50);
    const ends = Date.parse(new X509Certificate(current('engine.crt')).validTo) / 1000;
    for (const [process, line] of [
      [stack.engine, 'engine_certificate_ends_seconds'],
      [stack.edge, 'edge_engine_certificate_ends_seconds'],
      [stack.adminProcess, 'admin_engine_certificate_ends_seconds'],
    ] as const) {
      await untilMetric(process, line, (value) => value === ends);
    }

    const expired = await issueCertificate(authority, 'edge', validUntil(Date.now() - HOUR_MS));
    const good = { 'edge.key': current('edge.key'), 'edge.crt': current('edge.crt') };
    put(filesOf('edge', expired));
    await until('the log says why', async () => /edge\.crt: has expired at/.test(log('edge')) || undefined);
    await load.more(50);
    put(good);
    expect(load.failed).toEqual([]);
  } finally {
    await load.stop();
  }
  expect(load.failed).toEqual([]);

  // Everybody connects anew, and only the new authority is known.
  await stack.engine.crash();
  const after = startLoad();
  try {
    await after.more(50);
  } finally {
    await after.stop();
  }
}, 180_000);

const log = (name: string): string => readFileSync(join(dir, 'log', `${name}.log`), 'utf8');
