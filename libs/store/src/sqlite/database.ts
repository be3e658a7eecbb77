/**
 * The database of a running store: the same file, or none.
 *
 * A file can be deleted, moved or replaced under a running process, and SQLite would go on writing into the deleted
 * one. So before every use the path is compared with the file that is open (and its log). When they differ, every call
 * is refused with Fault `unavailable` until the same store is back: the file itself, or a copy that carries the
 * store's id and still has the last event this process knows of. Anything else stays refused: an empty file, another
 * store, an older copy that has forgotten what was acknowledged. Nothing is ever created here.
 */
import { fault } from '@countersign/policy';
import type { StoreDeps } from '../deps';
import { connect } from './connection';
import type { Connection } from './connection';
import { createOrOpen } from './create';
import { fingerprintOf, inodeOf, markOf } from './identity';
import { applicationId, tagOf } from './schema';
import type { SqliteMigration } from './schema';
import { asFault, spoilsConnection } from './trouble';

export interface LastEvent {
  readonly position: number;
  readonly hash: string;
}

export interface SqliteDatabase {
  /** Runs `work` on the store. Throws Fault unavailable when the store is not there or cannot do it now. */
  use<T>(work: (connection: Connection) => T): T;
  /** Throws Fault unavailable unless the file that is open is still the one at the path. */
  confirm(): void;
  close(): void;
}

export interface SqliteDatabaseDeps extends Pick<StoreDeps, 'newId' | 'log'> {
  readonly path: string;
  readonly migrations: readonly SqliteMigration[];
}

interface Live {
  readonly connection: Connection;
  readonly file: string | undefined;
  readonly wal: string | undefined;
}

const lastEventOf = (connection: Connection): LastEvent | undefined =>
  connection.row<LastEvent>('SELECT position, hash FROM events ORDER BY position DESC LIMIT 1');

const storeIdOf = (connection: Connection): string | undefined =>
  connection.row<{ value: string }>("SELECT value FROM meta WHERE name = 'store'")?.value;

const schemaOf = (connection: Connection): string | undefined =>
  connection.row<{ value: string }>("SELECT value FROM meta WHERE name = 'schema'")?.value;

const orFault = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
};

export const openDatabase = (deps: SqliteDatabaseDeps): SqliteDatabase => {
  const { path } = deps;
  const walPath = `${path}-wal`;
  const hold = (connection: Connection): Live => ({ connection, file: inodeOf(path), wal: inodeOf(walPath) });

  const first = orFault(() => createOrOpen(path, deps.migrations, deps.newId));
  const storeId = storeIdOf(first) ?? '';
  let last = lastEventOf(first);
  let live: Live | undefined = hold(first);
  let refused: string | undefined;
  let gone = false;
  let closed = false;

  const isThere = (held: Live): boolean =>
    held.file !== undefined && held.file === inodeOf(path) && held.wal === inodeOf(walPath);

  const unavailable = (why: string): Error => {
    if (!gone) deps.log?.warn({ path, why }, 'the store is gone; refusing until it is back');
    gone = true;
    return fault('unavailable', { cause: new Error(`store at its path: ${why}`) });
  };

  const letGo = (): void => {
    live?.connection.close();
    live = undefined;
  };

  /** Why a freshly opened file is not this store as this process knows it. */
  const objection = (connection: Connection): string | undefined => {
    if (storeIdOf(connection) !== storeId) return 'another store';
    if (schemaOf(connection) !== String(deps.migrations.length)) return 'another storage schema';
    const [check] = connection.rows<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (check?.quick_check !== 'ok') return 'damaged';
    if (last === undefined) return undefined;
    const sql = 'SELECT position, hash FROM events WHERE position = ?';
    const found = connection.row<LastEvent>(sql, last.position);
    return found?.hash === last.hash ? undefined : 'an older copy, without events that were acknowledged';
  };

  const reopen = (): Live => {
    const file = inodeOf(path);
    if (file === undefined) throw unavailable('no file');
    const fingerprint = fingerprintOf(path);
    if (fingerprint === refused) throw unavailable('not the same store');
    if (live !== undefined && live.file === file) {
      // Only the log is missing or replaced. What it held is still known to the open connection: put it in the file.
      live.connection.checkpoint();
    } else {
      const mark = markOf(path);
      if (mark?.applicationId !== applicationId || mark.userVersion !== tagOf(storeId)) {
        refused = fingerprint;
        throw unavailable('not the same store');
      }
    }
    letGo();
    const connection = connect(path);
    try {
      const why = objection(connection);
      if (why !== undefined) {
        refused = fingerprint;
        throw unavailable(why);
      }
    } catch (error) {
      connection.close();
      throw error;
    }
    refused = undefined;
    return hold(connection);
  };

  const present = (): Connection => {
    if (closed) throw fault('unavailable', { cause: new Error('the store is closed') });
    if (live === undefined || !isThere(live)) {
      live = reopen();
    }
    if (gone) deps.log?.warn({ path }, 'the store is back');
    gone = false;
    return live.connection;
  };

  return {
    use: (work) => {
      try {
        return work(present());
      } catch (error) {
        if (spoilsConnection(error)) letGo();
        throw asFault(error);
      }
    },
    confirm: () => {
      const held = live;
      if (held === undefined || !isThere(held)) throw unavailable('it went during the call');
      last = orFault(() => lastEventOf(held.connection)) ?? last;
    },
    close: () => {
      if (closed) return;
      closed = true;
      // A store that was closed is one file.
      const held = live;
      if (held !== undefined && isThere(held)) orFault(() => held.connection.checkpoint());
      letGo();
    },
  };
};
