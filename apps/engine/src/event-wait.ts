import { fault } from '@countersign/policy';
import type { Store } from '@countersign/store';

/**
 * Waiting for events that have not happened yet, for callers of ListEvents. A caller that waits costs no work, but it
 * holds one of the engine's places for calls, so only some may wait at once. Stopping lets all of them go: a draining
 * engine waits for nobody who only waits himself.
 */
export interface EventWait {
  /** True when there is an event behind `after`; false after `ms`, when the caller is gone, or when stopped. */
  untilNews(after: number, ms: number, signal: AbortSignal): Promise<boolean>;
  stop(): Promise<void>;
}

export interface EventWaitDeps {
  readonly store: Pick<Store, 'watch'>;
  /** Beyond it callers are refused as `exhausted`. */
  readonly maxWaiting: number;
}

export function createEventWait({ store, maxWaiting }: EventWaitDeps): EventWait {
  const waiting = new Set<AbortController>();
  let stopped = false;
  return {
    untilNews: async (after, ms, signal) => {
      if (stopped || signal.aborted) return false;
      if (waiting.size >= maxWaiting) {
        throw fault('exhausted', { message: 'too many callers wait for events' });
      }
      const enough = new AbortController();
      const end = (): void => enough.abort();
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      waiting.add(enough);
      try {
        return await isAny(store.watch({ after, signal: enough.signal }));
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        waiting.delete(enough);
      }
    },
    stop: async () => {
      stopped = true;
      for (const enough of waiting) enough.abort();
    },
  };
}

async function isAny(events: AsyncIterable<unknown>): Promise<boolean> {
  for await (const _event of events) return true;
  return false;
}
