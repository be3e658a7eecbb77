import type { Limit } from '../model/limits';
import { keyOf } from '../model/limits';
import type { Random } from '../random';
import { coinsOf, coinsText, part, usualOf } from './coins';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Zones with clock changes at every odd hour and of odd sizes, and one without any. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Nuuk',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Asia/Kathmandu',
];

export const someZones = (random: Random): readonly string[] => [random.pick(zones), random.pick(zones)];

const amount = { measure: 'amount', perDestination: false } as const;
const each = { measure: 'amount', perDestination: true } as const;
const number = { measure: 'count', perDestination: false } as const;

/** Every kind of limit, each with its cap in thousandths of a usual operation, or as a number of operations. */
const catalogue = (random: Random, zone: string): readonly (readonly [Limit, number])[] => {
  const calendar = (unit: 'day' | 'week' | 'month' | 'year', startsOn = 1) =>
    ({ kind: 'calendar', unit, zone, startsOn }) as const;
  const sliding = (ms: number) => ({ kind: 'sliding', ms }) as const;
  const max = '0';
  return [
    [{ kind: 'transaction', ...amount, max }, 1000],
    [{ ...sliding(MINUTE_MS), ...amount, max }, 1200],
    [{ ...sliding(10 * MINUTE_MS), ...amount, max }, 1400],
    [{ ...sliding(HOUR_MS), ...amount, max }, 1800],
    [{ ...sliding(6 * HOUR_MS), ...amount, max }, 2400],
    [{ ...sliding(DAY_MS), ...amount, max }, 3500],
    [{ ...sliding(7 * DAY_MS), ...amount, max }, 8000],
    [{ ...sliding(30 * DAY_MS), ...amount, max }, 16000],
    [{ ...sliding(92 * DAY_MS), ...amount, max }, 30000],
    [{ ...calendar('day'), ...amount, max }, 3200],
    [{ ...calendar('week', random.pick([1, 7])), ...amount, max }, 7500],
    [{ ...calendar('month', random.pick([1, 15, 31])), ...amount, max }, 14000],
    [{ ...calendar('year'), ...amount, max }, 40000],
    [{ kind: 'lifetime', ...amount, max }, 60000],
    [{ ...sliding(HOUR_MS), ...number, max }, 6],
    [{ ...calendar('day'), ...number, max }, 9],
    [{ ...sliding(7 * DAY_MS), ...number, max }, 24],
    [{ ...calendar('month', 1), ...number, max }, 50],
    [{ kind: 'lifetime', ...number, max }, 200],
    [{ kind: 'transaction', ...each, max }, 900],
    [{ ...sliding(HOUR_MS), ...each, max }, 1300],
    [{ ...calendar('day'), ...each, max }, 2000],
    [{ ...sliding(30 * DAY_MS), ...each, max }, 9000],
    [{ kind: 'share', ...amount, max }, random.between(300, 1000)],
  ];
};

export const inKeyOrder = (limits: readonly Limit[]): readonly Limit[] =>
  [...limits].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** Some limits that fit together, `factor` as wide as usual. */
export function someLimits(
  random: Random,
  { chainId, zone, howMany, factor }: { chainId: string; zone: string; howMany: number; factor: number },
): readonly Limit[] {
  const all = catalogue(random, zone).map(([limit, cap]): Limit => {
    if (limit.kind === 'share') return { ...limit, max: fraction(cap) };
    if (limit.measure === 'count') return { ...limit, max: String(Math.max(1, Math.floor(cap * factor))) };
    return { ...limit, max: coinsText(part(usualOf(chainId), Math.floor(cap * factor))) };
  });
  const chosen = new Map<string, Limit>();
  for (let i = 0; i < howMany; i++) {
    const limit = random.pick(all);
    chosen.set(keyOf(limit), limit);
  }
  return inKeyOrder([...chosen.values()]);
}

const fraction = (thousandths: number): string => String(Math.min(1000, Math.max(1, thousandths)) / 1000);

/** The same limit, `thousandths` as wide. */
export function scaled(limit: Limit, thousandths: number): Limit {
  if (limit.kind === 'share') return { ...limit, max: fraction(Math.round(Number(limit.max) * thousandths)) };
  if (limit.measure === 'count') {
    return { ...limit, max: String(Math.max(1, Math.floor((Number(limit.max) * thousandths) / 1000))) };
  }
  return { ...limit, max: coinsText(part(coinsOf(limit.max), thousandths)) };
}
