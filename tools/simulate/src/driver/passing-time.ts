import type { World } from './world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Time passes unevenly: mostly a little, sometimes hours, seldom to just before a midnight, a month's end or a clock change. */
export function passTime({ random, clock, tempo }: World): void {
  clock.advance(random.wait(random.chance(0.03) ? tempo * 60 : tempo));
  if (!random.chance(0.0012)) return;
  const now = clock.now();
  const ahead = random.weighted<() => number>([
    [3, () => now + random.between(1, 20) * DAY_MS],
    [4, () => nextDay(now) + random.between(-14, 14) * HOUR_MS],
    [3, () => nextMonth(now) + random.between(-14, 14) * HOUR_MS],
    [3, () => random.pick(clockChanges(now))],
  ])();
  clock.advance(Math.max(0, ahead - random.below(2 * MINUTE_MS) - now));
}

const nextDay = (now: number): number => Math.ceil(now / DAY_MS) * DAY_MS;

function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** Days about which clocks change somewhere: the last Sundays of March and October, the first of April and November. */
function clockChanges(now: number): readonly number[] {
  const year = new Date(now).getUTCFullYear();
  const sundays = [year, year + 1].flatMap((of) => [
    Date.UTC(of, 2, 31 - new Date(Date.UTC(of, 2, 31)).getUTCDay(), 1),
    Date.UTC(of, 9, 31 - new Date(Date.UTC(of, 9, 31)).getUTCDay(), 1),
    Date.UTC(of, 3, 7 - new Date(Date.UTC(of, 3, 7)).getUTCDay(), -9),
    Date.UTC(of, 10, 7 - new Date(Date.UTC(of, 10, 7)).getUTCDay(), 6),
  ]);
  return sundays
    .filter((at) => at > now)
    .sort((a, b) => a - b)
    .slice(0, 3);
}
