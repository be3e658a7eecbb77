/**
 * Sends inputs to targets, in turns of about a second each, until the time is over or each has had its number, and keeps
 * what it finds. Finds that were kept before go first. A find is tried once more by itself; whether it showed again is
 * part of the find. Of one and the same problem the first three inputs are kept, the others are counted.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { keepCrash, readCrashes } from './crashes';
import { createRandom } from './random';
import type { Input, Target, TargetName } from './target';

export interface RunOptions {
  readonly targets: readonly Target[];
  readonly seed: string;
  readonly seconds: number;
  /** By target; without a number until the time is over. */
  readonly inputs: ReadonlyMap<TargetName, number>;
  /** Where finds are kept. */
  readonly out: string;
  /** ms since any moment. */
  readonly elapsed: () => number;
  readonly stopped: () => boolean;
  readonly progress: (counts: ReadonlyMap<TargetName, number>) => void;
  readonly found: (text: string) => void;
}

export interface RunResult {
  readonly replayed: number;
  readonly counts: ReadonlyMap<TargetName, number>;
  readonly finds: number;
}

const TURN_MS = 1_000;
const KEPT_OF_A_PROBLEM = 3;
/** Which of the last inputs ended a process is not known, so all of them are kept. */
const SUSPECTS = 100;

export const run = async (options: RunOptions): Promise<RunResult> => {
  const { targets, seed, elapsed, stopped } = options;
  const counts = new Map<TargetName, number>(targets.map(({ name }) => [name, 0]));
  const times = new Map<string, number>();
  const end = elapsed() + options.seconds * 1_000;
  let finds = 0;

  const keep = async (target: Target, number: number, problem: string, inputs: readonly Input[]) => {
    finds += 1;
    const key = `${target.name} ${problem.replace(/[0-9a-f]{8,}|[0-9]+/g, '#')}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    if (before >= KEPT_OF_A_PROBLEM) return;
    const path = await keepCrash(options.out, { target: target.name, problem, seed, number, inputs });
    options.found(`${target.name}: ${problem}\n  kept in ${path}`);
  };

  const again = async (target: Target, problem: string, input: Input): Promise<string> => {
    const second = await target.check(input);
    return second === undefined ? `${problem} (not when it was sent once more)` : problem;
  };

  const inspect = async (target: Target, suspects: readonly Input[]): Promise<void> => {
    const number = counts.get(target.name) ?? 0;
    for (const { problem, input } of await target.inspect()) {
      await keep(target, number, problem, input === undefined ? suspects : [input]);
    }
  };

  const replay = async (target: Target): Promise<number> => {
    const kept = (await readCrashes(options.out)).filter((crash) => crash.target === target.name);
    for (const crash of kept) {
      for (const input of crash.inputs) {
        const problem = await target.check(input);
        if (problem !== undefined) await keep(target, crash.number, problem, [input]);
      }
      await inspect(target, crash.inputs);
    }
    return kept.length;
  };

  const wanted = (target: Target): boolean =>
    (counts.get(target.name) ?? 0) < (options.inputs.get(target.name) ?? Infinity);

  const takeTurn = async (target: Target): Promise<void> => {
    const until = Math.min(elapsed() + TURN_MS, end);
    const suspects: Input[] = [];
    const lane = async (): Promise<void> => {
      while (wanted(target) && elapsed() < until) {
        const number = counts.get(target.name) ?? 0;
        counts.set(target.name, number + 1);
        const input = target.make(createRandom(`${seed} ${target.name} ${number}`));
        suspects.push(input);
        if (suspects.length > SUSPECTS) suspects.shift();
        const problem = await target.check(input);
        if (problem !== undefined) await keep(target, number, await again(target, problem, input), [input]);
      }
    };
    await Promise.all(Array.from({ length: target.width }, lane));
    await inspect(target, suspects);
    options.progress(counts);
    await turn();
  };

  let replayed = 0;
  for (const target of targets) replayed += await replay(target);
  while (elapsed() < end && !stopped() && targets.some(wanted)) {
    for (const target of targets) if (wanted(target) && !stopped()) await takeTurn(target);
  }
  return { replayed, counts, finds };
};
