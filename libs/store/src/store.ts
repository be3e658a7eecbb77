/**
 * The store contract. It is small because the decisions are pure: get an aggregate, commit it if its revision still
 * matches, together with its events; read and watch events; list. `contract.ts` is the executable form: a store is a
 * store when that suite passes on it.
 *
 * What a store guarantees
 * - An acknowledged commit is durable, and its state and all of its events appear together or not at all.
 * - `expectedRevision` decides races: of two commits on one revision exactly one wins, the other gets `conflict`.
 * - A unique key (`keys`) belongs to one aggregate of a kind at a time; a second claim gets `already_exists`.
 * - Events of one aggregate are numbered 1, 2, 3 … without gaps and hash-chained. All events together have dense
 *   positions 1, 2, 3 …: a reader that keeps its last position misses none and sees none twice.
 * - Reads that a decision rests on see every acknowledged commit.
 * - A receipt is what one process leaves for another about a call: no state, in no chain, gone after its time. Of two
 *   puts that expect one version exactly one wins; what was put is durable, and no older one is read after it.
 * - When the database is gone, full or too slow every call throws Fault `unavailable`, changes nothing that it later
 *   denies having acknowledged, and works again by itself when the database is back.
 */
export const kinds = [
  'platform',
  'tier',
  'user',
  'machine',
  'notification',
  'change',
  'policy',
  'checkpoint',
] as const;
export type Kind = (typeof kinds)[number];

/** State is JSON: no undefined, no Date, no bigint. It is kept as text, byte for byte. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Who did it and why; stored with every event. */
export interface Cause {
  readonly actor: string;
  readonly reason: string;
  readonly requestId: string;
}

/** A fact as the policy core states it. The store adds position, seq, prev and hash. */
export interface NewEvent {
  readonly type: string; // noun.verb, e.g. "permit.registered"
  readonly data: Json;
}

export interface StoredEvent extends NewEvent, Cause {
  readonly position: number; // over all aggregates, dense, from 1
  readonly kind: Kind;
  readonly id: string;
  readonly seq: number; // within the aggregate, dense, from 1
  readonly at: number; // ms UTC
  readonly prev: string; // hash of the event before, 64 zeros for the first
  readonly hash: string; // 64 hex, see chain.ts
}

export interface Stored<S> {
  readonly kind: Kind;
  readonly id: string;
  readonly revision: number; // from 1
  readonly state: S;
}

export interface Commit {
  readonly kind: Kind;
  readonly id: string;
  /** 0 creates; otherwise the revision that was fetched. */
  readonly expectedRevision: number;
  readonly state: unknown;
  /** Unique lookup keys of this aggregate, complete: a key left out is given up. */
  readonly keys?: Readonly<Record<string, string>>;
  /** What `list` can filter on, complete. */
  readonly facets?: Readonly<Record<string, string>>;
  readonly events: readonly NewEvent[];
  readonly cause: Cause;
  /** ms UTC, from the caller's clock. */
  readonly at: number;
}

export interface Receipt {
  readonly value: string;
  readonly version: number; // from 1
}

export interface NewReceipt {
  readonly name: string;
  readonly value: string;
  /** ms UTC by the store's clock; from then on it is absent. */
  readonly until: number;
  /** 0: there must be none; otherwise the version that was fetched. */
  readonly expectedVersion: number;
}

export interface ListQuery {
  readonly where?: Readonly<Record<string, string>>; // facet -> value, all must match
  readonly after?: string; // id of the last row of the page before
  readonly limit: number; // 1..1000
}

export interface StoreDescription {
  /** What the tests and the start-up log name, e.g. "SQLite 3.45.1 (libsql 0.5.29)". */
  readonly server: string;
  readonly url: string; // without credentials
}

export interface CallOptions {
  /** ms UTC; a call that cannot end in time throws Fault `deadline` or `unavailable`. */
  readonly deadline?: number;
}

export interface Store {
  readonly description: StoreDescription;
  get<S>(kind: Kind, id: string, options?: CallOptions): Promise<Stored<S> | undefined>;
  /** By unique key. */
  find<S>(kind: Kind, key: string, value: string, options?: CallOptions): Promise<Stored<S> | undefined>;
  /** Resolves with the new revision after the commit is durable. Throws Fault conflict | already_exists | unavailable. */
  commit(commit: Commit, options?: CallOptions): Promise<number>;
  /** Ordered by id, as Unicode numbers the characters (the order of UTF-8 bytes). */
  list<S>(kind: Kind, query: ListQuery, options?: CallOptions): Promise<readonly Stored<S>[]>;
  /** The chain of one aggregate, ordered by seq, including what was acknowledged a moment ago. Position may be 0 there. */
  history(
    kind: Kind,
    id: string,
    options?: CallOptions & { afterSeq?: number; limit?: number },
  ): Promise<readonly StoredEvent[]>;
  /** Number and hash of the last event of an aggregate, kept apart from the events so that a chain cut short is found. */
  head(kind: Kind, id: string): Promise<{ readonly seq: number; readonly hash: string } | undefined>;
  /** All events after a position, in order, never past a gap. */
  events(query: { after: number; limit: number }): Promise<readonly StoredEvent[]>;
  /** Events after a position, then new ones as they come, until aborted. Bounded memory: it pulls pages. */
  watch(query: { after: number; signal: AbortSignal }): AsyncIterable<StoredEvent>;
  /** Write once: the first value ever pinned under a name is returned for ever after. */
  pin(name: string, value: string): Promise<string>;
  receipt(name: string, options?: CallOptions): Promise<Receipt | undefined>;
  /** False when another version is there. Expired ones, of any name, are removed a few at a time. */
  putReceipt(receipt: NewReceipt, options?: CallOptions): Promise<boolean>;
  /** Throws Fault `unavailable` when a decision could not be made now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
