/**
 * How far two samples lie apart, without asking how their noise is distributed: Cliff's delta, the chance that a value of
 * the first is larger than one of the second, less the chance that it is smaller. 0: nobody can tell them apart; ±1:
 * every value tells. Outliers weigh no more than any other value. Below 0.147 the literature calls it negligible
 * (Romano and others, 2006).
 */
export const NEGLIGIBLE = 0.147;

export function cliffsDelta(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 || second.length === 0) throw new Error('an empty sample has no effect size');
  const sorted = Float64Array.from(second).sort();
  let larger = 0;
  for (const value of first) {
    const below = countBelow(sorted, value);
    const upTo = countBelow(sorted, value, true);
    larger += below - (sorted.length - upTo);
  }
  return larger / (first.length * second.length);
}

/** By how much a sample would have to be shifted for the effect to be `delta`: what such an effect means in its own unit. */
export function shiftFor(sample: readonly number[], delta: number): number {
  let low = 0;
  let high = Math.max(...sample) - Math.min(...sample) + 1;
  while (high - low > high * 1e-4) {
    const middle = (low + high) / 2;
    const moved = sample.map((value) => value + middle);
    if (cliffsDelta(moved, sample) < delta) low = middle;
    else high = middle;
  }
  return high;
}

export function median(sample: readonly number[]): number {
  const sorted = Float64Array.from(sample).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('an empty sample has no median');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function countBelow(sorted: Float64Array, value: number, orEqual = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? Infinity;
    if (at < value || (orEqual && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
