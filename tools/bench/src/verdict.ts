import { cliffsDelta, median, shiftFor } from './effect-size';
import type { Round } from './sampling';

/** What a class's times say beside those of all others together. Times in µs. */
export interface Verdict {
  readonly name: string;
  readonly samples: number;
  readonly medianUs: number;
  /** Median less the median of the rest. */
  readonly differenceUs: number;
  /** Cliff's delta: the median of the rounds', so that one disturbed round decides nothing. */
  readonly delta: number;
  readonly within: boolean;
}

export function verdicts<C extends string>(rounds: readonly Round<C>[], bound: number): readonly Verdict[] {
  const [any] = rounds;
  if (any === undefined) throw new Error('nothing was measured');
  const names = Object.keys(any) as C[];
  return names.map((name) => {
    const parts = rounds.map((round) => {
      const rest = names.filter((other) => other !== name).flatMap((other) => round[other]);
      return { own: round[name], rest, delta: cliffsDelta(round[name], rest) };
    });
    const delta = median(parts.map((part) => part.delta));
    return {
      name,
      samples: parts.reduce((sum, { own }) => sum + own.length, 0),
      medianUs: median(parts.flatMap(({ own }) => own)) / 1000,
      differenceUs: median(parts.map(({ own, rest }) => median(own) - median(rest))) / 1000,
      delta,
      within: Math.abs(delta) < bound,
    };
  });
}

/** What a difference has to be, in µs, to be over the bound on this machine now. */
export const sensitivityUs = <C extends string>(rounds: readonly Round<C>[], bound: number): number =>
  median(rounds.map((round) => shiftFor(Object.values<readonly number[]>(round).flat(), bound))) / 1000;
