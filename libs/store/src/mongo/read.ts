/**
 * Every read of the MongoDB store, all from the primary with majority read concern (set on the connection). A history
 * is the log plus what is still in the outbox; the document is read first, because an event leaves the outbox only
 * after it is in the log.
 */
import type { Head } from '../chain';
import { isStorable, pairsOf } from '../commit-check';
import type { Kind, ListQuery, Stored, StoredEvent } from '../store';
import type { Budget } from './budget';
import { encodePair, eventOf, stateFields, storedEventOf, storedOf } from './encode';
import type { StateDocument } from './encode';
import type { EventDocument, Models, RecordDocument } from './models';

export interface Reads {
  get<S>(kind: Kind, id: string, budget: Budget): Promise<Stored<S> | undefined>;
  find<S>(kind: Kind, key: string, value: string, budget: Budget): Promise<Stored<S> | undefined>;
  list<S>(kind: Kind, query: ListQuery, budget: Budget): Promise<readonly Stored<S>[]>;
  history(
    kind: Kind,
    id: string,
    page: { readonly afterSeq?: number; readonly limit?: number },
    budget: Budget,
  ): Promise<readonly StoredEvent[]>;
  head(kind: Kind, id: string, budget: Budget): Promise<Head | undefined>;
  events(after: number, limit: number, budget: Budget): Promise<readonly StoredEvent[]>;
}

/** What precedes the first hole. Positions are given densely; should that ever fail, no reader may pass the place. */
const dense = (events: readonly StoredEvent[], after: number): readonly StoredEvent[] => {
  const hole = events.findIndex(({ position }, i) => position !== after + 1 + i);
  return hole === -1 ? events : events.slice(0, hole);
};

export const createReads = ({ records, events: log }: Models): Reads => ({
  get: async <S>(kind: Kind, id: string, budget: Budget) => {
    if (!isStorable(id)) return undefined;
    const found = await budget.run((maxTimeMS) =>
      records[kind].findOne({ _id: id }, stateFields).maxTimeMS(maxTimeMS).lean<StateDocument>(),
    );
    return found === null ? undefined : storedOf<S>(kind, found);
  },

  find: async <S>(kind: Kind, key: string, value: string, budget: Budget) => {
    if (!isStorable(key) || !isStorable(value)) return undefined;
    const found = await budget.run((maxTimeMS) =>
      records[kind]
        .findOne({ keys: encodePair([key, value]) }, stateFields)
        .maxTimeMS(maxTimeMS)
        .lean<StateDocument>(),
    );
    return found === null ? undefined : storedOf<S>(kind, found);
  },

  list: async <S>(kind: Kind, query: ListQuery, budget: Budget) => {
    const where = pairsOf(query.where).map(encodePair);
    const filter = {
      _id: { $gt: query.after ?? '' },
      ...(where.length > 0 ? { facets: { $all: where } } : {}),
    };
    const found = await budget.run((maxTimeMS) =>
      records[kind]
        .find(filter, stateFields)
        .sort({ _id: 1 })
        .limit(query.limit)
        .maxTimeMS(maxTimeMS)
        .lean<StateDocument[]>(),
    );
    return found.map((document) => storedOf<S>(kind, document));
  },

  history: async (kind, id, { afterSeq = 0, limit }, budget) => {
    if (!isStorable(id)) return [];
    const record = await budget.run((maxTimeMS) =>
      records[kind]
        .findOne({ _id: id }, { outbox: 1 })
        .maxTimeMS(maxTimeMS)
        .lean<Pick<RecordDocument, 'outbox'>>(),
    );
    if (record === null) return [];
    const copied = await budget.run((maxTimeMS) =>
      log
        .find({ kind, id, seq: { $gt: afterSeq } })
        .sort({ seq: 1 })
        .limit(limit ?? 0)
        .maxTimeMS(maxTimeMS)
        .lean<EventDocument[]>(),
    );
    const lastCopied = copied.at(-1)?.seq ?? afterSeq;
    const waiting = record.outbox
      .filter(({ seq }) => seq > lastCopied)
      .map((event) => storedEventOf({ kind, id, ...event }, 0));
    return [...copied.map(eventOf), ...waiting].slice(0, limit);
  },

  head: async (kind, id, budget) => {
    if (!isStorable(id)) return undefined;
    const found = await budget.run((maxTimeMS) =>
      records[kind]
        .findOne({ _id: id }, { seq: 1, head: 1 })
        .maxTimeMS(maxTimeMS)
        .lean<Pick<RecordDocument, 'seq' | 'head'>>(),
    );
    return found === null ? undefined : { seq: found.seq, hash: found.head };
  },

  events: async (after, limit, budget) => {
    const found = await budget.run((maxTimeMS) =>
      log
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .maxTimeMS(maxTimeMS)
        .lean<EventDocument[]>(),
    );
    return dense(found.map(eventOf), after);
  },
});
