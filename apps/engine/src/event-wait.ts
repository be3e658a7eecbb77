/**
 * Waiting for events that have not happened yet, for callers of ListEvents. However many wait, the log is read once for
 * all of them: one watch goes through what happens and ends the waits it concerns; an event that nobody asked for ends
 * none, and is remembered as looked at. After the first news a wait lasts a moment longer, so that a burst is read as
 * one page rather than event by event.
 *
 * Each holds one of the engine's places for calls, so only some may wait at once. Stopping lets all of them go: a
 * draining engine waits for nobody who only waits himself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fault } from '@countersign/policy';
import type { Store, StoredEvent } from '@countersign/store';

/** How much later an answer may be for the sake of a burst. */
export const GATHER_MS = 25;

export interface WaitFor {
  /** Position of the last event that the caller has looked at. */
  readonly after: number;
  readonly ms: number;
  readonly signal: AbortSignal;
  readonly wanted: (event: StoredEvent) => boolean;
}

export interface Waited {
  /** False after `ms`, when the caller is gone, and when stopped. */
  readonly news: boolean;
  /** There is nothing wanted up to here. */
  readonly lookedAt: number;
}

export interface EventWait {
  /** Throws Fault `exhausted`, or `unavailable` when the log cannot be read. */
  untilNews(query: WaitFor): Promise<Waited>;
  stop(): Promise<void>;
}

export interface EventWaitDeps {
  readonly store: Pick<Store, 'watch'>;
  /** Beyond it callers are refused as `exhausted`. */
  readonly maxWaiting: number;
  /** Resolves after the time or when aborted. Default: the system's timer. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

interface Waiter {
  lookedAt: number;
  readonly wanted: (event: StoredEvent) => boolean;
  readonly end: (news: boolean) => void;
  readonly fail: (error: unknown) => void;
}

export function createEventWait({ store, maxWaiting, pause = timer }: EventWaitDeps): EventWait {
  /** All who have a place, and of these the ones who have heard nothing yet. */
  const places = new Set<AbortController>();
  const waiters = new Set<Waiter>();
  let watch: { readonly stop: AbortController; position: number } | undefined;
  let stopped = false;

  const follow = async (of: NonNullable<typeof watch>): Promise<void> => {
    try {
      for await (const event of store.watch({ after: of.position, signal: of.stop.signal })) {
        if (watch !== of) return;
        of.position = event.position;
        for (const waiter of waiters) tell(waiter, event);
        if (waiters.size === 0) break;
      }
      if (watch === of) for (const { end } of waiters) end(false);
    } catch (error) {
      if (watch === of) for (const { fail } of waiters) fail(error);
    } finally {
      if (watch === of) watch = undefined;
    }
  };

  /** One that has passed `after` begins again there: what lies between is what nobody may miss. */
  const watchFrom = (after: number): void => {
    if (watch !== undefined && watch.position <= after) return;
    watch?.stop.abort();
    watch = { stop: new AbortController(), position: after };
    void follow(watch);
  };

  const listen = (query: WaitFor, ending: AbortSignal): Promise<Waited> =>
    new Promise<Waited>((resolve, reject) => {
      const { after: lookedAt, wanted } = query;
      const leave = (): void => {
        waiters.delete(waiter);
        ending.removeEventListener('abort', gone);
        if (waiters.size > 0) return;
        watch?.stop.abort();
        watch = undefined;
      };
      const waiter: Waiter = {
        lookedAt,
        wanted,
        end: (news) => {
          leave();
          resolve({ news, lookedAt: waiter.lookedAt });
        },
        fail: (error) => {
          leave();
          reject(error);
        },
      };
      const gone = (): void => waiter.end(false);
      ending.addEventListener('abort', gone, { once: true });
      waiters.add(waiter);
      watchFrom(lookedAt);
    });

  return {
    untilNews: async (query) => {
      const { after, ms, signal } = query;
      if (stopped || signal.aborted) return { news: false, lookedAt: after };
      if (places.size >= maxWaiting) {
        throw fault('exhausted', { message: 'too many callers wait for events' });
      }
      const enough = new AbortController();
      const end = (): void => enough.abort();
      const late = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      places.add(enough);
      try {
        const waited = await listen(query, enough.signal);
        if (waited.news) await pause(GATHER_MS, enough.signal);
        return waited;
      } finally {
        clearTimeout(late);
        signal.removeEventListener('abort', end);
        places.delete(enough);
      }
    },
    stop: async () => {
      stopped = true;
      for (const enough of places) enough.abort();
    },
  };
}

/** What it was not looking for it has looked at; a wait that began further on is not concerned. */
function tell(waiter: Waiter, event: StoredEvent): void {
  if (event.position <= waiter.lookedAt) return;
  if (waiter.wanted(event)) waiter.end(true);
  else waiter.lookedAt = event.position;
}

const timer = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
