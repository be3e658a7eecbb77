/**
 * Makes a database ready, at every start: the storage schema it is at, the steps it lacks, and the indexes, which are
 * declared in models.ts, created where missing and compared with what the server says it has. Every step may run
 * again and in several processes at once. Uniqueness rests on these indexes, so a difference stops the start.
 */
import { fault } from '@countersign/policy';
import { mongo } from 'mongoose';
import type { Model } from 'mongoose';
import { stepsFrom } from '../migrations';
import { asFault, isDuplicate } from './budget';
import { connect } from './connect';
import { encodePair } from './encode';
import { defineModels } from './models';
import type { Models, NamedValue } from './models';
import { identifyServer } from './server';
import type { MongoServer } from './server';

/** Runs before the new version is recorded, so it must bear being run again. */
export type MongoMigration = (models: Models) => Promise<void>;

interface Indexed {
  readonly collection: Pick<Model<NamedValue>['collection'], 'name' | 'indexes'>;
  readonly schema: { indexes(): [Record<string, unknown>, Record<string, unknown>][] };
  createCollection(): Promise<unknown>;
  createIndexes(): Promise<void>;
}

const indexedOf = ({ records, events, pins, receipts, meta }: Models): readonly Indexed[] => [
  ...Object.values(records),
  events,
  pins,
  receipts,
  meta,
];

const summaryOf = (key: unknown, options: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([key, options['unique'] === true, options['sparse'] === true]);

/** IndexOptionsConflict, IndexKeySpecsConflict: the server says by itself that an index of that name is another one. */
const isIndexConflict = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && (error.code === 85 || error.code === 86);

const checkIndexes = async (model: Indexed): Promise<void> => {
  const existing: readonly mongo.IndexDescriptionInfo[] = await model.collection.indexes();
  for (const [key, options] of model.schema.indexes()) {
    const found = existing.find(({ name }) => name === options['name']);
    if (found === undefined || summaryOf(found.key, { ...found }) !== summaryOf(key, options)) {
      const name = `${model.collection.name}.${String(options['name'])}`;
      throw fault('invalid', { message: `the database's index ${name} is not the one this program needs` });
    }
  }
};

const createEverything: MongoMigration = async (models) => {
  for (const model of indexedOf(models)) await model.createCollection();
};

/** As on SQLite (sqlite/schema.ts): a program that does not know tiers must not open this store any more. */
const addTiers: MongoMigration = async ({ records }) => {
  await records.tier.createCollection();
};

/**
 * A program that knows none of these would not apply what was approved, and would do again what was done once. What is
 * frozen has a facet from now on; within a text, quotes are escaped, so what is looked for is a member of the state.
 */
const addChanges: MongoMigration = async ({ records, receipts }) => {
  for (const kind of ['change', 'policy', 'checkpoint'] as const) await records[kind].createCollection();
  await receipts.createCollection();
  const facet = encodePair(['frozen', 'yes']);
  for (const kind of ['tier', 'user', 'machine'] as const) {
    await records[kind].updateMany({ state: /"frozen":true/ }, { $addToSet: { facets: facet } });
  }
};

export const mongoMigrations: readonly MongoMigration[] = [createEverything, addTiers, addChanges];

const prepareDatabase = async (models: Models, migrations: readonly MongoMigration[]): Promise<void> => {
  const { meta } = models;
  const stored = await meta.findOne({ _id: 'schema' }).lean<NamedValue>();
  const version = stored === null ? 0 : Number(stored.value);
  const missing = stepsFrom(version, migrations);
  for (const step of missing) await step(models);
  for (const model of indexedOf(models)) {
    await model.createIndexes().catch((error: unknown) => {
      if (!isIndexConflict(error)) throw error;
    });
    await checkIndexes(model);
  }
  if (missing.length === 0) return;
  try {
    // The filter keeps a slower process from setting the version back.
    const filter = { _id: 'schema', value: String(version) };
    await meta.updateOne(filter, { $set: { value: String(migrations.length) } }, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return prepareDatabase(models, migrations);
  }
};

/** Over a connection of its own, without a limit on time: an index of a large collection takes as long as it takes. */
export const prepareServer = async (
  url: string,
  migrations: readonly MongoMigration[],
): Promise<MongoServer> => {
  const connection = await connect(url);
  try {
    const server = await identifyServer(connection);
    await prepareDatabase(defineModels(connection), migrations);
    return server;
  } catch (error) {
    throw asFault(error);
  } finally {
    await connection.close();
  }
};
