/** Between documents and the contract's types. */
import type { SealedEvent } from '../chain';
import type { Pair } from '../commit-check';
import { decodeJson } from '../json';
import { refuseNewerRecord } from '../migrations';
import type { Kind, Stored, StoredEvent } from '../store';
import type { EventDocument, RecordDocument } from './models';

/** One indexed text per name and value. The name is escaped, so the first colon always ends it. */
export const encodePair = ([name, value]: Pair): string => `${encodeURIComponent(name)}:${value}`;

export type StateDocument = Pick<RecordDocument, '_id' | 'schema' | 'revision' | 'state'>;

/** The fields a StateDocument needs. */
export const stateFields = { _id: 1, schema: 1, revision: 1, state: 1 } as const;

export const storedOf = <S>(kind: Kind, document: StateDocument): Stored<S> => {
  refuseNewerRecord(document.schema);
  return { kind, id: document._id, revision: document.revision, state: decodeJson<S>(document.state) };
};

export const storedEventOf = (event: SealedEvent, position: number): StoredEvent => {
  const { kind, id, seq, type, at, actor, reason, requestId, data, prev, hash } = event;
  return { position, kind, id, seq, type, at, actor, reason, requestId, data: decodeJson(data), prev, hash };
};

export const eventOf = (document: EventDocument): StoredEvent => storedEventOf(document, document._id);
