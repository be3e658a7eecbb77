/** A limit in the words of docs/policy.md, ready to be given back as input. */
import { calendarUnits } from '@countersign/policy';
import type { ChainLimits, Limit } from '@countersign/rpc';
import { z } from 'zod';
import { amount } from './fields';

const measure = z.enum(['amount', 'count']);
const perDestination = z.boolean();

export const limit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('transaction'), measure: z.literal('amount'), max: amount, perDestination }),
    z.object({ kind: z.literal('sliding'), durationMs: z.number(), measure, max: amount, perDestination }),
    z.object({
      kind: z.literal('calendar'),
      unit: z.enum(calendarUnits),
      zone: z.string(),
      startsOn: z.number(),
      measure,
      max: amount,
      perDestination,
    }),
    z.object({ kind: z.literal('lifetime'), measure, max: amount, perDestination }),
    z.object({
      kind: z.literal('share'),
      measure: z.literal('amount'),
      max: amount,
      perDestination: z.literal(false),
    }),
  ])
  .meta({ id: 'Limit' });

export type LimitView = z.output<typeof limit>;

/**
 * The message has room for every kind; the schema keeps what this kind has, and refuses a kind it does not know. In a
 * proposed change what is left out stands for what is usual.
 */
export const limitView = (message: Limit | null): LimitView =>
  limit.parse({
    ...message,
    ...(message?.measure === '' && { measure: 'amount' }),
    ...(message?.startsOn === 0 && { startsOn: 1 }),
  });

export const chainLimits = z.object({ chainId: z.string(), limits: z.array(limit) });

export const chainLimitsView = ({ chainId, limits }: ChainLimits): z.output<typeof chainLimits> => ({
  chainId,
  limits: limits.map(limitView),
});
