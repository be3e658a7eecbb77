/**
 * One libsql connection with the settings every use needs, prepared statements kept by their text, and rows as plain
 * typed objects. The file is never created here: a path that is not there is an error (SQLite's mode=rw).
 */
import { fault } from '@countersign/policy';
import Database from 'libsql';
import { isLocked, isTrouble } from './trouble';

type Bindable = string | number;

export interface Connection {
  exec(sql: string): void;
  run(sql: string, ...values: Bindable[]): void;
  /** The caller states the row's shape; the columns must be those of the SELECT. */
  row<Row>(sql: string, ...values: Bindable[]): Row | undefined;
  rows<Row>(sql: string, ...values: Bindable[]): readonly Row[];
  /**
   * Runs `work` in a write transaction: all of it or nothing. Throws Fault unavailable when another process holds the
   * lock for too long. Every write goes through here: a prepared statement that meets a lock itself stays active in
   * libsql, and then nothing else on its connection can begin.
   */
  transaction<T>(work: () => T): T;
  /** Moves the log into the file. On a full disk it stays where it is, and nothing is lost. */
  checkpoint(): void;
  close(): void;
}

/** How long a call may stand still for another process's transaction. It blocks this process, so it is short. */
const busyMs = 250;

const uriOf = (path: string): string =>
  `file:${path.replace(/[%?#]/g, (character) => encodeURIComponent(character))}?mode=rw`;

const open = (path: string): Database.Database => {
  try {
    return new Database(uriOf(path), { timeout: busyMs });
  } catch (error) {
    throw fault('unavailable', { cause: error });
  }
};

/** Throws Fault unavailable when the file cannot be opened. */
export const connect = (path: string): Connection => {
  const db = open(path);
  const statements = new Map<string, Database.Statement<Bindable[]>>();
  const statement = (sql: string): Database.Statement<Bindable[]> => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = db.prepare<Bindable[]>(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const connection: Connection = {
    exec: (sql) => void db.exec(sql),
    run: (sql, ...values) => void statement(sql).run(...values),
    row: <Row>(sql: string, ...values: Bindable[]) => statement(sql).get(...values) as Row | undefined,
    rows: <Row>(sql: string, ...values: Bindable[]) => statement(sql).all(...values) as Row[],
    transaction: (work) => {
      try {
        db.exec('BEGIN IMMEDIATE');
      } catch (error) {
        throw isLocked(error) ? fault('unavailable', { cause: error }) : error;
      }
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    checkpoint: () => {
      try {
        db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      } catch (error) {
        if (!isTrouble(error)) throw error;
      }
    },
    close: () => {
      statements.clear();
      db.close();
    },
  };
  // temp_store: a savepoint must not need a temporary file, which a full disk would refuse.
  connection.exec(`PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = ${busyMs}`);
  return connection;
};
