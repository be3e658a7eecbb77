import { ZERO, decimal, decimalText, type Decimal } from './amount';

/**
 * What was settled, as a thinned step function: a point [t, total, count] says that by `t` (ms UTC, inclusive) `count`
 * operations of `total` altogether had been settled since the beginning. What a window holds is one subtraction, for
 * any window, also one that is defined tomorrow.
 *
 * It stays bounded because points are dropped as they grow old. Where points between p and q were dropped, what they
 * settled counts as settled at q: it stays in a window longer than it must, never shorter. A point is dropped only
 * while q - p is at most 1 % of the age of q (or of a minute), and a window longer than that age is the only one that
 * can still notice; so the error is on the safe side and at most 1 % of the window, for every window of a minute and
 * more. Survivors are spaced by more than 1 % of their age per two points, which bounds them to about 2,700 in 400
 * days, however many operations there are; a busy account has about 1,700.
 *
 * `boundaries` are the starts of the calendar periods now running: the last point before each is never dropped, so
 * calendar windows are exact.
 */
export type Point = readonly [time: number, total: string, count: number];
export type History = readonly Point[];

export interface Settled {
  readonly total: Decimal;
  readonly count: number;
}

const PRECISION = 100;
const SHORTEST_WINDOW_MS = 60_000;
export const RETENTION_MS = 400 * 24 * 60 * 60_000;

const NOTHING: Settled = { total: ZERO, count: 0 };

const settledAt = (point: Point | undefined): Settled =>
  point === undefined ? NOTHING : { total: decimal(point[1]), count: point[2] };

/** Index of the first point later than `time`. */
function firstAfter(history: History, time: number): number {
  let [low, high] = [0, history.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history[middle] as Point)[0] <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Everything settled so far. */
export const settledEver = (history: History): Settled => settledAt(history.at(-1));

/** What was settled after `time`. */
export function settledSince(history: History, time: number): Settled {
  const ever = settledEver(history);
  const before = settledAt(history[firstAfter(history, time) - 1]);
  return { total: ever.total.minus(before.total), count: ever.count - before.count };
}

/** When the first of what was settled after `time` was settled; null when nothing was. */
export const firstSettledAfter = (history: History, time: number): number | null =>
  history[firstAfter(history, time)]?.[0] ?? null;

/**
 * Adds an operation settled at `at`. A clock that went back does not reorder history: the operation then counts as
 * settled at the time of the last one. `coarseness` multiplies the precision's 1 %.
 */
export function recorded(
  history: History,
  at: number,
  amount: string,
  boundaries: readonly number[],
  coarseness = 1,
): History {
  const last = history.at(-1);
  const { total, count } = settledAt(last);
  const time = Math.max(at, last?.[0] ?? 0);
  const point: Point = [time, decimalText(total.plus(amount)), count + 1];
  const points = last?.[0] === time ? [...history.slice(0, -1), point] : [...history, point];
  return thinned(points, time, boundaries, coarseness);
}

export function thinned(
  history: History,
  now: number,
  boundaries: readonly number[],
  coarseness = 1,
): History {
  // Index access throughout: this runs over all points at every settlement, and iterators would be most of its cost.
  const kept: Point[] = [];
  for (let i = 0; i < history.length; i += 1) {
    const point = history[i] as Point;
    const next = history[i + 1];
    if (next === undefined || !expendable(kept[kept.length - 1], point[0], next[0])) kept.push(point);
  }
  return kept;

  function expendable(before: Point | undefined, time: number, next: number): boolean {
    const age = Math.max(now - next, SHORTEST_WINDOW_MS);
    if (before === undefined ? next > now - RETENTION_MS : next - before[0] > (age * coarseness) / PRECISION)
      return false;
    return !isBoundaryBetween(time, next);
  }

  function isBoundaryBetween(time: number, next: number): boolean {
    for (const boundary of boundaries) if (time < boundary && boundary <= next) return true;
    return false;
  }
}
