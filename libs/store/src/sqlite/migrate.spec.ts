import { commitOf } from '../contract/harness';
import { connect } from './connection';
import { openSqliteStore } from './sqlite-store';
import { sqliteMigrations } from './schema';
import type { SqliteMigration } from './schema';
import { temporaryDatabase, testDeps } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';

describe('the storage schema of SQLite', () => {
  let database: TemporaryDatabase;
  beforeEach(async () => {
    database = await temporaryDatabase();
    const store = await database.open();
    await store.commit(commitOf({ id: 'u1', state: 'old' }));
    await store.close();
  });
  afterEach(() => database.dispose());

  const addNote: SqliteMigration = (connection) => {
    connection.exec("ALTER TABLE records ADD COLUMN note TEXT NOT NULL DEFAULT 'none'");
    connection.run("UPDATE records SET state = '\"new\"', note = 'migrated'");
  };

  it('moves an old store on by the steps it lacks, once, and keeps the rest', async () => {
    for (let start = 0; start < 2; start++) {
      const store = openSqliteStore(database.path, testDeps, [...sqliteMigrations, addNote]);
      expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'new' });
      expect(await store.history('user', 'u1')).toHaveLength(1);
      await store.close();
    }
  });

  it('refuses a store of a newer storage schema, naming both', async () => {
    await openSqliteStore(database.path, testDeps, [...sqliteMigrations, addNote]).close();
    await expect(database.open()).rejects.toMatchObject({
      code: 'invalid',
      message: 'the store has storage schema 4; this program knows up to 3',
    });
  });

  it('takes tiers into a store of the version before them, which that version then refuses', async () => {
    const beforeTiers = sqliteMigrations.slice(0, 1);
    const old = await temporaryDatabase();
    const before = openSqliteStore(old.path, testDeps, beforeTiers);
    await before.commit(commitOf({ id: 'u1', keys: { username: 'ada' } }));
    await before.close();
    const store = await old.open();
    await store.commit(commitOf({ kind: 'tier', id: 'gold', state: 'new' }));
    expect(await store.find('user', 'username', 'ada')).toMatchObject({ id: 'u1', revision: 1 });
    expect((await store.list('tier', { limit: 10 })).map(({ id }) => id)).toEqual(['gold']);
    expect((await store.events({ after: 0, limit: 10 })).map(({ kind }) => kind)).toEqual(['user', 'tier']);
    await store.close();
    expect(() => openSqliteStore(old.path, testDeps, beforeTiers)).toThrow(
      'the store has storage schema 3; this program knows up to 1',
    );
    await old.dispose();
  });

  it('takes receipts into a store of the version before them, which that version then refuses', async () => {
    const beforeReceipts = sqliteMigrations.slice(0, 2);
    const old = await temporaryDatabase();
    const before = openSqliteStore(old.path, testDeps, beforeReceipts);
    await before.commit(commitOf({ id: 'u1', state: 'old' }));
    await before.close();
    const store = await old.open();
    const receipt = { name: 'key', value: 'v', until: Date.now() + 60_000, expectedVersion: 0 };
    expect(await store.putReceipt(receipt)).toBe(true);
    expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'old' });
    await store.close();
    expect(() => openSqliteStore(old.path, testDeps, beforeReceipts)).toThrow(
      'the store has storage schema 3; this program knows up to 2',
    );
    await old.dispose();
  });

  it('finds what was frozen before that could be listed, until it is frozen no more', async () => {
    const old = await temporaryDatabase();
    const before = openSqliteStore(old.path, testDeps, sqliteMigrations.slice(0, 2));
    const facets = { status: 'active' };
    for (const [id, frozen] of [
      ['u1', true],
      ['u2', false],
      ['u3', true],
    ] as const) {
      await before.commit(commitOf({ id, facets, state: { frozen } }));
    }
    await before.close();
    const store = await old.open();
    const frozen = async () =>
      (await store.list('user', { where: { frozen: 'yes', ...facets }, limit: 10 })).map(({ id }) => id);
    expect(await frozen()).toEqual(['u1', 'u3']);
    await store.commit(commitOf({ id: 'u1', facets, expectedRevision: 1, state: { frozen: false } }));
    expect(await frozen()).toEqual(['u3']);
    await old.dispose();
  });

  it('changes nothing when a step fails', async () => {
    const failing: SqliteMigration = () => {
      throw new Error('step failed');
    };
    expect(() => openSqliteStore(database.path, testDeps, [...sqliteMigrations, addNote, failing])).toThrow(
      'step failed',
    );
    expect(await (await database.open()).get('user', 'u1')).toMatchObject({ state: 'old' });
  });

  it('refuses a record of a newer schema and leaves the others readable', async () => {
    const store = await database.open();
    await store.commit(commitOf({ id: 'u2' }));
    const connection = connect(database.path);
    connection.run("UPDATE records SET schema = 2 WHERE id = 'u1'");
    connection.close();
    await expect(store.get('user', 'u1')).rejects.toMatchObject({ code: 'unavailable' });
    expect(await store.get('user', 'u2')).toMatchObject({ revision: 1 });
  });
});
