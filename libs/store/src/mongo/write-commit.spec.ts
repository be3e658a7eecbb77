/**
 * A write whose reply was lost is sent again. A server that remembers the first try answers for it (network.spec.ts);
 * where it does not, the second try meets the effect of the first. Two commits with one and the same id stand for that.
 */
import { createConnection } from 'mongoose';
import { encodeCommit } from '../commit-check';
import { codeOf, commitOf, countUp } from '../contract/harness';
import { createBudget } from './budget';
import { defineModels } from './models';
import { describeOnMongo } from './on-server';
import { temporaryDatabase, testDeps } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';
import { createWriteCommit } from './write-commit';
import type { WriteCommit } from './write-commit';

describeOnMongo('a MongoDB write that is tried again', (server) => {
  let database: TemporaryDatabase;
  let write: (id: string, ...part: Parameters<typeof commitOf>) => Promise<number>;
  let disconnect: () => Promise<void>;
  beforeEach(async () => {
    database = await temporaryDatabase(server);
    await database.open();
    const connection = await createConnection(database.url, {
      autoIndex: false,
      autoCreate: false,
    }).asPromise();
    const { records } = defineModels(connection);
    const writeAs = (id: string): WriteCommit => createWriteCommit({ records, newId: () => id });
    write = (id, part) => writeAs(id)(encodeCommit(commitOf(part)), createBudget(testDeps, 10_000));
    disconnect = () => connection.close();
  });
  afterEach(async () => {
    await disconnect();
    await database.dispose();
  });

  it('is recognised as done when it was a create, with or without a key', async () => {
    for (const part of [{ id: 'u1' }, { id: 'u2', keys: { username: 'ada' } }]) {
      expect(await write('one', part)).toBe(1);
      expect(await write('one', part)).toBe(1);
      expect(await codeOf(write('two', part))).toBe('conflict');
    }
  });

  it('is recognised as done when it was a change that met itself', async () => {
    await write('zero', { id: 'u1' });
    const tries = countUp(1, 5).map(() => write('one', { id: 'u1', expectedRevision: 1, state: 'changed' }));
    const codes = await Promise.all(tries.map(codeOf));
    expect(codes.filter((code) => code === 'none').length).toBeGreaterThan(1);
    const store = await database.open();
    expect(await store.get('user', 'u1')).toMatchObject({ revision: 2, state: 'changed' });
    expect(await store.history('user', 'u1')).toHaveLength(2);
  });

  it('is recognised as done when it was a create, under any number of later changes', async () => {
    await write('zero', { id: 'u1' });
    for (const n of countUp(1, 30)) await write(`later ${n}`, { id: 'u1', expectedRevision: n });
    expect(await write('zero', { id: 'u1' })).toBe(1);
    expect(await codeOf(write('later 1', { id: 'u1' }))).toBe('conflict');
  });
});
