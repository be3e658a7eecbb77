/**
 * Lets waiting readers know that something may have changed. A reader takes `turn()` before it looks and waits for a
 * later turn after it found nothing, so a change between the look and the wait is never slept through.
 */
export interface Wakeup {
  turn(): number;
  wake(): void;
  /** Resolves when a turn later than `seen` has come, after `ms`, or on abort. */
  later(seen: number, ms: number, signal: AbortSignal): Promise<void>;
}

export const createWakeup = (): Wakeup => {
  let turn = 0;
  const waiting = new Set<() => void>();
  return {
    turn: () => turn,
    wake: () => {
      turn++;
      for (const resume of [...waiting]) resume();
    },
    later: (seen, ms, signal) =>
      new Promise((resolve) => {
        if (turn > seen || signal.aborted) {
          resolve();
          return;
        }
        const resume = (): void => {
          waiting.delete(resume);
          clearTimeout(timer);
          signal.removeEventListener('abort', resume);
          resolve();
        };
        const timer = setTimeout(resume, ms);
        waiting.add(resume);
        signal.addEventListener('abort', resume, { once: true });
      }),
  };
};
