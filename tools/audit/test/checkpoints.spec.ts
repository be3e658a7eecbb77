import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAggregates } from '@countersign/commands';
import { createLogDigest, createSigner, type SignedStatement } from '@countersign/evidence';
import { CHECKPOINT_ID, makeCheckpoint } from '@countersign/policy';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import type { Report } from '../src/verify-store';
import { run, runJson } from './run';
import { START, createWorld, withHistory } from './world';

const signer = createSigner(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
);

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-audit-'));
  writeFileSync(join(dir, 'audit.pem'), signer.publicKey);
  writeFileSync(join(dir, 'other.pem'), 'none');
});
afterAll(() => rmSync(dir, { recursive: true }));

/** A store in order with two checkpoints in its log, each altered by `change`. */
async function populated(change: (statement: SignedStatement) => SignedStatement = (made) => made) {
  const disk = createMemoryDisk();
  const store = openMemoryStore(disk, { now: Date.now });
  const world = createWorld(store);
  await withHistory(world);
  const { checkpoints } = createAggregates({ store, now: () => START });
  for (let i = 0; i < 2; i += 1) {
    const log = createLogDigest();
    for (const { hash } of disk.log) log.add(hash);
    const made = signer.sign({ position: log.position(), digest: log.digest(), at: START });
    await checkpoints.change(CHECKPOINT_ID, world.call, (state) => makeCheckpoint(state, change(made)));
  }
  return store;
}

const findingsIn = async (store: Awaited<ReturnType<typeof populated>>, ...args: readonly string[]) => {
  const { result } = await runJson<Report>(store, ['verify', ...args], { cwd: dir });
  return result.findings.map(({ kind, seq, reason, message }) => [kind, seq, reason, message]);
};

it('finds nothing in checkpoints that are right, with the key and without', async () => {
  const store = await populated();
  expect(await findingsIn(store)).toEqual([]);
  expect(await findingsIn(store, '--audit-key', 'audit.pem')).toEqual([]);
});

it('finds a checkpoint that was made of other events', async () => {
  const store = await populated((made) => signer.sign({ ...made, digest: 'f'.repeat(64) }));
  const findings = await findingsIn(store);
  expect(findings).toHaveLength(2);
  expect(findings[0]).toEqual([
    'checkpoint',
    1,
    'checkpoint differs',
    expect.stringMatching(/^the first \d+ events of the log are not those it was made of$/),
  ]);
});

it('finds one that speaks of events to come', async () => {
  const store = await populated((made) => signer.sign({ ...made, position: made.position + 1 }));
  expect(await findingsIn(store)).toHaveLength(2);
});

it('finds a signature that does not hold, when it has the key', async () => {
  const store = await populated((made) => ({ ...made, at: made.at + 1 }));
  expect(await findingsIn(store)).toEqual([]);
  const forged = ['checkpoint differs', 'the checkpoint does not hold: its signature does not hold'];
  expect(await findingsIn(store, '--audit-key', 'audit.pem')).toEqual([
    ['checkpoint', 1, ...forged],
    ['checkpoint', 2, ...forged],
  ]);
});

it('says nothing about checkpoints behind a hole in the log', async () => {
  const store = await populated();
  const holed = {
    ...store,
    events: async (query: Parameters<typeof store.events>[0]) =>
      (await store.events(query)).filter(({ position }) => position !== 3),
  };
  expect((await findingsIn(holed)).map(([, , reason]) => reason)).toEqual(['gap']);
});

it('takes no file that has no key', async () => {
  const store = await populated();
  for (const file of ['other.pem', 'absent.pem']) {
    const { code, err } = await run(store, ['verify', '--audit-key', file], { cwd: dir });
    expect([code, err]).toEqual([2, expect.stringContaining(`--audit-key ${file}: `)]);
  }
});
