/** The platform layer as internal services see it. */
import type { Platform, Settings } from '@countersign/rpc';
import { z } from 'zod';
import { ms, revision } from './fields';
import { limit, limitView } from './limit';

export const settings = z.object({
  balanceMaxAgeMs: ms,
  coolingOffMs: ms,
  rearmMs: ms,
  suspectAfterMs: ms,
  loosening: z.string().meta({ description: 'alone | approved' }),
  looseningDelayMs: ms,
  approvalLifetimeMs: ms,
});

export const platform = z
  .object({
    frozen: z.boolean(),
    chains: z.array(
      z.object({ chainId: z.string(), family: z.string(), frozen: z.boolean(), limits: z.array(limit) }),
    ),
    settings,
    revision: revision.meta({ description: '0: nothing was ever set' }),
  })
  .meta({ id: 'Platform' });

export function platformView({
  frozen,
  chains,
  settings: told,
  revision: at,
}: Platform): z.output<typeof platform> {
  return {
    frozen,
    chains: chains.map(({ limits, ...chain }) => ({ ...chain, limits: limits.map(limitView) })),
    settings: known(told),
    revision: at,
  };
}

/** The engine always tells them; a message without would not be a platform without rules. */
function known(told: Settings | null): Settings {
  if (told === null) throw new TypeError('a platform without settings');
  return told;
}
