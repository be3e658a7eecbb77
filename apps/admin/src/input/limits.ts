/** What the limits router takes, and how it goes on the wire. */
import type {
  Cause,
  EnableChainRequest,
  OverrideLimitRequest,
  RemoveOverrideRequest,
  SetTierLimitsRequest,
  SetUserLimitsRequest,
} from '@countersign/rpc';
import { z } from 'zod';
import { cause } from './cause';
import { chainId, tierId, time, uid } from './fields';
import { limit, limitMessage, limits, someLimits } from './limit';

export const platformLimits = z.strictObject({
  layer: z.literal('platform'),
  chainId: chainId.meta({ description: 'of an enabled chain' }),
  limits: someLimits,
});
export const tierLimits = z.strictObject({ layer: z.literal('tier'), tierId, chainId, limits });
export const userLimits = z.strictObject({ layer: z.literal('user'), uid, chainId, limits });

const UNKNOWN_LAYER = 'must be of layer platform, tier or user';

export const layerLimits = z.discriminatedUnion(
  'layer',
  [platformLimits, tierLimits, userLimits],
  UNKNOWN_LAYER,
);
export type LayerLimits = z.output<typeof layerLimits>;

/** The same as a mutation of its own. */
export const layerLimitsWithCause = z.discriminatedUnion(
  'layer',
  [platformLimits.extend(cause), tierLimits.extend(cause), userLimits.extend(cause)],
  UNKNOWN_LAYER,
);

export const override = z.strictObject({
  uid,
  chainId,
  limit,
  expiresAt: time.meta({
    description: 'a minute to 92 days ahead; then the outer layers are back by themselves',
  }),
});

export const overrideKey = z.strictObject({
  uid,
  chainId,
  key: z
    .string()
    .regex(/^[!-~]{1,200}$/, 'must be a key as limits.effective tells it')
    .meta({ description: 'as limits.effective tells it' }),
});

export const effectiveOf = z.strictObject({
  uid,
  chainId: chainId.optional().meta({ description: 'absent: every enabled chain' }),
});

/** An enabled chain's limits are replaced by enabling it again; its address family stays. */
export const platformLimitsRequest = (
  by: Cause | null,
  { chainId: id, limits: given }: z.output<typeof platformLimits>,
): EnableChainRequest => ({
  cause: by,
  chainId: id,
  limits: given.map(limitMessage),
  family: '',
  existing: true,
});

export const tierLimitsRequest = (
  by: Cause | null,
  { tierId: tier, chainId: id, limits: given }: z.output<typeof tierLimits>,
): SetTierLimitsRequest => ({ cause: by, tierId: tier, chainId: id, limits: given.map(limitMessage) });

export const userLimitsRequest = (
  by: Cause | null,
  { uid: user, chainId: id, limits: given }: z.output<typeof userLimits>,
): SetUserLimitsRequest => ({ cause: by, uid: user, chainId: id, limits: given.map(limitMessage) });

export const overrideLimitRequest = (
  by: Cause | null,
  { uid: user, chainId: id, limit: given, expiresAt }: z.output<typeof override>,
): OverrideLimitRequest => ({
  cause: by,
  uid: user,
  chainId: id,
  limit: limitMessage(given),
  expiresAtMs: expiresAt,
});

export const removeOverrideRequest = (
  by: Cause | null,
  { uid: user, chainId: id, key }: z.output<typeof overrideKey>,
): RemoveOverrideRequest => ({ cause: by, uid: user, chainId: id, key });
