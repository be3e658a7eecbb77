/**
 * Opens a store at start-up: the only place where a file may be created. Files and folders made here are private to
 * the user who runs the process (0600, 0700); SQLite gives its -wal and -shm files the same rights.
 */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fault } from '@countersign/policy';
import { stepsFrom } from '../migrations';
import { connect } from './connection';
import type { Connection } from './connection';
import { applicationId } from './schema';
import type { SqliteMigration } from './schema';
import { isNotDatabase } from './trouble';

const createFile = (path: string): void => {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') return;
    throw fault('unavailable', { cause: error });
  }
};

const schemaVersion = (connection: Connection): number => {
  const tables = connection.row<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0;
  if (tables === 0) return 0;
  if (connection.row<{ application_id: number }>('PRAGMA application_id')?.application_id !== applicationId) {
    throw fault('invalid', { message: 'the file at STORE_URL is a database, but not a Countersign store' });
  }
  return Number(connection.row<{ value: string }>("SELECT value FROM meta WHERE name = 'schema'")?.value);
};

const migrate = (connection: Connection, migrations: readonly SqliteMigration[], newId: () => string): void =>
  connection.transaction(() => {
    const steps = stepsFrom(schemaVersion(connection), migrations);
    for (const step of steps) step(connection, newId);
    if (steps.length === 0) return;
    const sql =
      "INSERT INTO meta (name, value) VALUES ('schema', ?) ON CONFLICT DO UPDATE SET value = excluded.value";
    connection.run(sql, String(migrations.length));
  });

/** Returns an open connection to a store of the version this code knows. Throws Fault invalid | unavailable. */
export const createOrOpen = (
  path: string,
  migrations: readonly SqliteMigration[],
  newId: () => string,
): Connection => {
  createFile(path);
  let connection: Connection | undefined;
  try {
    connection = connect(path);
    connection.rows('PRAGMA journal_mode = WAL');
    migrate(connection, migrations, newId);
    // The marks in the header are read from the file itself later. While they are in the log alone, because the disk
    // is full, a copy of this store is not recognised: that errs on the side of refusing.
    connection.checkpoint();
    return connection;
  } catch (error) {
    connection?.close();
    if (isNotDatabase(error)) {
      throw fault('invalid', { message: 'the file at STORE_URL is not a database', cause: error });
    }
    throw error;
  }
};
