/** A SQLite database of its own for a test, in a temporary folder that `dispose` removes. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../contract/harness';
import type { StoreDeps } from '../deps';
import type { Store } from '../store';
import { openSqliteStore } from './sqlite-store';

export const testDeps: StoreDeps = { now: Date.now, newId: randomUUID };

export interface TemporaryDatabase extends TestDatabase {
  readonly path: string;
}

export const temporaryDatabase = async (): Promise<TemporaryDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-store-'));
  const path = join(folder, 'store.db');
  const stores: Store[] = [];
  return {
    path,
    open: async () => {
      const store = openSqliteStore(path, testDeps);
      stores.push(store);
      return store;
    },
    dispose: async () => {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
