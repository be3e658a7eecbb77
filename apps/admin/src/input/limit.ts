/**
 * Limits in the words of docs/policy.md. A limit is checked by itself here and, within its list, against the others, by
 * the core's own rule; how layers meet is the engine's to decide.
 */
import {
  SLIDING_MS,
  calendarUnits,
  checkedLimits,
  compareAmounts,
  isAmount,
  isFault,
  isZone,
  type Limit as CoreLimit,
} from '@countersign/policy';
import type { Limit as LimitMessage } from '@countersign/rpc';
import { z } from 'zod';
import { amount, duration, whole } from './fields';

const perDestination = z
  .boolean('must be true or false')
  .optional()
  .meta({ description: 'counts each destination by itself' });
const measure = z
  .enum(['amount', 'count'], 'must be amount or count')
  .optional()
  .meta({ description: 'absent: amount. A count is of operations' });
const onlyAmount = z.literal('amount', 'must be amount').optional();
const max = amount.meta({ description: 'an amount, or a whole number for a count; 0 forbids' });

const lastStart = { day: 1, week: 7, year: 1 } as const;

const shape = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('transaction'), measure: onlyAmount, max, perDestination }),
    z.strictObject({
      kind: z.literal('sliding'),
      durationMs: duration(SLIDING_MS.min, SLIDING_MS.max).meta({ description: 'a minute to 92 days' }),
      measure,
      max,
      perDestination,
    }),
    z.strictObject({
      kind: z.literal('calendar'),
      unit: z.enum(calendarUnits, 'must be day, week, month or year'),
      zone: z
        .string()
        .refine(isZone, 'must be an IANA zone such as Europe/Berlin, or UTC')
        .meta({ description: 'IANA name' }),
      startsOn: whole(1, 31)
        .optional()
        .meta({ description: 'week: 1 (Monday) to 7; month: 1 to 31; absent: 1' }),
      measure,
      max,
      perDestination,
    }),
    z.strictObject({ kind: z.literal('lifetime'), measure, max, perDestination }),
    z.strictObject({
      kind: z.literal('share'),
      measure: onlyAmount,
      perDestination: z.literal(false, 'must be false or absent').optional(),
      max: amount
        .refine(isFraction, 'must be a fraction above 0, at most 1')
        .meta({ description: 'fraction of the balance, above 0, at most 1' }),
    }),
  ],
  'must be of kind transaction, sliding, calendar, lifetime or share',
);

function isFraction(text: string): boolean {
  return isAmount(text) && compareAmounts(text, '0') > 0 && compareAmounts(text, '1') <= 0;
}

export const limit = shape
  .superRefine((value, context) => {
    if (value.measure === 'count' && !/^(0|[1-9][0-9]{0,14})$/.test(value.max)) {
      context.addIssue({ code: 'custom', path: ['max'], message: 'must be a whole number of operations' });
    }
    if (value.kind !== 'calendar' || value.startsOn === undefined || value.unit === 'month') return;
    if (value.startsOn > lastStart[value.unit]) {
      const message = `must be at most ${lastStart[value.unit]} for a ${value.unit}`;
      context.addIssue({ code: 'custom', path: ['startsOn'], message });
    }
  })
  .meta({ id: 'LimitInput' });

export type LimitInput = z.output<typeof limit>;

const MAX_LIMITS = 20;

/** All limits of one layer on one chain: they replace those before. */
export const limits = z
  .array(limit)
  .max(MAX_LIMITS, `must be at most ${MAX_LIMITS} limits`)
  .superRefine((given, context) => {
    try {
      checkedLimits(given.map(coreLimit));
    } catch (error) {
      if (!isFault(error, 'invalid')) throw error;
      for (const detail of error.details) {
        context.addIssue({ code: 'custom', message: detail.replace(/^limits: /, '') });
      }
    }
  })
  .meta({ description: 'they replace those before' });

/** An enabled chain has at least one: nobody's chain is unlimited. */
export const someLimits = limits.min(1, 'must be at least one limit');

function coreLimit(given: LimitInput): CoreLimit {
  const { measure: what = 'amount', perDestination: each = false } = given;
  switch (given.kind) {
    case 'transaction':
      return { kind: given.kind, measure: 'amount', max: given.max, perDestination: each };
    case 'sliding':
      return { kind: given.kind, ms: given.durationMs, measure: what, max: given.max, perDestination: each };
    case 'calendar': {
      const { kind, unit, zone, startsOn = 1 } = given;
      return { kind, unit, zone, startsOn, measure: what, max: given.max, perDestination: each };
    }
    case 'lifetime':
      return { kind: given.kind, measure: what, max: given.max, perDestination: each };
    case 'share':
      return { kind: given.kind, measure: 'amount', max: given.max, perDestination: false };
  }
}

/** As the wire has it: one message with room for every kind. */
export const limitMessage = (given: LimitInput): LimitMessage => ({
  kind: given.kind,
  measure: given.measure ?? '',
  durationMs: given.kind === 'sliding' ? given.durationMs : 0,
  unit: given.kind === 'calendar' ? given.unit : '',
  zone: given.kind === 'calendar' ? given.zone : '',
  startsOn: given.kind === 'calendar' ? (given.startsOn ?? 0) : 0,
  perDestination: given.perDestination ?? false,
  max: given.max,
});
