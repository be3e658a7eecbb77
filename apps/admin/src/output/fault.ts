/** A refusal of one item of a batch, in the shape that an error of a whole call has in `data.fault`. */
import type { Fault } from '@countersign/policy';
import { z } from 'zod';

export const faultShape = z
  .object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.string()).meta({ description: 'one entry per mistake: path: what it must be' }),
    revision: z.number().optional().meta({ description: 'of a conflict about an expected one: the current' }),
    correlationId: z.string().optional(),
  })
  .meta({ id: 'Fault' });

export type ItemFault = z.output<typeof faultShape>;

export const itemFault = (refusal: Fault): ItemFault => ({
  code: refusal.code,
  message: refusal.message,
  details: [...refusal.details],
  ...(refusal.revision !== undefined && { revision: refusal.revision }),
  ...(refusal.correlationId !== undefined && { correlationId: refusal.correlationId }),
});
