/**
 * The hash chain of one aggregate's events. Every event carries the hash of the event before it, so an edit, a dropped
 * or a moved event breaks the chain at that place. A chain cut off at its end still links, which is why a record keeps
 * the number and hash of its last event (its head) apart from the events: compared with that, a cut shows too.
 *
 * What the hash covers is said, and computed, by libs/evidence, so that an export is verified by the code that sealed it.
 */
import { genesis, hashEvent } from '@countersign/evidence';
import { encodeJson } from './json';
import type { Cause, Kind, NewEvent, StoredEvent } from './store';

export { genesis };

/** The last event of an aggregate. Before the first one: seq 0 and `genesis`. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** An event as stores keep it: everything but its position, with `data` as JSON text. */
export interface SealedEvent extends Cause {
  readonly kind: Kind;
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly data: string;
  readonly prev: string;
  readonly hash: string;
}

export type EncodedEvent = Omit<NewEvent, 'data'> & { readonly data: string };

/** Where a chain stops being believable, and how. `seq` is the number the event at fault should have had. */
export interface ChainBreak {
  readonly seq: number;
  readonly reason: 'foreign' | 'missing' | 'reordered' | 'unlinked' | 'edited' | 'truncated' | 'beyond head';
}

/** Numbers and links new events behind `head`. */
export const seal = (
  head: Head,
  of: { readonly kind: Kind; readonly id: string; readonly at: number; readonly cause: Cause },
  events: readonly EncodedEvent[],
): readonly SealedEvent[] => {
  let { seq, hash: prev } = head;
  return events.map(({ type, data }) => {
    const { actor, reason, requestId } = of.cause;
    const link = {
      kind: of.kind,
      id: of.id,
      seq: ++seq,
      type,
      at: of.at,
      actor,
      reason,
      requestId,
      data,
      prev,
    };
    prev = hashEvent(link);
    return { ...link, hash: prev };
  });
};

/**
 * The first broken place, or undefined when the chain holds. `events` are those of one aggregate in order of seq.
 * `from` is the event before the first one given (a page); without it the chain must start at 1. With `head` the
 * chain must also end exactly there.
 */
export const verifyChain = (
  events: readonly StoredEvent[],
  bounds: { readonly from?: Head; readonly head?: Head } = {},
): ChainBreak | undefined => {
  let last: Head = bounds.from ?? { seq: 0, hash: genesis };
  const first = events[0];
  for (const event of events) {
    const seq = last.seq + 1;
    if (event.kind !== first?.kind || event.id !== first.id) return { seq, reason: 'foreign' };
    if (event.seq !== seq) return { seq, reason: event.seq > seq ? 'missing' : 'reordered' };
    if (event.prev !== last.hash) return { seq, reason: 'unlinked' };
    if (hashEvent({ ...event, data: encodeJson(event.data) }) !== event.hash)
      return { seq, reason: 'edited' };
    last = event;
  }
  const { head } = bounds;
  if (head === undefined) return undefined;
  if (last.seq < head.seq) return { seq: last.seq + 1, reason: 'truncated' };
  if (last.seq > head.seq) return { seq: head.seq + 1, reason: 'beyond head' };
  return last.hash === head.hash ? undefined : { seq: head.seq, reason: 'unlinked' };
};
