/**
 * One commit, inside a transaction that the caller has begun. Every refusal comes before the first write. Positions
 * are counted here and not by AUTOINCREMENT, which leaves a gap after a rolled-back savepoint.
 */
import { fault } from '@countersign/policy';
import { genesis, seal } from '../chain';
import type { EncodedCommit, Pair } from '../commit-check';
import { recordSchema } from '../migrations';
import type { Kind } from '../store';
import type { Connection } from './connection';

interface Current {
  readonly revision: number;
  readonly keys: string;
  readonly facets: string;
  readonly seq: number;
  readonly head: string;
}

export interface Written {
  readonly revision: number;
  /** Of the last event there is now. */
  readonly position: number;
}

const refuseTakenKeys = (connection: Connection, { kind, id, keys }: EncodedCommit): void => {
  for (const [name, value] of keys) {
    const sql = 'SELECT id FROM keys WHERE kind = ? AND name = ? AND value = ?';
    const owner = connection.row<{ id: string }>(sql, kind, name, value);
    if (owner !== undefined && owner.id !== id) throw fault('already_exists');
  }
};

/** `table` is one of two names fixed here, never input. */
const replacePairs = (
  connection: Connection,
  table: 'keys' | 'facets',
  of: { readonly kind: Kind; readonly id: string },
  pairs: readonly Pair[],
): void => {
  connection.run(`DELETE FROM ${table} WHERE kind = ? AND id = ?`, of.kind, of.id);
  for (const [name, value] of pairs) {
    connection.run(
      `INSERT INTO ${table} (kind, name, value, id) VALUES (?, ?, ?, ?)`,
      of.kind,
      name,
      value,
      of.id,
    );
  }
};

/** Throws Fault conflict | already_exists, or SQLite's error; then the caller rolls back. */
export const writeCommit = (connection: Connection, commit: EncodedCommit, lastPosition: number): Written => {
  const { kind, id, state } = commit;
  const current = connection.row<Current>(
    'SELECT revision, keys, facets, seq, head FROM records WHERE kind = ? AND id = ?',
    kind,
    id,
  );
  if ((current?.revision ?? 0) !== commit.expectedRevision) throw fault('conflict');

  const keys = JSON.stringify(commit.keys);
  const facets = JSON.stringify(commit.facets);
  if (keys !== (current?.keys ?? '[]')) {
    refuseTakenKeys(connection, commit);
    replacePairs(connection, 'keys', commit, commit.keys);
  }
  if (facets !== (current?.facets ?? '[]')) replacePairs(connection, 'facets', commit, commit.facets);

  const before = { seq: current?.seq ?? 0, hash: current?.head ?? genesis };
  const events = seal(before, commit, commit.events);
  const head = events.at(-1) ?? before;
  const revision = commit.expectedRevision + 1;
  connection.run(
    `INSERT INTO records (kind, id, schema, revision, state, keys, facets, seq, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET schema = excluded.schema, revision = excluded.revision,
       state = excluded.state, keys = excluded.keys, facets = excluded.facets, seq = excluded.seq, head = excluded.head`,
    kind,
    id,
    recordSchema,
    revision,
    state,
    keys,
    facets,
    head.seq,
    head.hash,
  );
  let position = lastPosition;
  for (const { seq, type, at, actor, reason, requestId, data, prev, hash } of events) {
    connection.run(
      `INSERT INTO events (position, kind, id, seq, type, at, actor, reason, request_id, data, prev, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[++position, kind, id, seq, type, at, actor, reason, requestId, data, prev, hash],
    );
  }
  return { revision, position };
};
