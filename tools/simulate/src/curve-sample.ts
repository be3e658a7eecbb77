import { median } from './bench-percentile';

/** What was measured over one stretch of operations, at its end. Times are medians, in ms. */
export interface Sample {
  readonly operations: number;
  readonly day: number; // virtual
  /** UTF-8 bytes of the account's JSON. */
  readonly bytes: number;
  /** Points of all of the account's histories together. */
  readonly points: number;
  /** One durable commit of the account, of whatever command. */
  readonly commit: number;
  /** register, read and settle together, each fetched, decided and committed. */
  readonly operation: number;
  /** The decision of one read, in memory. */
  readonly decision: number;
  /** The decision of one settlement, in memory. */
  readonly settlement: number;
}

export interface Column {
  readonly name: keyof Sample;
  readonly title: string;
  readonly text: (value: number) => string;
}

const whole = (value: number): string => value.toFixed(0);
const ms = (value: number): string => value.toFixed(3);

export const columns: readonly Column[] = [
  { name: 'operations', title: 'operations', text: whole },
  { name: 'day', title: 'day', text: (value) => value.toFixed(1) },
  { name: 'bytes', title: 'bytes', text: whole },
  { name: 'points', title: 'points', text: whole },
  { name: 'commit', title: 'commit ms', text: ms },
  { name: 'operation', title: 'operation ms', text: ms },
  { name: 'decision', title: 'decision ms', text: ms },
  { name: 'settlement', title: 'settle ms', text: ms },
];

/** What should stay flat. */
export const curves = columns.filter(({ name }) => name !== 'operations' && name !== 'day');

/**
 * The median of the last quarter over the median of the second: 1 is flat, and what grew with every operation would show
 * about 2.3. NaN while there are fewer than four samples.
 */
export function flatness(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  if (quarter === 0) return NaN;
  return median(values.slice(-quarter)) / median(values.slice(quarter, 2 * quarter));
}

export const csvText = (samples: readonly Sample[]): string =>
  [columns.map(({ name }) => name), ...samples.map((one) => columns.map(({ name, text }) => text(one[name])))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
