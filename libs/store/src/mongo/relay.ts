/**
 * Moves acknowledged events from the outboxes to the log. Commits of this process are relayed at once; every
 * `sweepMs`, at the start and after any error all outboxes are looked through, which finds what a dead process left.
 * One pass at a time; every step may be repeated and may run in several processes at once.
 */
import type { Kind } from '../store';
import { kinds } from '../store';
import type { StoreDeps } from '../deps';
import { createWakeup } from '../wakeup';
import { createBudget, pageMs } from './budget';
import type { CopyEvents } from './copy-events';
import type { Models, RecordDocument } from './models';
import type { OnStep } from './steps';

/**
 * How many aggregates, and how many events in all, are moved at a time. What was moved is pruned before the next part
 * is read, so a backlog of any size becomes smaller with every part, however slow the server is.
 */
const aggregatesAtOnce = 100;
export const eventsAtOnce = 100;
const longestBackoffMs = 5000;

export interface RelayDeps extends Pick<StoreDeps, 'now' | 'log'> {
  readonly records: Models['records'];
  readonly copy: CopyEvents;
  readonly onStep: OnStep;
  readonly sweepMs: number;
  /** Called when events were added to the log. */
  readonly copied: () => void;
}

export interface Relay {
  /** An aggregate whose outbox has new events. */
  tell(kind: Kind, id: string): void;
  /** Ends after the work in hand, and after one more pass over what it was told. */
  stop(): Promise<void>;
}

type Outbox = Pick<RecordDocument, '_id' | 'outbox'>;

/** What a part was of everything its filter finds. */
type Part = 'nothing' | 'some' | 'all';

/** As many outboxes as hold `eventsAtOnce` events together, but at least one. */
const firstOf = (found: readonly Outbox[]): readonly Outbox[] => {
  let events = 0;
  return found.filter(({ outbox }, i) => (events += outbox.length) <= eventsAtOnce || i === 0);
};

export const startRelay = (deps: RelayDeps): Relay => {
  const { records } = deps;
  const told = new Map<Kind, Set<string>>(kinds.map((kind) => [kind, new Set()]));
  const wakeup = createWakeup();
  const stopping = new AbortController();
  let sweptAt = -Infinity;

  /** Moves one part of what `filter` finds. */
  const relayPart = async (kind: Kind, filter: Readonly<Record<string, unknown>>): Promise<Part> => {
    const budget = createBudget(deps, pageMs);
    const found = await budget.run((maxTimeMS) =>
      records[kind]
        .find({ ...filter, pending: 1 })
        .select({ _id: 1, outbox: { $slice: eventsAtOnce } })
        .limit(aggregatesAtOnce)
        .maxTimeMS(maxTimeMS)
        .lean<Outbox[]>(),
    );
    if (found.length === 0) return 'nothing';
    await deps.onStep('outbox read');
    const part = firstOf(found);
    const events = part.flatMap(({ _id: id, outbox }) => outbox.map((event) => ({ kind, id, ...event })));
    await deps.copy(events, budget);
    if (events.length > 0) deps.copied();
    await deps.onStep('copied');
    const prune = part.map(({ _id, outbox }) => {
      const seq = outbox.at(-1)?.seq ?? 0;
      return { updateOne: { filter: { _id }, update: { $pull: { outbox: { seq: { $lte: seq } } } } } };
    });
    await budget.run(() => records[kind].bulkWrite(prune, { ordered: false }));
    await deps.onStep('pruned');
    // Where a commit has filled the outbox again, or not all of it was read, the marker stays.
    const clear = { _id: { $in: part.map(({ _id }) => _id) }, outbox: { $size: 0 } };
    await budget.run(() => records[kind].updateMany(clear, { $unset: { pending: 1 } }));
    const all = part.length === found.length && found.length < aggregatesAtOnce;
    return all && part.every(({ outbox }) => outbox.length < eventsAtOnce) ? 'all' : 'some';
  };

  /** In turns, so that a kind that is never empty does not keep the others waiting. */
  const sweep = async (): Promise<void> => {
    for (let left: readonly Kind[] = kinds; left.length > 0 && !stopping.signal.aborted;) {
      const more: Kind[] = [];
      for (const kind of left) {
        if ((await relayPart(kind, {})) === 'some') more.push(kind);
      }
      left = more;
    }
  };

  const relayTold = async (kind: Kind): Promise<void> => {
    const ids = [...(told.get(kind) ?? [])];
    told.get(kind)?.clear();
    for (let i = 0; i < ids.length; i += aggregatesAtOnce) {
      const filter = { _id: { $in: ids.slice(i, i + aggregatesAtOnce) } };
      while ((await relayPart(kind, filter)) === 'some');
    }
  };

  const pass = async (): Promise<void> => {
    // By the clock, not by idleness: a process that is always busy must look for what others left, too.
    if (deps.now() - sweptAt >= deps.sweepMs) {
      sweptAt = deps.now();
      await sweep();
    }
    for (const kind of kinds) await relayTold(kind);
  };

  const run = async (): Promise<void> => {
    let backoff = 0;
    while (!stopping.signal.aborted) {
      const seen = wakeup.turn();
      try {
        await pass();
        backoff = 0;
      } catch (error) {
        // Whatever it was, the events are still in their outboxes: look through all of them again, a little later.
        sweptAt = -Infinity;
        backoff = Math.min(longestBackoffMs, Math.max(50, backoff * 2));
        deps.log?.warn({ error: String(error), backoff }, 'events could not be relayed; will try again');
      }
      if (backoff > 0) await wakeup.later(Infinity, backoff, stopping.signal);
      else await wakeup.later(seen, deps.sweepMs, stopping.signal);
    }
  };
  const running = run();

  return {
    tell: (kind, id) => {
      told.get(kind)?.add(id);
      wakeup.wake();
    },
    stop: async () => {
      stopping.abort();
      await running;
      await pass().catch((error: unknown) =>
        deps.log?.warn({ error: String(error) }, 'left for the next start'),
      );
    },
  };
};
