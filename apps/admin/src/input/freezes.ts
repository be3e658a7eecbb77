/** What the freezes router takes, and how it goes on the wire. */
import type { Cause, SetFreezeRequest } from '@countersign/rpc';
import { z } from 'zod';
import { chainId, machineId, page, tierId, uid } from './fields';

/** What can be frozen. The platform is one, so it has no subject. */
export const scopes = ['platform', 'chain', 'tier', 'user', 'machine'] as const;
const UNKNOWN_SCOPE = 'must be of scope platform, chain, tier, user or machine';

const platform = z.strictObject({ scope: z.literal('platform') });
const chain = z.strictObject({ scope: z.literal('chain'), subject: chainId });
const tier = z.strictObject({ scope: z.literal('tier'), subject: tierId });
const user = z.strictObject({ scope: z.literal('user'), subject: uid });
const machine = z.strictObject({ scope: z.literal('machine'), subject: machineId });

export const frozenThing = z.discriminatedUnion(
  'scope',
  [platform, chain, tier, user, machine],
  UNKNOWN_SCOPE,
);
export type FrozenThing = z.output<typeof frozenThing>;

/** The same as a mutation of its own. */
export const frozenThingWith = <C extends z.core.$ZodShape>(cause: C) =>
  z.discriminatedUnion(
    'scope',
    [
      platform.extend(cause),
      chain.extend(cause),
      tier.extend(cause),
      user.extend(cause),
      machine.extend(cause),
    ],
    UNKNOWN_SCOPE,
  );

export const freezeList = z.strictObject({ scope: z.enum(scopes, UNKNOWN_SCOPE), ...page(1000) });

export const setFreezeRequest = (
  cause: Cause | null,
  thing: FrozenThing,
  frozen: boolean,
): SetFreezeRequest => ({
  cause,
  scope: thing.scope,
  subject: thing.scope === 'platform' ? '' : thing.subject,
  frozen,
});
