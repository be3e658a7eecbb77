/**
 * Processes on one database in memory, each of which waits before and after everything it asks of its store until the
 * schedule lets it go on, or kills it there. So every order of their steps can be tried, and the same choices give the
 * same run.
 */
import { setImmediate } from 'node:timers/promises';
import type { Store } from '@countersign/store';
import { openMemoryStore, type MemoryDisk } from '@countersign/store/testing';

export class Died extends Error {}

interface Waiting {
  readonly process: number;
  readonly goOn: () => void;
  readonly die: () => void;
}

export interface Schedule {
  /** A store of one process. */
  store(process: number): Store;
  /**
   * Until every work of `working` has ended: `choose` picks, of so many that wait, who goes on next, and whether it dies
   * instead. A process that died wakes no more.
   */
  run(working: readonly Promise<unknown>[], choose: (waiting: number) => Choice): Promise<void>;
}

export interface Choice {
  readonly index: number;
  readonly dies: boolean;
}

export function createSchedule(disk: MemoryDisk, now: () => number): Schedule {
  let waiting: Waiting[] = [];

  function store(process: number): Store {
    let dead = false;
    const pass = () =>
      new Promise<void>((resolve, reject) => {
        if (dead) return reject(new Died());
        const die = () => {
          dead = true;
          reject(new Died());
        };
        waiting.push({ process, goOn: resolve, die });
      });
    const opened = openMemoryStore(disk, { now }, { onStep: pass });
    const gated =
      <A extends readonly unknown[], R>(ask: (...asked: A) => Promise<R>) =>
      async (...asked: A): Promise<R> => {
        await pass();
        return ask(...asked);
      };
    return {
      ...opened,
      get: gated(opened.get) as Store['get'],
      history: gated(opened.history),
      receipt: gated(opened.receipt),
    };
  }

  return {
    store,
    async run(working, choose) {
      let running = working.length;
      for (const work of working) {
        const ended = () => void (running -= 1);
        work.then(ended, ended);
      }
      for (;;) {
        // Nothing here waits for anything but the schedule: after a turn of the event loop all have come to a step.
        await setImmediate();
        if (running === 0) return;
        const { index, dies } = choose(waiting.length);
        const [chosen] = waiting.splice(index, 1);
        if (chosen === undefined) throw new Error('nobody waits, and not all have ended');
        if (!dies) chosen.goOn();
        else {
          // What else it had under way dies with it.
          const others = waiting.filter(({ process }) => process === chosen.process);
          waiting = waiting.filter(({ process }) => process !== chosen.process);
          for (const one of [chosen, ...others]) one.die();
        }
      }
    },
  };
}

/** Numbers from 0 to 1, always the same of one seed (xorshift32). */
export function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
