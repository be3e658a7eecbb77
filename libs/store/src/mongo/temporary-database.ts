/** A MongoDB database of its own for a test, on the server at MONGODB_URI; `dispose` drops it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import type { TestDatabase } from '../contract/harness';
import type { StoreDeps } from '../deps';
import type { Store } from '../store';
import { openMongoStore } from './mongo-store';
import type { MongoStoreExtras } from './mongo-store';

export const testDeps: StoreDeps = { now: Date.now, newId: randomUUID };

export interface TemporaryDatabase extends TestDatabase {
  readonly url: string;
  open(extras?: MongoStoreExtras): Promise<Store>;
}

/** `server` is an address without a database name that matters: a random name takes its place. */
export const temporaryDatabase = async (server: string): Promise<TemporaryDatabase> => {
  const url = new URL(server);
  url.pathname = `/countersign-test-${randomBytes(6).toString('hex')}`;
  const stores: Store[] = [];
  return {
    url: url.href,
    open: async (extras) => {
      const store = await openMongoStore(url.href, testDeps, extras);
      stores.push(store);
      return store;
    },
    dispose: async () => {
      for (const store of stores) await store.close();
      const connection = await createConnection(url.href, { autoIndex: false }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};
