import { setImmediate as everythingElseWaits } from 'node:timers/promises';
import type { Random } from '../random';
import type { Clock } from './clock';

/**
 * Lets calls that run at once take their steps in an order that the seed decides. Every step a call takes on the store
 * stands at the gate first; when all calls stand there, one of them is let through and time goes on a little, seldom
 * by seconds, as when a process is paused. A call that runs alone never waits.
 */
export interface Turnstile {
  /** Undefined when nobody else runs. */
  readonly gate: () => Promise<void> | undefined;
  /** Runs all tasks to their end; none of them may reject. */
  together(tasks: readonly (() => Promise<void>)[]): Promise<void>;
}

const PAUSE = { chance: 0.001, ms: 1900 } as const;

export function createTurnstile(random: Random, clock: Clock): Turnstile {
  const waiting: (() => void)[] = [];
  let crowded = false;

  const gate = (): Promise<void> | undefined =>
    crowded ? new Promise((resolve) => waiting.push(resolve)) : undefined;

  return {
    gate,
    async together(tasks) {
      crowded = true;
      let running = tasks.length;
      const all = Promise.all(
        tasks.map(async (task) => {
          await gate();
          await task();
          running -= 1;
        }),
      );
      let failed = false;
      all.catch(() => (failed = true));
      for (;;) {
        await everythingElseWaits();
        if (running === 0 || failed) break;
        const [next] = waiting.splice(random.below(waiting.length), 1);
        if (next === undefined) throw new Error('every call waits, and none at the gate');
        clock.advance(random.chance(PAUSE.chance) ? PAUSE.ms : random.below(4));
        next();
      }
      crowded = false;
      for (const left of waiting.splice(0)) left();
      await all;
    },
  };
}
