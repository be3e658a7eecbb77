import { z } from 'zod';
import { compareAmounts, isAmount } from './amount';
import { calendarUnits, isZone, type CalendarWindow } from './calendar';
import { fault } from './faults';
import { amount, chainId } from './fields';

/**
 * One cap on one chain. All limits of all layers apply together, so a limit can only ever narrow. Within a layer and a
 * chain there is one limit per key (what is measured, over which window, per destination or not); defining a key again
 * replaces it.
 */
export type Limit = TransactionLimit | SlidingLimit | CalendarLimit | LifetimeLimit | ShareLimit;

interface Scoped {
  /** Counted for each destination by itself. */
  readonly perDestination: boolean;
}
interface Capped extends Scoped {
  /** `amount`: max is a decimal amount. `count`: max is a whole number of operations. */
  readonly measure: 'amount' | 'count';
  readonly max: string;
}
/** The most one operation may move. */
export interface TransactionLimit extends Scoped {
  readonly kind: 'transaction';
  readonly measure: 'amount';
  readonly max: string;
}
/** The most in any stretch of `ms`, one minute to 92 days. */
export interface SlidingLimit extends Capped {
  readonly kind: 'sliding';
  readonly ms: number;
}
/** The most in each day, week, month or year of a zone. */
export interface CalendarLimit extends Capped, CalendarWindow {
  readonly kind: 'calendar';
}
/** The most ever. */
export interface LifetimeLimit extends Capped {
  readonly kind: 'lifetime';
}
/** What is under way at once may be at most this share of the balance; `max` is a fraction above 0, up to 1. */
export interface ShareLimit {
  readonly kind: 'share';
  readonly measure: 'amount';
  readonly perDestination: false;
  readonly max: string;
}

export interface ChainLimits {
  readonly chainId: string;
  /** Ordered by key. */
  readonly limits: readonly Limit[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const SLIDING_MS = { min: MINUTE_MS, max: 92 * DAY_MS } as const;
const MAX_LIMITS = 20;

const perDestination = z.boolean().default(false);
const measured = { measure: z.enum(['amount', 'count']).default('amount'), max: amount, perDestination };
const onlyAmount = z.literal('amount').default('amount');
const shape = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('transaction'), measure: onlyAmount, max: amount, perDestination }),
    z.strictObject({
      kind: z.literal('sliding'),
      ms: z
        .number()
        .int('must be whole milliseconds')
        .min(SLIDING_MS.min, 'must be at least a minute')
        .max(SLIDING_MS.max, 'must be at most 92 days'),
      ...measured,
    }),
    z.strictObject({
      kind: z.literal('calendar'),
      unit: z.enum(calendarUnits),
      zone: z.string().refine(isZone, 'must be an IANA zone such as Europe/Berlin, or UTC'),
      startsOn: z.number().int().min(1).max(31).default(1),
      ...measured,
    }),
    z.strictObject({ kind: z.literal('lifetime'), ...measured }),
    z.strictObject({
      kind: z.literal('share'),
      measure: onlyAmount,
      perDestination: z.literal(false).default(false),
      max: amount.refine(
        // What is no amount has been refused for that, and comes here all the same.
        (text) => !isAmount(text) || (compareAmounts(text, '0') > 0 && compareAmounts(text, '1') <= 0),
        'must be a fraction above 0, at most 1',
      ),
    }),
  ],
  'kind must be transaction, sliding, calendar, lifetime or share',
);

const lastStart = { day: 1, week: 7, month: 31, year: 1 } as const;

/** A well-formed limit by itself. */
export const limit = shape.superRefine((value, context) => {
  if (value.measure === 'count' && !/^(0|[1-9][0-9]{0,14})$/.test(value.max)) {
    context.addIssue({ code: 'custom', path: ['max'], message: 'must be a whole number of operations' });
  }
  if (value.kind === 'calendar' && value.startsOn > lastStart[value.unit]) {
    const message = `must be at most ${lastStart[value.unit]} for a ${value.unit}`;
    context.addIssue({ code: 'custom', path: ['startsOn'], message });
  }
}) satisfies z.ZodType<Limit>;

const limits = z.array(limit).max(MAX_LIMITS, `at most ${MAX_LIMITS} limits on one chain`);

/** All limits of one layer on one chain, as they replace those before. */
export const chainLimits = z.strictObject({ chainId, limits });

/** What makes two limits the same one with another `max`. Stable, and part of explanations. */
export function limitKey(of: Limit): string {
  return [of.measure, ...windowKey(of), ...(of.perDestination ? ['destination'] : [])].join('/');
}

function windowKey(of: Limit): readonly (string | number)[] {
  switch (of.kind) {
    case 'sliding':
      return [of.kind, of.ms];
    case 'calendar':
      return [of.kind, of.unit, of.zone, of.startsOn];
    case 'transaction':
    case 'lifetime':
    case 'share':
      return [of.kind];
  }
}

const byKey = (a: Limit, b: Limit): number => (limitKey(a) < limitKey(b) ? -1 : 1);

/**
 * In order of key. Throws Fault `invalid` when a key is given twice, or when a longer window allows less than a shorter
 * one (per transaction ≤ day ≤ week ≤ month ≤ year ≤ lifetime): such a limit could never be reached, which is how a
 * mistyped cap stays unnoticed.
 */
export function checkedLimits(given: readonly Limit[]): readonly Limit[] {
  const sorted = [...given].sort(byKey);
  const details: string[] = [];
  sorted.forEach((one, i) => {
    const next = sorted[i + 1];
    if (next !== undefined && limitKey(one) === limitKey(next))
      details.push(`limits: ${limitKey(one)} is given twice`);
  });
  for (const short of sorted) {
    for (const long of sorted) {
      if (isShorter(short, long) && compareAmounts(short.max, long.max) > 0) {
        details.push(
          `limits: ${limitKey(short)} allows ${short.max}, more than ${limitKey(long)} with ${long.max}`,
        );
      }
    }
  }
  if (details.length > 0) throw fault('invalid', { details });
  return sorted;
}

/** Whether both measure the same thing and every window of `a` is shorter than every window of `b`. */
export function isShorter(a: Limit, b: Limit): boolean {
  if (a.kind === 'share' || b.kind === 'share') return false;
  if (a.measure !== b.measure || a.perDestination !== b.perDestination) return false;
  return lengths(a).longest < lengths(b).shortest;
}

const calendarDays = { day: [1, 1], week: [7, 7], month: [28, 31], year: [365, 366] } as const;

function lengths(of: Exclude<Limit, ShareLimit>): { readonly shortest: number; readonly longest: number } {
  switch (of.kind) {
    case 'transaction':
      return { shortest: 0, longest: 0 };
    case 'sliding':
      return { shortest: of.ms, longest: of.ms };
    case 'calendar': {
      const [shortest, longest] = calendarDays[of.unit];
      return { shortest: shortest * DAY_MS, longest: longest * DAY_MS };
    }
    case 'lifetime':
      return { shortest: Infinity, longest: Infinity };
  }
}
