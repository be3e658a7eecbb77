/**
 * Copies events into the log at dense positions. An event may be inserted at position p only after p-1 was seen or
 * inserted, and no position and no (kind, id, seq) can be taken twice; so several processes may copy the same events
 * at the same time: one succeeds, the others find the event already there and go on with the next one. Events of one
 * aggregate must be given in order of seq, and then get their positions in that order.
 *
 * What is "already there" is decided by majority reads: an outbox is pruned on the strength of it, and a copy that a
 * failover could still undo must not count.
 */
import type { SealedEvent } from '../chain';
import type { Kind } from '../store';
import { insertOptions, isDuplicate } from './budget';
import type { Budget } from './budget';
import type { Models } from './models';

const pauseMs = 10;

const keyOf = ({
  kind,
  id,
  seq,
}: {
  readonly kind: Kind;
  readonly id: string;
  readonly seq: number;
}): string => JSON.stringify([kind, id, seq]);

/** Returns when every one of `events` is in the log. Throws Fault unavailable when `budget` ends first. */
export type CopyEvents = (events: readonly SealedEvent[], budget: Budget) => Promise<void>;

export const createCopyEvents = ({ events: log }: Pick<Models, 'events'>): CopyEvents => {
  const lastPosition = async (budget: Budget): Promise<number> => {
    const last = await budget.run((maxTimeMS) =>
      log.findOne({}, { _id: 1 }).sort({ _id: -1 }).maxTimeMS(maxTimeMS).lean<{ _id: number }>(),
    );
    return last?._id ?? 0;
  };

  const withoutCopied = async (
    events: readonly SealedEvent[],
    budget: Budget,
  ): Promise<readonly SealedEvent[]> => {
    const ranges = new Map<string, { kind: Kind; id: string; seq: { $gte: number; $lte: number } }>();
    for (const { kind, id, seq } of events) {
      const aggregate = JSON.stringify([kind, id]);
      const from = ranges.get(aggregate)?.seq.$gte ?? seq;
      ranges.set(aggregate, { kind, id, seq: { $gte: from, $lte: seq } });
    }
    const found = await budget.run((maxTimeMS) =>
      log
        .find({ $or: [...ranges.values()] }, { _id: 0, kind: 1, id: 1, seq: 1 })
        .maxTimeMS(maxTimeMS)
        .lean<{ kind: Kind; id: string; seq: number }[]>(),
    );
    const copied = new Set(found.map(keyOf));
    return events.filter((event) => !copied.has(keyOf(event)));
  };

  return async (events, budget) => {
    let left = events;
    while (left.length > 0) {
      const last = await lastPosition(budget);
      const documents = left.map((event, i) => ({ _id: last + 1 + i, ...event }));
      try {
        await budget.run(() => log.insertMany(documents, insertOptions));
        return;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      const before = left.length;
      left = await withoutCopied(left, budget);
      // Nothing new for the majority: another process's copy is still on its way.
      if (left.length === before) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
};
