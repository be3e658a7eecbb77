import fc from 'fast-check';
import type { History } from '../../src';
import type { Policy } from '../scenario/policy';
import { MIDNIGHT } from '../scenario/time-text';
import { seeded, type Property } from './run';

/**
 * What a window says was settled in it is never less than the truth, and more by at most what was settled within 1 % of
 * the window before it; calendar windows are exact; and the history stays short however many operations there are.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const gap = fc.oneof(
  fc.constantFrom(0, 1, 1000, 600, 30_000),
  fc.integer({ min: 0, max: 2 * MINUTE }),
  fc.integer({ min: 0, max: DAY }),
);
const width = fc.oneof(
  fc.constantFrom(MINUTE, 60 * MINUTE, DAY, 92 * DAY),
  fc.integer({ min: MINUTE, max: 60 * MINUTE }),
  fc.integer({ min: MINUTE, max: 92 * DAY }),
);

interface Settled {
  readonly at: number;
  readonly amount: number;
}

const total = (all: readonly Settled[], from: number, to: number): number =>
  all.filter(({ at }) => at > from && at <= to).reduce((sum, { amount }) => sum + amount, 0);

export const thinningIsSafe: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(gap, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 250 }),
      fc.array(fc.tuple(width, gap), { minLength: 5, maxLength: 20 }),
      (gaps, windows) => {
        const settled: Settled[] = [];
        let now = MIDNIGHT;
        let history: History = [];
        for (const [wait, amount] of gaps) {
          now += wait;
          settled.push({ at: now, amount });
          history = policy.recorded(history, now, `${amount}`, boundariesAt(policy, now));
        }
        for (const [ms, later] of windows) {
          const at = now + later;
          const used = Number(policy.settledSince(history, at - ms).total.toFixed());
          expect(used).toBeGreaterThanOrEqual(total(settled, at - ms, at));
          expect(used).toBeLessThanOrEqual(total(settled, at - ms - ms / 100, at));
        }
        for (const window of calendars) {
          const { start } = policy.periodOf(window, now);
          const { total: sum, count } = policy.settledSince(history, start - 1);
          expect(Number(sum.toFixed())).toBe(total(settled, start - 1, now));
          expect(count).toBe(settled.filter(({ at }) => at >= start).length);
        }
        expect(Number(policy.settledEver(history).total.toFixed())).toBe(total(settled, -1, now));
        expect(policy.settledEver(history).count).toBe(settled.length);
      },
    ),
    seeded(120, hurried),
  );

const calendars = [
  { unit: 'day', zone: 'Europe/Berlin', startsOn: 1 },
  { unit: 'week', zone: 'UTC', startsOn: 7 },
  { unit: 'month', zone: 'America/New_York', startsOn: 31 },
] as const;

const boundariesAt = ({ periodOf }: Policy, now: number): readonly number[] =>
  calendars.map((window) => periodOf(window, now).start);

/** Points of history after operations at those times. */
function pointsAfter(policy: Policy, times: readonly number[], before: History = []): number {
  const history = times.reduce(
    (points, at) => policy.recorded(points, at, '1', [MIDNIGHT + 400 * DAY]),
    before,
  );
  expect(policy.settledEver(history).count).toBe((before.at(-1)?.[2] ?? 0) + times.length);
  return history.length;
}

const series = (length: number, at: (i: number) => number): readonly number[] =>
  Array.from({ length }, (_, i) => Math.floor(at(i)));

/**
 * The worst there can be: operations so close that one is met at every age, from 400 days to now, once recorded one by
 * one and once, as 200,000 of them, in a history that was never thinned before. What is older is let go.
 */
export const historyStaysShort: Property = (policy) => {
  const end = MIDNIGHT + 500 * DAY;
  const ages = (length: number, oldest: number) =>
    series(length, (i) => end - (oldest * DAY) ** (1 - i / (length - 1)));
  expect(pointsAfter(policy, ages(4000, 500))).toBeLessThan(2700);
  for (const times of [ages(200_000, 500), series(200_000, (i) => end - 500 * DAY + i * 216_000)]) {
    const raw = times.map((at, i) => [at, `${i + 1}`, i + 1] as const);
    expect(pointsAfter(policy, [end + 1], raw)).toBeLessThan(2700);
  }
  const old = series(2000, (i) => MIDNIGHT + i * MINUTE);
  expect(pointsAfter(policy, [...old, end])).toBeLessThanOrEqual(2);
};
