/**
 * What every store checks and encodes before a commit touches its database, so that both refuse the same things.
 * Text that a database would shorten or rewrite (a NUL, half a surrogate pair) is refused rather than stored changed:
 * it would belong to another id, or break the hash chain.
 */
import { fault } from '@countersign/policy';
import type { EncodedEvent } from './chain';
import { encodeJson } from './json';
import { kinds } from './store';
import type { Cause, Commit, Kind, ListQuery, NewReceipt } from './store';

/** Longest id, key, facet or cause text, in UTF-16 units. */
export const maxText = 1024;
/** Longest state text, and longest data text of all events of one commit. Well under MongoDB's 16 MB per document. */
export const maxPayload = 4 * 1024 * 1024;

/** Longest value of a receipt, in UTF-16 units. */
export const maxReceipt = 16 * 1024;

/** A commit ready to be written: everything encoded, `keys` and `facets` sorted by name. */
export interface EncodedCommit {
  readonly kind: Kind;
  readonly id: string;
  readonly expectedRevision: number;
  readonly state: string;
  readonly keys: readonly Pair[];
  readonly facets: readonly Pair[];
  readonly events: readonly EncodedEvent[];
  readonly cause: Cause;
  readonly at: number;
}

export type Pair = readonly [name: string, value: string];

const unstorable = /\0|\p{Cs}/u;

/** Whether a text survives every store unchanged. An id that is not storable names nothing. */
export const isStorable = (text: string): boolean => text.length <= maxText && !unstorable.test(text);

const isName = (text: string): boolean => text !== '' && isStorable(text);

export const pairsOf = (entries: Readonly<Record<string, string>> | undefined): readonly Pair[] =>
  Object.entries(entries ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const isCount = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** Throws Fault invalid | exhausted for what callers may get wrong, TypeError for a state that is not JSON. */
export const encodeCommit = (commit: Commit): EncodedCommit => {
  const keys = pairsOf(commit.keys);
  const facets = pairsOf(commit.facets);
  const text = `must be at most ${maxText} characters of well-formed text without NUL`;
  const details = [
    ...(kinds.includes(commit.kind) ? [] : ['kind: must be a known kind']),
    ...(isName(commit.id) ? [] : [`id: ${text}, not empty`]),
    ...(isCount(commit.expectedRevision, 0) ? [] : ['expectedRevision: must be a whole number from 0']),
    ...(isCount(commit.at, 0) ? [] : ['at: must be milliseconds UTC']),
    ...(keys.every(([name, value]) => isName(name) && isName(value)) ? [] : [`keys: ${text}, not empty`]),
    ...(facets.every(([name, value]) => isName(name) && isStorable(value)) ? [] : [`facets: ${text}`]),
    ...(commit.events.every(({ type }) => isName(type)) ? [] : [`events: type ${text}, not empty`]),
    ...(['actor', 'reason', 'requestId'] as const)
      .filter((field) => !isStorable(commit.cause[field]))
      .map((field) => `cause.${field}: ${text}`),
  ];
  if (details.length > 0) throw fault('invalid', { details });

  const state = encodeJson(commit.state);
  const events = commit.events.map(({ type, data }) => ({ type, data: encodeJson(data) }));
  const eventsSize = events.reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
  if (Buffer.byteLength(state) > maxPayload || eventsSize > maxPayload) {
    throw fault('exhausted', { message: 'the state or its events are too large to store' });
  }
  const { kind, id, expectedRevision, cause, at } = commit;
  return { kind, id, expectedRevision, state, keys, facets, events, cause, at };
};

export const checkReceipt = ({ name, value, until, expectedVersion }: NewReceipt): void => {
  const ok =
    isName(name) &&
    value.length <= maxReceipt &&
    !unstorable.test(value) &&
    isCount(until, 0) &&
    isCount(expectedVersion, 0);
  if (!ok) throw fault('invalid', { details: ['receipt: name and value must be storable text'] });
};

export const checkListQuery = (query: ListQuery): void => {
  const ok =
    isCount(query.limit, 1) &&
    query.limit <= 1000 &&
    isStorable(query.after ?? '') &&
    pairsOf(query.where).every(([name, value]) => isName(name) && isStorable(value));
  if (!ok) throw fault('invalid', { details: ['list: limit must be 1 to 1000, texts well-formed'] });
};

export const checkPage = (after: number, limit: number): void => {
  if (!isCount(after, 0) || !isCount(limit, 1)) {
    throw fault('invalid', {
      details: ['after: must be a whole number from 0', 'limit: must be a whole number from 1'],
    });
  }
};
