import { createConnection } from 'mongoose';
import { allEvents, commitOf } from '../contract/harness';
import { defineModels } from './models';
import type { Models } from './models';
import { describeOnMongo } from './on-server';
import { mongoMigrations } from './prepare';
import type { MongoMigration } from './prepare';
import { temporaryDatabase } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';

describeOnMongo('the storage schema of MongoDB', (server) => {
  let database: TemporaryDatabase;
  let models: Models;
  let disconnect: () => Promise<void>;
  beforeEach(async () => {
    database = await temporaryDatabase(server);
    const store = await database.open();
    await store.commit(commitOf({ id: 'u1', state: 'old' }));
    await store.close();
    const connection = await createConnection(database.url, {
      autoIndex: false,
      autoCreate: false,
    }).asPromise();
    models = defineModels(connection);
    disconnect = () => connection.close();
  });
  afterEach(async () => {
    await disconnect();
    await database.dispose();
  });

  const rewrite: MongoMigration = async ({ records }) => {
    await records.user.updateMany({ state: '"old"' }, { $set: { state: '"new"' } });
  };

  it('moves an old store on by the steps it lacks, also when two processes start at once', async () => {
    const migrations = [...mongoMigrations, rewrite];
    const stores = await Promise.all([database.open({ migrations }), database.open({ migrations })]);
    for (const store of stores)
      expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'new' });
    expect(await models.meta.findOne({ _id: 'schema' }).lean()).toEqual({ _id: 'schema', value: '4' });
  });

  it('refuses a store of a newer storage schema, naming both', async () => {
    await (await database.open({ migrations: [...mongoMigrations, rewrite] })).close();
    await expect(database.open()).rejects.toMatchObject({
      code: 'invalid',
      message: 'the store has storage schema 4; this program knows up to 3',
    });
  });

  it('takes tiers into a store of the version before them, which that version then refuses', async () => {
    await models.records.tier.collection.drop();
    await models.meta.updateOne({ _id: 'schema' }, { $set: { value: '1' } });
    const store = await database.open();
    expect((await models.records.tier.collection.indexes()).map(({ name }) => name)).toContain('keys');
    await store.commit(commitOf({ kind: 'tier', id: 'gold', state: 'new' }));
    expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'old' });
    expect((await allEvents(store, 2)).map(({ kind }) => kind)).toEqual(['user', 'tier']);
    await store.close();
    await expect(database.open({ migrations: mongoMigrations.slice(0, 1) })).rejects.toMatchObject({
      code: 'invalid',
      message: 'the store has storage schema 3; this program knows up to 1',
    });
  });

  it('takes receipts into a store of the version before them, which that version then refuses', async () => {
    await models.receipts.collection.drop();
    await models.meta.updateOne({ _id: 'schema' }, { $set: { value: '2' } });
    const store = await database.open();
    expect((await models.receipts.collection.indexes()).map(({ name }) => name)).toContain('until');
    const receipt = { name: 'key', value: 'v', until: Date.now() + 60_000, expectedVersion: 0 };
    expect(await store.putReceipt(receipt)).toBe(true);
    expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'old' });
    await store.close();
    await expect(database.open({ migrations: mongoMigrations.slice(0, 2) })).rejects.toMatchObject({
      code: 'invalid',
      message: 'the store has storage schema 3; this program knows up to 2',
    });
  });

  it('finds what was frozen before that could be listed, until it is frozen no more', async () => {
    const before = await database.open();
    const facets = { status: 'active' };
    for (const [id, frozen] of [
      ['f1', true],
      ['f2', false],
      ['f3', true],
    ] as const) {
      await before.commit(commitOf({ id, facets, state: { label: '"frozen":true', frozen } }));
    }
    await before.close();
    await models.meta.updateOne({ _id: 'schema' }, { $set: { value: '2' } });
    const store = await database.open();
    const frozen = async () =>
      (await store.list('user', { where: { frozen: 'yes', ...facets }, limit: 10 })).map(({ id }) => id);
    expect(await frozen()).toEqual(['f1', 'f3']);
    await store.commit(commitOf({ id: 'f1', facets, expectedRevision: 1, state: { frozen: false } }));
    expect(await frozen()).toEqual(['f3']);
  });

  it('refuses a record of a newer schema', async () => {
    await models.records.user.updateOne({ _id: 'u1' }, { $set: { schema: 2 } });
    await expect((await database.open()).get('user', 'u1')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('creates an index that is missing', async () => {
    await models.records.user.collection.dropIndex('keys');
    await database.open();
    expect((await models.records.user.collection.indexes()).map(({ name }) => name)).toContain('keys');
  });

  it('refuses to start on an index that does not say what it must', async () => {
    await models.records.user.collection.dropIndex('keys');
    await models.records.user.collection.createIndex({ keys: 1 }, { name: 'keys' });
    await expect(database.open()).rejects.toMatchObject({ code: 'invalid' });
  });

  it('keeps two starts on an empty database apart', async () => {
    const empty = await temporaryDatabase(server);
    const stores = await Promise.all([empty.open(), empty.open(), empty.open()]);
    await Promise.all(stores.map((store, n) => store.commit(commitOf({ id: `u${n}` }))));
    expect(await stores[0]?.list('user', { limit: 10 })).toHaveLength(3);
    await empty.dispose();
  });
});
