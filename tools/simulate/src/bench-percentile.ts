/**
 * Percentiles of measured times by nearest rank: every number told is one that was measured, none is interpolated.
 */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** `share` above 0, up to 1. Throws RangeError when there is nothing to rank. */
export function percentile(values: readonly number[], share: number): number {
  return ranked(ascending(values), share);
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function spreadOf(values: readonly number[]): Spread {
  const sorted = ascending(values);
  return { median: ranked(sorted, 0.5), p95: ranked(sorted, 0.95), p99: ranked(sorted, 0.99) };
}

const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);

function ranked(sorted: readonly number[], share: number): number {
  const value = sorted[Math.ceil(sorted.length * share) - 1];
  if (value === undefined) throw new RangeError('a percentile needs a value and a share above 0, up to 1');
  return value;
}
