/**
 * The collections, declared with mongoose: one per kind of aggregate, the events, pins, receipts and meta. State and event data
 * are text to MongoDB. An aggregate's new events ride in its own document (`outbox`) until the relay has copied them,
 * so one conditional write of one document is the whole commit.
 */
import { Schema } from 'mongoose';
import type { Connection, Model } from 'mongoose';
import type { SealedEvent } from '../chain';
import type { Kind } from '../store';

export type OutboxEvent = Omit<SealedEvent, 'kind' | 'id'>;

export interface RecordDocument {
  readonly _id: string;
  readonly schema: number;
  readonly revision: number;
  readonly state: string;
  /** Encoded name and value of each unique key. Absent, not empty: a unique index counts an empty array as a value. */
  readonly keys?: readonly string[];
  readonly facets: readonly string[];
  readonly seq: number;
  readonly head: string;
  readonly outbox: readonly OutboxEvent[];
  /** 1 while the outbox may hold events that are not copied yet. */
  readonly pending?: 1;
  /** Id of the commit that created the record, and of the last changes, newest last: see write-commit.ts. */
  readonly created: string;
  readonly commits: readonly string[];
}

export interface EventDocument extends SealedEvent {
  /** The position. Being the primary key, it cannot be given twice. */
  readonly _id: number;
}

export interface NamedValue {
  readonly _id: string;
  readonly value: string;
}

export interface ReceiptDocument {
  readonly _id: string;
  readonly value: string;
  readonly version: number;
  readonly until: number;
  /** Of the put that wrote it, see receipts.ts. */
  readonly put: string;
}

export interface Models {
  readonly records: Readonly<Record<Kind, Model<RecordDocument>>>;
  readonly events: Model<EventDocument>;
  readonly pins: Model<NamedValue>;
  readonly receipts: Model<ReceiptDocument>;
  readonly meta: Model<NamedValue>;
}

const options = {
  versionKey: false,
  strict: 'throw',
  minimize: false,
  autoIndex: false,
  autoCreate: false,
  id: false,
} as const;
const text = { type: String, required: true } as const;
// An empty text is a value here, which mongoose's `required` would refuse.
const anyText = { type: String, default: '' } as const;
const count = { type: Number, required: true } as const;

const link = {
  seq: count,
  type: text,
  at: count,
  actor: anyText,
  reason: anyText,
  requestId: anyText,
  data: text,
  prev: text,
  hash: text,
};

const recordSchema = (): Schema<RecordDocument> => {
  const schema = new Schema<RecordDocument>(
    {
      _id: text,
      schema: count,
      revision: count,
      state: text,
      keys: { type: [String], default: undefined },
      facets: { type: [String], required: true },
      seq: count,
      head: text,
      outbox: [new Schema<OutboxEvent>(link, { ...options, _id: false })],
      pending: Number,
      created: text,
      commits: [String],
    },
    // `schema` is a field of ours; mongoose warns because documents (not used here: every read is lean) have one too.
    { ...options, suppressReservedKeysWarning: true },
  );
  schema.index({ keys: 1 }, { name: 'keys', unique: true, sparse: true });
  schema.index({ facets: 1, _id: 1 }, { name: 'facets' });
  schema.index({ pending: 1 }, { name: 'pending', sparse: true });
  return schema;
};

const eventSchema = (): Schema<EventDocument> => {
  const schema = new Schema<EventDocument>({ _id: count, kind: text, id: text, ...link }, options);
  schema.index({ kind: 1, id: 1, seq: 1 }, { name: 'chain', unique: true });
  return schema;
};

const receiptSchema = (): Schema<ReceiptDocument> => {
  const fields = { _id: text, value: anyText, version: count, until: count, put: text };
  const schema = new Schema<ReceiptDocument>(fields, options);
  schema.index({ until: 1 }, { name: 'until' });
  return schema;
};

const namedValueSchema = (): Schema<NamedValue> =>
  new Schema<NamedValue>({ _id: text, value: anyText }, options);

export const defineModels = (connection: Connection): Models => {
  const record = (collection: string): Model<RecordDocument> =>
    connection.model<RecordDocument>(collection, recordSchema(), collection);
  return {
    records: {
      platform: record('platform'),
      tier: record('tiers'),
      user: record('users'),
      machine: record('machines'),
      notification: record('notifications'),
      change: record('changes'),
      policy: record('policies'),
      checkpoint: record('checkpoints'),
    },
    events: connection.model<EventDocument>('events', eventSchema(), 'events'),
    pins: connection.model<NamedValue>('pins', namedValueSchema(), 'pins'),
    receipts: connection.model<ReceiptDocument>('receipts', receiptSchema(), 'receipts'),
    meta: connection.model<NamedValue>('meta', namedValueSchema(), 'meta'),
  };
};
