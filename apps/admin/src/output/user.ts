/** A user as internal services see it: never a credential, not even hashed. */
import type { User } from '@countersign/rpc';
import { z } from 'zod';
import { destination, destinationView } from './destination';
import { amount, at, revision, textOrNull } from './fields';
import { chainLimits, chainLimitsView, limit, limitView } from './limit';
import { permit, permitView } from './permit';

export const user = z
  .object({
    uid: z.string(),
    role: z.string().meta({ description: 'signer | admin' }),
    status: z.string().meta({ description: 'active | suspended | closed' }),
    frozen: z.boolean(),
    hasCredentials: z.boolean(),
    tier: z.string().nullable(),
    limits: z.array(chainLimits),
    overrides: z
      .array(z.object({ chainId: z.string(), limit, expiresAt: at }))
      .meta({ description: 'also expired ones, until the next is set' }),
    destinations: z.array(destination),
    balances: z.array(z.object({ chainId: z.string(), amount, asOf: at })),
    permits: z.array(permit).meta({ description: 'registered or held' }),
    revision,
  })
  .meta({ id: 'User' });

export const userView = (message: User): z.output<typeof user> => ({
  uid: message.uid,
  role: message.role,
  status: message.status,
  frozen: message.frozen,
  hasCredentials: message.hasCredentials,
  tier: textOrNull(message.tier),
  limits: message.limits.map(chainLimitsView),
  overrides: message.overrides.map((override) => ({
    chainId: override.chainId,
    limit: limitView(override.limit),
    expiresAt: override.expiresAtMs,
  })),
  destinations: message.destinations.map(destinationView),
  balances: message.balances.map(({ asOfMs, ...balance }) => ({ ...balance, asOf: asOfMs })),
  permits: message.permits.map(permitView),
  revision: message.revision,
});
