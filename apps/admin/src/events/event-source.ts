/**
 * Events of the engine after a position, in order, for as long as somebody takes them. It asks for the next page only
 * when the one before has been taken, so one reader costs one page of memory; each page waits in the engine until there
 * is something. While no engine answers it asks again, ever less often, and goes on where it was: no gap, no duplicate.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isFault } from '@countersign/policy';
import type { AdminCalls, Event, ListEventsReply } from '@countersign/rpc';

export interface EventSourceDeps {
  readonly engine: Pick<AdminCalls, 'listEvents'>;
  readonly now: () => number;
  /** 0 ≤ random() < 1 */
  readonly random: () => number;
  readonly requestId: string;
}

export interface EventsAfter {
  readonly position: number;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  /** Of one kind; empty: any. */
  readonly id: string;
  readonly signal: AbortSignal;
}

export interface Page {
  readonly events: readonly Event[];
  /** Everything up to here was looked at, whatever was left out by kind. */
  readonly position: number;
}

const PAGE = 100;
const WAIT_MS = 20_000;
/** Beyond the wait: for the way there and back. */
const MARGIN_MS = 5_000;
const MIN_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;
/** Between two empty answers that came without waiting. */
const MIN_TURN_MS = 250;

/** Throws an AbortError when the signal is aborted, and a Fault for what asking again does not mend. */
export async function* pagesAfter(
  { engine, now, random, requestId }: EventSourceDeps,
  { position, kinds, id, signal }: EventsAfter,
): AsyncGenerator<Page, never> {
  const kind = kinds.length === 1 ? (kinds[0] ?? '') : '';
  const wanted = new Set(kinds);
  let after = position;
  let failures = 0;
  for (;;) {
    signal.throwIfAborted();
    const asked = now();
    let reply: ListEventsReply;
    try {
      reply = await engine.listEvents(
        { afterPosition: after, limit: PAGE, waitMs: WAIT_MS, kind, id },
        { requestId, deadline: asked + WAIT_MS + MARGIN_MS, signal },
      );
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      if (!isFault(error, 'unavailable', 'deadline', 'exhausted', 'cancelled', 'internal')) throw error;
      await pause(backoff(failures, random()), undefined, { signal });
      failures += 1;
      continue;
    }
    const reached = Math.max(after, reply.nextPosition, reply.events.at(-1)?.position ?? 0);
    if (reached > after) {
      after = reached;
      yield {
        events: wanted.size < 2 ? reply.events : reply.events.filter((told) => wanted.has(told.kind)),
        position: reached,
      };
    } else if (now() - asked < MIN_TURN_MS) {
      await pause(MIN_TURN_MS, undefined, { signal });
    }
  }
}

/** Twice as long each time, and somewhere in its upper half, so that readers do not come back all at once. */
const backoff = (failures: number, random: number): number =>
  Math.min(MAX_RETRY_MS, MIN_RETRY_MS * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);
