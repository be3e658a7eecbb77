/** What applies to a user now, and which layer each value comes from. */
import type { EffectiveLimit } from '@countersign/rpc';
import { z } from 'zod';
import { amount, at, timeOrNull } from './fields';
import { limit, limitView } from './limit';

export const effectiveLimit = z
  .object({
    chainId: z.string(),
    key: z.string(),
    layer: z.string().meta({ description: 'platform | tier | user | override: whose value is the smallest' }),
    limit: limit.meta({ description: 'with the smallest value' }),
    values: z.array(
      z.object({
        layer: z.string(),
        max: amount,
        expiresAt: at.nullable().meta({ description: 'null: it stays' }),
      }),
    ),
  })
  .meta({ id: 'EffectiveLimit' });

export const effectiveLimitView = (message: EffectiveLimit): z.output<typeof effectiveLimit> => ({
  chainId: message.chainId,
  key: message.key,
  layer: message.layer,
  limit: limitView(message.limit),
  values: message.values.map(({ layer, max, expiresAtMs }) => ({
    layer,
    max,
    expiresAt: timeOrNull(expiresAtMs),
  })),
});
