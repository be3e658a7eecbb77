/** The members that outputs are made of. Times are ms since 1970 UTC; what there is none of is null, never left out. */
import { z } from 'zod';

export const at = z.number().meta({ description: 'ms since 1970 UTC' });
export const ms = z.number().meta({ description: 'ms' });
export const amount = z.string().meta({ description: 'decimal string' });
export const revision = z.number().int().meta({ description: 'of what it belongs to, counts its changes' });
export const nextAfter = z
  .string()
  .nullable()
  .meta({ description: 'give it as after for the next page; null: that was the last' });

/** What nearly every mutation returns. */
export const changed = z.object({ revision });

/** The wire says "none" with an empty text or 0. */
export const textOrNull = (text: string): string | null => (text === '' ? null : text);
export const timeOrNull = (time: number): number | null => (time === 0 ? null : time);
