/** A tier as internal services see it. */
import type { Tier } from '@countersign/rpc';
import { z } from 'zod';
import { ms, revision } from './fields';
import { chainLimits, chainLimitsView } from './limit';

export const tier = z
  .object({
    tierId: z.string(),
    frozen: z.boolean(),
    mode: z.string().meta({ description: 'permit | budget' }),
    coolingOffMs: ms,
    rearmMs: ms,
    limits: z.array(chainLimits),
    revision,
  })
  .meta({ id: 'Tier' });

export const tierView = ({ limits, ...message }: Tier): z.output<typeof tier> => ({
  ...message,
  limits: limits.map(chainLimitsView),
});
