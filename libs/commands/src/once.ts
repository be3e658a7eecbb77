/**
 * One effect for each key, however often a call is made and by however many processes. There are no locks and no
 * leases: the revision of the aggregate is the fence.
 *
 * Before a call with a key commits, its receipt says where the commit will be: the aggregate, and the number that its
 * first event will have. The commit's events carry a mark that only this key has. So whoever meets the receipt looks at
 * that one place in the chain. There is an event with the mark: the call had its effect, and its result is made from
 * its events. There is another event: that attempt can never succeed, and the call is decided anew. There is none: it
 * may still be on its way; the call is decided anew too, on the revision which that attempt expects as well, and the
 * store lets one of them win.
 *
 * Only what had an effect, or needed none, is remembered. A refusal is decided again, but not told while an attempt may
 * be on its way, because "refused" must not be followed by an effect.
 */
import { createHash } from 'node:crypto';
import { fault, isFault } from '@countersign/policy';
import type { Cause, Kind, Store, StoredEvent } from '@countersign/store';
import type { Made, Once } from './call';

/** How long a key is remembered, from its first use. */
const REMEMBERED_MS = 24 * 3_600_000;
/** A commit that has not arrived by then never will: many times what a store takes before it gives up. */
const ON_ITS_WAY_MS = 60_000;
/** After this a new attempt at the same place is told of, so that it has its own time to arrive. */
const RENEWED_AFTER_MS = 20_000;
const PAGE = 100;

/** Where a commit will be. */
export interface Place {
  readonly kind: Kind;
  readonly id: string;
  /** Of the last event before it. */
  readonly seq: number;
  /** That it makes. */
  readonly revision: number;
}

/** What the receipt holds, as JSON. */
interface Remembered {
  readonly inputs: string;
  readonly mark: string;
  readonly until: number; // ms UTC
  readonly aim: (Place & { readonly since: number }) | null;
  /** The revision at which there was nothing to change. */
  readonly nothing: number | null;
}

/** What is known of one call when it begins, and what it leaves for the next. */
export interface Memory {
  /** Where an attempt was made, unless it is known to be lost. */
  aim(): Place | null;
  /** What the call made before, if it did. An aggregate's state has to be fetched before this is asked. */
  look(): Promise<Made | undefined>;
  /** Throws what `decide` throws, or Fault unavailable while an attempt may be on its way. */
  decided<T>(decide: () => T | Promise<T>): Promise<T>;
  /** False: another process has written since, and everything is to be looked at again. Likewise `aimAt`. */
  nothing(revision: number): Promise<boolean>;
  aimAt(place: Place): Promise<boolean>;
  marked(cause: Cause): Cause;
}

export interface OnceDeps {
  readonly store: Pick<Store, 'receipt' | 'putReceipt' | 'history'>;
  readonly now: () => number;
}

/** Of a call without a key: every one is the first. */
const forgetful: Memory = {
  aim: () => null,
  look: async () => undefined,
  decided: async (decide) => decide(),
  nothing: async () => true,
  aimAt: async () => true,
  marked: (cause) => cause,
};

/** Throws Fault conflict for a key that was used with other inputs. */
export async function recall(deps: OnceDeps, once: Once | null, deadline: number): Promise<Memory> {
  if (once === null) return forgetful;
  const { store, now } = deps;
  const receipt = await store.receipt(once.name, { deadline });
  const known = receipt === undefined ? begun(once, now()) : (JSON.parse(receipt.value) as Remembered);
  if (known.inputs !== once.inputs) {
    throw fault('conflict', { message: 'this idempotency key was used with other inputs' });
  }
  let lost = false;

  const put = (changed: Partial<Remembered>): Promise<boolean> =>
    store.putReceipt(
      {
        name: once.name,
        value: JSON.stringify({ ...known, ...changed }),
        until: known.until,
        expectedVersion: receipt?.version ?? 0,
      },
      { deadline },
    );

  const refuseWhileOnItsWay = (cause?: unknown): void => {
    if (known.aim === null || lost || now() >= known.aim.since + ON_ITS_WAY_MS) return;
    throw fault('unavailable', {
      message: 'an earlier call with this idempotency key may still take effect',
      cause,
    });
  };

  return {
    aim: () => (lost ? null : known.aim),
    async look() {
      if (known.nothing !== null) return { revision: known.nothing, events: [] };
      if (known.aim === null) return undefined;
      const found = await eventsFrom(store, known.aim, known.mark, deadline);
      lost = found === 'of another call';
      return Array.isArray(found) ? { revision: known.aim.revision, events: found } : undefined;
    },
    async decided(decide) {
      try {
        return await decide();
      } catch (error) {
        if (isFault(error) && !isFault(error, 'unavailable', 'deadline', 'cancelled')) {
          refuseWhileOnItsWay(error);
        }
        throw error;
      }
    },
    async nothing(revision) {
      refuseWhileOnItsWay();
      return put({ nothing: revision });
    },
    async aimAt(place) {
      const since = now();
      // What is not lost was aimed at this very revision.
      const told = known.aim !== null && !lost && since < known.aim.since + RENEWED_AFTER_MS;
      return told || put({ aim: { ...place, since } });
    },
    marked: (cause) => ({ ...cause, requestId: `${cause.requestId}/${known.mark}` }),
  };
}

function begun({ name, inputs }: Once, now: number): Remembered {
  const until = now + REMEMBERED_MS;
  // Of this use of the key: when it is used again after its time, what it once made is somebody else's.
  const mark = createHash('sha256').update(`${name}\0${until}`).digest('hex').slice(0, 16);
  return { inputs, mark, until, aim: null, nothing: null };
}

const isMarked = (event: StoredEvent, mark: string): boolean => event.requestId.endsWith(`/${mark}`);

async function eventsFrom(
  store: OnceDeps['store'],
  { kind, id, seq }: Place,
  mark: string,
  deadline: number,
): Promise<Made['events'] | 'of another call' | 'none'> {
  const page = (afterSeq: number, limit: number) => store.history(kind, id, { afterSeq, limit, deadline });
  const [first] = await page(seq, 1);
  if (first === undefined) return 'none';
  if (!isMarked(first, mark)) return 'of another call';
  const found: StoredEvent[] = [];
  for (;;) {
    const events = await page(seq + found.length, PAGE);
    const marked = events.filter((event) => isMarked(event, mark));
    found.push(...marked);
    if (marked.length < PAGE) break;
  }
  return found.map(({ type, data }) => ({ type, data: data as object }));
}
