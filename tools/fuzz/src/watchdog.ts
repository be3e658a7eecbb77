/**
 * Runs code of this process under a time limit that ends even a loop or a regular expression that never would: the
 * watchdog of node:vm stops whatever runs, also what lies outside its context. It costs a thread each time, so what is
 * handed over in one turn of the event loop is watched together, and only when that takes too long one by one.
 */
import { createContext, Script } from 'node:vm';

/** Resolves with what the work returns, or with `tooSlow`. The work must not throw. */
export type Watchdog = <T>(work: () => T) => Promise<T | 'too slow'>;

interface Waiting {
  readonly run: () => void;
  readonly giveUp: () => void;
}

export const createWatchdog = (limitMs: number): Watchdog => {
  let work: () => void = () => undefined;
  const script = new Script('work()');
  const context = createContext({ work: () => work() });
  let waiting: Waiting[] = [];

  /** Whether it came to its end. */
  const within = (ms: number, watched: () => void): boolean => {
    work = watched;
    try {
      script.runInContext(context, { timeout: ms });
      return true;
    } catch (error) {
      if (isTimeout(error)) return false;
      throw error;
    }
  };

  const flush = (): void => {
    const all = waiting;
    waiting = [];
    let done = 0;
    const inTime = within(limitMs, () => {
      for (const { run } of all) {
        run();
        done += 1;
      }
    });
    if (inTime) return;
    for (const { run, giveUp } of all.slice(done)) if (!within(limitMs, run)) giveUp();
  };

  return <T>(watched: () => T) =>
    new Promise<T | 'too slow'>((resolve) => {
      waiting.push({ run: () => resolve(watched()), giveUp: () => resolve('too slow') });
      if (waiting.length === 1) setImmediate(flush);
    });
};

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
