/** The one way to a store: the form of the address says which. */
import { fault } from '@countersign/policy';
import type { StoreDeps } from './deps';
import { openMongoStore } from './mongo/mongo-store';
import { openSqliteStore } from './sqlite/sqlite-store';
import type { Store } from './store';

/**
 * `sqlite:<path>` or `mongodb://…`. Creates what is missing. Throws Fault invalid for any other address, for a
 * database that is not a store and for one of a newer storage schema; unavailable when it cannot be reached.
 */
export const openStore = async (url: string, deps: StoreDeps): Promise<Store> => {
  const sqlitePath = /^sqlite:(.+)$/s.exec(url)?.[1];
  if (sqlitePath !== undefined) return openSqliteStore(sqlitePath, deps);
  if (url.startsWith('mongodb://')) return openMongoStore(url, deps);
  // The address is not repeated: it may hold a password.
  throw fault('invalid', { message: 'STORE_URL must be sqlite:<path> or mongodb://<hosts>/<database>' });
};
