/**
 * The embedded store: one SQLite file, one machine. Acknowledged means on disk (WAL, synchronous=FULL). It outlives a
 * killed process, a full disk and a file that goes away and comes back (see database.ts); what each of these refuses
 * meanwhile is Fault `unavailable`.
 */
import { resolve } from 'node:path';
import { fault } from '@countersign/policy';
import { checkListQuery, checkPage, checkReceipt, encodeCommit, isStorable } from '../commit-check';
import type { StoreDeps } from '../deps';
import type { CallOptions, Store } from '../store';
import { createWakeup } from '../wakeup';
import { createWatch } from '../watch';
import type { Connection } from './connection';
import { openDatabase } from './database';
import { createGroupCommit } from './group-commit';
import { findRecord, getRecord, listRecords, readEvents, readHead, readHistory } from './read';
import { getReceipt } from './receipts';
import { sqliteMigrations } from './schema';
import type { SqliteMigration } from './schema';

/** How often `watch` looks for events of other processes; those of this one wake it at once. */
const pollMs = 250;

export const openSqliteStore = (
  path: string,
  deps: StoreDeps,
  migrations: readonly SqliteMigration[] = sqliteMigrations,
): Store => {
  const absolute = resolve(path);
  const database = openDatabase({ ...deps, path: absolute, migrations });
  const wakeup = createWakeup();
  const closing = new AbortController();
  const group = createGroupCommit({ database, now: deps.now, committed: wakeup.wake });

  const read = async <T>(work: (connection: Connection) => T, options?: CallOptions): Promise<T> => {
    if (options?.deadline !== undefined && deps.now() >= options.deadline) throw fault('deadline');
    return database.use(work);
  };
  const events: Store['events'] = async ({ after, limit }) => {
    checkPage(after, limit);
    return read((connection) => readEvents(connection, after, limit));
  };
  const engine = database.use((connection) =>
    connection.row<{ version: string }>('SELECT sqlite_version() AS version'),
  );

  return {
    description: { server: `SQLite ${engine?.version} (libsql)`, url: `sqlite:${absolute}` },
    get: (kind, id, options) => read((connection) => getRecord(connection, kind, id), options),
    find: (kind, key, value, options) =>
      read((connection) => findRecord(connection, kind, key, value), options),
    commit: async (commit, options) => group.commit(encodeCommit(commit), options?.deadline),
    list: async (kind, query, options) => {
      checkListQuery(query);
      return read((connection) => listRecords(connection, kind, query), options);
    },
    history: (kind, id, options = {}) =>
      read((connection) => readHistory(connection, kind, id, options), options),
    head: (kind, id) => read((connection) => readHead(connection, kind, id)),
    events,
    watch: createWatch({ events, wakeup, pollMs, closing: closing.signal }),
    pin: async (name, value) => {
      if (!isStorable(name) || !isStorable(value))
        throw fault('invalid', { details: ['pin: must be storable text'] });
      const pinned = database.use((connection) =>
        connection.transaction(() => {
          connection.run('INSERT INTO pins (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING', name, value);
          return connection.row<{ value: string }>('SELECT value FROM pins WHERE name = ?', name);
        }),
      );
      database.confirm();
      return pinned?.value ?? value;
    },
    receipt: (name, options) => read((connection) => getReceipt(connection, name, deps.now()), options),
    putReceipt: async (receipt, options) => {
      checkReceipt(receipt);
      return group.putReceipt(receipt, options?.deadline);
    },
    ping: async () => {
      // A write, because a decision needs one: on a full disk reading still works.
      const sql =
        "INSERT INTO meta (name, value) VALUES ('ping', ?) ON CONFLICT DO UPDATE SET value = excluded.value";
      database.use((connection) => connection.transaction(() => connection.run(sql, String(deps.now()))));
    },
    close: async () => {
      closing.abort();
      await group.settled();
      database.close();
    },
  };
};
