/**
 * `watch` for any store: pages of events from a position, then new ones as they come. It holds one page at a time and
 * reads the next only when the consumer has taken the last event of it. A commit of this process wakes it at once;
 * those of other processes are found by looking again every `pollMs`.
 *
 * It ends quietly when aborted or when the store closes. When the database is gone it throws Fault `unavailable`: the
 * consumer knows its last position and starts again from there.
 */
import { checkPage } from './commit-check';
import type { Store, StoredEvent } from './store';
import type { Wakeup } from './wakeup';

const pageSize = 256;

export interface WatchDeps extends Pick<Store, 'events'> {
  readonly wakeup: Pick<Wakeup, 'turn' | 'later'>;
  readonly pollMs: number;
  /** Aborted when the store closes. */
  readonly closing: AbortSignal;
}

export const createWatch = (deps: WatchDeps): Store['watch'] =>
  async function* ({ after, signal }): AsyncGenerator<StoredEvent, void, void> {
    checkPage(after, pageSize);
    // Not AbortSignal.any: that leaves something behind on `closing`, which lives as long as the store, for every watch.
    const ending = new AbortController();
    const stop = (): void => ending.abort();
    const sources = [signal, deps.closing];
    if (sources.some(({ aborted }) => aborted)) return;
    for (const source of sources) source.addEventListener('abort', stop);
    const end = ending.signal;
    let last = after;
    try {
      while (!end.aborted) {
        const seen = deps.wakeup.turn();
        const page = await deps.events({ after: last, limit: pageSize }).catch((error: unknown) => {
          if (end.aborted) return [];
          throw error;
        });
        for (const event of page) {
          if (end.aborted) return;
          yield event;
          last = event.position;
        }
        if (page.length === 0) await deps.wakeup.later(seen, deps.pollMs, end);
      }
    } finally {
      for (const source of sources) source.removeEventListener('abort', stop);
    }
  };
