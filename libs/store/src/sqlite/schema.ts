/**
 * The tables, and the steps that lead to them. `application_id` says that a file is a Countersign store;
 * `user_version` holds a tag made from the store's own id. Both lie in the first 100 bytes of the file, so a file that
 * turns up at the path of a running store can be told apart without opening it as a database.
 */
import { createHash } from 'node:crypto';
import type { Connection } from './connection';

/** Ours for ever: "CtSn". */
export const applicationId = 0x4374536e;

export const tagOf = (storeId: string): number =>
  createHash('sha256').update(storeId).digest().readUInt32BE(0) & 0x7fffffff;

const createTables = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE pins (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, schema INTEGER NOT NULL, revision INTEGER NOT NULL, state TEXT NOT NULL,
    keys TEXT NOT NULL, facets TEXT NOT NULL, seq INTEGER NOT NULL, head TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;
  CREATE TABLE keys (
    kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (kind, name, value)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_of ON keys (kind, id);
  CREATE TABLE facets (
    kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (kind, name, value, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX facets_of ON facets (kind, id);
  CREATE TABLE events (
    position INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL,
    at INTEGER NOT NULL, actor TEXT NOT NULL, reason TEXT NOT NULL, request_id TEXT NOT NULL, data TEXT NOT NULL,
    prev TEXT NOT NULL, hash TEXT NOT NULL,
    UNIQUE (kind, id, seq)
  ) STRICT;
`;

/** Runs inside the transaction that also records the new version. */
export type SqliteMigration = (connection: Connection, newId: () => string) => void;

/**
 * Tiers. The tables hold any kind as they are; the version is what changes, because a program that knows no tiers
 * would decide without their limits, and one that is refused decides nothing.
 */
const addTiers: SqliteMigration = () => undefined;

const isFrozen = "kind IN ('tier', 'user', 'machine') AND json_extract(state, '$.frozen') = 1";

/**
 * Proposed changes, for which the tables are as they must be, and receipts. A program that knows none would not apply
 * what was approved, and would do a call again that was made before. What is frozen has a facet from now on; the text
 * of a record's facets has to tell of it as well, or the facet would stay when it is frozen no more.
 */
const addChanges: SqliteMigration = (connection) =>
  connection.exec(`
    CREATE TABLE receipts (
      name TEXT PRIMARY KEY, value TEXT NOT NULL, version INTEGER NOT NULL, until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX receipts_until ON receipts (until);
    INSERT INTO facets (kind, name, value, id) SELECT kind, 'frozen', 'yes', id FROM records WHERE ${isFrozen};
    UPDATE records SET facets = json_insert(facets, '$[#]', json_array('frozen', 'yes')) WHERE ${isFrozen};
  `);

export const sqliteMigrations: readonly SqliteMigration[] = [
  (connection, newId) => {
    const storeId = newId();
    connection.exec(createTables);
    connection.run('INSERT INTO meta (name, value) VALUES (?, ?)', 'store', storeId);
    connection.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${tagOf(storeId)}`);
  },
  addTiers,
  addChanges,
];
