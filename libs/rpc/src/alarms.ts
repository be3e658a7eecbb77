/**
 * Many alarms on one timer. Nearly every call ends long before its deadline, so setting and stopping an alarm must cost
 * next to nothing: a set insertion and deletion. In exchange an alarm rings up to `tickMs` late, never early, and each
 * tick looks at all that are set. Counted on the monotonic clock, so setting the wall clock expires no call.
 */
import { performance } from 'node:perf_hooks';

const tickMs = 10;

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

export interface Alarms {
  /** Rings once, `ms` from now, unless the returned function is called first. */
  after(ms: number, ring: () => void): () => void;
  /** Stops all of them without ringing. */
  stop(): void;
}

export const createAlarms = (): Alarms => {
  const set = new Set<Alarm>();
  let timer: NodeJS.Timeout | undefined;

  const halt = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const tick = (): void => {
    const now = performance.now();
    for (const alarm of set) {
      if (alarm.at > now) continue;
      set.delete(alarm);
      alarm.ring();
    }
    if (set.size === 0) halt();
  };

  return {
    after: (ms, ring) => {
      const alarm = { at: performance.now() + ms, ring };
      set.add(alarm);
      timer ??= setInterval(tick, tickMs);
      return () => set.delete(alarm);
    },
    stop: () => {
      set.clear();
      halt();
    },
  };
};
