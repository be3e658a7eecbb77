/** Every read of the memory store. Each parses the text anew, so what a caller does with the result stays its own. */
import type { Head, SealedEvent } from '../chain';
import { pairsOf } from '../commit-check';
import { decodeJson } from '../json';
import type { Kind, ListQuery, Stored, StoredEvent } from '../store';
import { pairText } from './disk';
import type { MemoryDisk, MemoryRecord } from './disk';

const storedOf = <S>(kind: Kind, id: string, { revision, state }: MemoryRecord): Stored<S> => ({
  kind,
  id,
  revision,
  state: decodeJson<S>(state),
});

const eventOf = (event: SealedEvent, position: number): StoredEvent => {
  const { kind, id, seq, type, at, actor, reason, requestId, data, prev, hash } = event;
  return { position, kind, id, seq, type, at, actor, reason, requestId, data: decodeJson(data), prev, hash };
};

export const getRecord = <S>({ tables }: MemoryDisk, kind: Kind, id: string): Stored<S> | undefined => {
  const record = tables[kind].records.get(id);
  return record && storedOf(kind, id, record);
};

export const findRecord = <S>(
  disk: MemoryDisk,
  kind: Kind,
  key: string,
  value: string,
): Stored<S> | undefined => {
  const id = disk.tables[kind].keys.get(pairText([key, value]));
  return id === undefined ? undefined : getRecord<S>(disk, kind, id);
};

export const listRecords = <S>(disk: MemoryDisk, kind: Kind, query: ListQuery): readonly Stored<S>[] => {
  const { ids, facets } = disk.tables[kind];
  const where = pairsOf(query.where).map((pair) => facets.get(pairText(pair)));
  const rows: Stored<S>[] = [];
  for (const id of (where.length === 0 ? ids : where[0])?.after(query.after ?? '') ?? []) {
    const record = where.every((having) => having?.has(id)) && getRecord<S>(disk, kind, id);
    if (record) rows.push(record);
    if (rows.length === query.limit) break;
  }
  return rows;
};

export const readHistory = (
  { tables, log }: MemoryDisk,
  kind: Kind,
  id: string,
  { afterSeq = 0, limit = Infinity }: { readonly afterSeq?: number; readonly limit?: number },
): readonly StoredEvent[] => {
  const positions = tables[kind].records.get(id)?.positions ?? [];
  return positions.slice(afterSeq, afterSeq + limit).flatMap((position) => {
    const event = log[position - 1];
    return event === undefined ? [] : [eventOf(event, position)];
  });
};

export const readHead = ({ tables }: MemoryDisk, kind: Kind, id: string): Head | undefined => {
  const record = tables[kind].records.get(id);
  return record && { seq: record.seq, hash: record.head };
};

export const readEvents = ({ log }: MemoryDisk, after: number, limit: number): readonly StoredEvent[] =>
  log.slice(after, after + limit).map((event, i) => eventOf(event, after + 1 + i));
