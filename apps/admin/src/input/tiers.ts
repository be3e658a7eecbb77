/** What the tiers router takes, and how it goes on the wire. */
import type { Cause, ChangeTierRequest, CreateTierRequest } from '@countersign/rpc';
import { z } from 'zod';
import { mode, page, tierId, wait } from './fields';

const rules = {
  mode: mode.optional(),
  coolingOffMs: wait.optional(),
  rearmMs: wait.optional(),
};

export const newTier = z.strictObject({ tierId, ...rules });
export const tierRules = z.strictObject({ tierId, ...rules });
export const oneTier = z.strictObject({ tierId });
export const tierList = z.strictObject(page(1000));

const given = ({ coolingOffMs, rearmMs }: z.output<typeof tierRules>) => ({
  ...(coolingOffMs !== undefined && { coolingOffMs }),
  ...(rearmMs !== undefined && { rearmMs }),
});

export const createTierRequest = (
  cause: Cause | null,
  tier: z.output<typeof newTier>,
): CreateTierRequest => ({ cause, tierId: tier.tierId, mode: tier.mode ?? '', ...given(tier) });

export const changeTierRequest = (
  cause: Cause | null,
  tier: z.output<typeof tierRules>,
): ChangeTierRequest => ({ cause, tierId: tier.tierId, mode: tier.mode ?? '', ...given(tier) });
