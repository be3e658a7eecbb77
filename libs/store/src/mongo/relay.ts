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

const batch = 100;
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

export const startRelay = (deps: RelayDeps): Relay => {
  const { records } = deps;
  const told = new Map<Kind, Set<string>>(kinds.map((kind) => [kind, new Set()]));
  const wakeup = createWakeup();
  const stopping = new AbortController();
  let sweptAt = -Infinity;

  const relayBatch = async (kind: Kind, filter: Readonly<Record<string, unknown>>): Promise<number> => {
    const budget = createBudget(deps, pageMs);
    const found = await budget.run((maxTimeMS) =>
      records[kind]
        .find({ ...filter, pending: 1 }, { outbox: 1 })
        .limit(batch)
        .maxTimeMS(maxTimeMS)
        .lean<Outbox[]>(),
    );
    if (found.length === 0) return 0;
    await deps.onStep('outbox read');
    const events = found.flatMap(({ _id: id, outbox }) => outbox.map((event) => ({ kind, id, ...event })));
    await deps.copy(events, budget);
    if (events.length > 0) deps.copied();
    await deps.onStep('copied');
    const prune = found.map(({ _id, outbox }) => {
      const seq = outbox.at(-1)?.seq ?? 0;
      return { updateOne: { filter: { _id }, update: { $pull: { outbox: { seq: { $lte: seq } } } } } };
    });
    await budget.run(() => records[kind].bulkWrite(prune, { ordered: false }));
    await deps.onStep('pruned');
    // A commit made since then has set `pending` again and filled the outbox: then the marker stays.
    const clear = { _id: { $in: found.map(({ _id }) => _id) }, outbox: { $size: 0 } };
    await budget.run(() => records[kind].updateMany(clear, { $unset: { pending: 1 } }));
    return found.length;
  };

  const pass = async (): Promise<void> => {
    // By the clock, not by idleness: a process that is always busy must look for what others left, too.
    const everything = deps.now() - sweptAt >= deps.sweepMs;
    if (everything) sweptAt = deps.now();
    for (const kind of kinds) {
      const ids = [...(told.get(kind) ?? [])];
      told.get(kind)?.clear();
      if (everything) {
        while ((await relayBatch(kind, {})) === batch);
      } else {
        for (let i = 0; i < ids.length; i += batch) {
          await relayBatch(kind, { _id: { $in: ids.slice(i, i + batch) } });
        }
      }
    }
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
