/** Every read of the SQLite store, and what a row becomes. Reads see what is committed, which is what was acknowledged. */
import type { Head } from '../chain';
import { isStorable, pairsOf } from '../commit-check';
import { decodeJson } from '../json';
import { refuseNewerRecord } from '../migrations';
import type { Kind, ListQuery, Stored, StoredEvent } from '../store';
import type { Connection } from './connection';

interface RecordRow {
  readonly id: string;
  readonly schema: number;
  readonly revision: number;
  readonly state: string;
}

interface EventRow extends Omit<StoredEvent, 'data' | 'requestId'> {
  readonly request_id: string;
  readonly data: string;
}

const storedOf = <S>(kind: Kind, row: RecordRow): Stored<S> => {
  refuseNewerRecord(row.schema);
  return { kind, id: row.id, revision: row.revision, state: decodeJson<S>(row.state) };
};

const eventOf = (row: EventRow): StoredEvent => {
  const { position, kind, id, seq, type, at, actor, reason, request_id: requestId, data, prev, hash } = row;
  return { position, kind, id, seq, type, at, actor, reason, requestId, data: decodeJson(data), prev, hash };
};

export const getRecord = <S>(connection: Connection, kind: Kind, id: string): Stored<S> | undefined => {
  if (!isStorable(id)) return undefined;
  const sql = 'SELECT id, schema, revision, state FROM records WHERE kind = ? AND id = ?';
  const row = connection.row<RecordRow>(sql, kind, id);
  return row && storedOf(kind, row);
};

export const findRecord = <S>(
  connection: Connection,
  kind: Kind,
  key: string,
  value: string,
): Stored<S> | undefined => {
  if (!isStorable(key) || !isStorable(value)) return undefined;
  const sql = `SELECT r.id, r.schema, r.revision, r.state FROM keys k JOIN records r ON r.kind = k.kind AND r.id = k.id
     WHERE k.kind = ? AND k.name = ? AND k.value = ?`;
  const row = connection.row<RecordRow>(sql, kind, key, value);
  return row && storedOf(kind, row);
};

export const listRecords = <S>(
  connection: Connection,
  kind: Kind,
  query: ListQuery,
): readonly Stored<S>[] => {
  const after = query.after ?? '';
  const [first, ...others] = pairsOf(query.where);
  const columns = 'r.id, r.schema, r.revision, r.state';
  const also = others.map(
    () =>
      'AND EXISTS (SELECT 1 FROM facets o WHERE o.kind = f.kind AND o.name = ? AND o.value = ? AND o.id = f.id)',
  );
  const rows =
    first === undefined
      ? connection.rows<RecordRow>(
          `SELECT ${columns} FROM records r WHERE r.kind = ? AND r.id > ? ORDER BY r.id LIMIT ?`,
          ...[kind, after, query.limit],
        )
      : connection.rows<RecordRow>(
          `SELECT ${columns} FROM facets f JOIN records r ON r.kind = f.kind AND r.id = f.id
           WHERE f.kind = ? AND f.name = ? AND f.value = ? AND f.id > ? ${also.join(' ')} ORDER BY f.id LIMIT ?`,
          ...[kind, ...first, after, ...others.flat(), query.limit],
        );
  return rows.map((row) => storedOf<S>(kind, row));
};

export const readHistory = (
  connection: Connection,
  kind: Kind,
  id: string,
  { afterSeq = 0, limit = -1 }: { readonly afterSeq?: number; readonly limit?: number },
): readonly StoredEvent[] => {
  if (!isStorable(id)) return [];
  const sql = 'SELECT * FROM events WHERE kind = ? AND id = ? AND seq > ? ORDER BY seq LIMIT ?';
  return connection.rows<EventRow>(sql, kind, id, afterSeq, limit).map(eventOf);
};

export const readHead = (connection: Connection, kind: Kind, id: string): Head | undefined => {
  if (!isStorable(id)) return undefined;
  const row = connection.row<Head>(
    'SELECT seq, head AS hash FROM records WHERE kind = ? AND id = ?',
    kind,
    id,
  );
  return row && { seq: row.seq, hash: row.hash };
};

export const readEvents = (connection: Connection, after: number, limit: number): readonly StoredEvent[] =>
  connection
    .rows<EventRow>('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ?', after, limit)
    .map(eventOf);
