import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFault } from '@countersign/policy';
import { kinds, openStore, type Store } from '@countersign/store';
import { UsageError } from './usage-error';

/** What an audit may do with a store: there is no way to commit. */
export type AuditedStore = Pick<
  Store,
  'get' | 'list' | 'history' | 'head' | 'events' | 'description' | 'close'
>;

export type OpenAudited = (url: string, cwd: string) => Promise<AuditedStore>;

/**
 * Opens a store that is there. openStore creates what is missing, so a mistyped address would be a new and empty store
 * in perfect order: a file has to exist before, and a store has to hold something.
 */
export const openAudited: OpenAudited = async (url, cwd) => {
  const given = /^sqlite:(.+)$/s.exec(url)?.[1];
  const path = given === undefined ? undefined : resolve(cwd, given);
  if (path !== undefined && !isFile(path)) throw new UsageError(`--store: no file at ${path}`);
  const store = await openStore(path === undefined ? url : `sqlite:${path}`, {
    now: Date.now,
    newId: randomUUID,
  }).catch((error: unknown) => {
    if (isFault(error, 'invalid')) throw new UsageError(`--store: ${error.message}`);
    throw error;
  });
  try {
    if (await isEmpty(store)) throw new UsageError('--store: this store is empty; is the address right?');
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
};

const isFile = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size > 0;
};

async function isEmpty(store: Pick<Store, 'list' | 'events'>): Promise<boolean> {
  if ((await store.events({ after: 0, limit: 1 })).length > 0) return false;
  for (const kind of kinds) {
    if ((await store.list(kind, { limit: 1 })).length > 0) return false;
  }
  return true;
}
