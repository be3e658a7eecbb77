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
  fc.constantFrom(0, 1, 600, 30_000, 10 * MINUTE, 60 * MINUTE),
  fc.integer({ min: 0, max: 2 * MINUTE }),
  fc.integer({ min: 0, max: 12 * 60 * MINUTE }),
);

const burst = fc.integer({ min: 0, max: 6 * MINUTE });
const amount = fc.integer({ min: 1, max: 9 });

/** Shortly before a day in Berlin, a week from Sunday, and a month from the 31st in New York. */
const beginnings = ['2026-01-01T22:00', '2026-01-03T22:30', '2026-01-31T03:00'].map((text) =>
  Date.parse(`${text}Z`),
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
      fc.constantFrom(...beginnings),
      fc.array(fc.tuple(burst, amount), { minLength: 1, maxLength: 60, size: 'max' }),
      fc.array(fc.tuple(gap, amount), { maxLength: 190, size: 'max' }),
      fc.array(fc.tuple(fc.nat(249), gap), { minLength: 20, maxLength: 20 }),
      (beginning, first, then, windows) => {
        const settled: Settled[] = [];
        const periodOf = policy.createCalendar();
        let now = beginning;
        let history: History = [];
        for (const [wait, amount] of [...first, ...then]) {
          now += wait;
          settled.push({ at: now, amount });
          const starts = calendars.map((window) => periodOf(window, now).start);
          history = policy.recorded(history, now, `${amount}`, starts);
          for (const start of starts) {
            const { total: sum, count } = policy.settledSince(history, start - 1);
            expect(Number(sum.toFixed())).toBe(total(settled, start - 1, now));
            expect(count).toBe(settled.filter(({ at }) => at >= start).length);
          }
        }
        // Windows that begin where an operation has just left them show the error, if there is one.
        for (const [pick, later] of windows) {
          const at = now + later;
          const ms = at - (settled[pick % settled.length]?.at ?? 0);
          if (ms < MINUTE || ms > 92 * DAY) continue;
          const used = Number(policy.settledSince(history, at - ms).total.toFixed());
          expect(used).toBeGreaterThanOrEqual(total(settled, at - ms, at));
          expect(used).toBeLessThanOrEqual(total(settled, at - ms - ms / 100, at));
        }
        expect(Number(policy.settledEver(history).total.toFixed())).toBe(total(settled, -1, now));
        expect(policy.settledEver(history).count).toBe(settled.length);
      },
    ),
    seeded(100, hurried),
  );

const calendars = [
  { unit: 'day', zone: 'Europe/Berlin', startsOn: 1 },
  { unit: 'week', zone: 'UTC', startsOn: 7 },
  { unit: 'month', zone: 'America/New_York', startsOn: 31 },
] as const;

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
