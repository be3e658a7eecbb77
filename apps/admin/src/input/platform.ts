/** What the platform router takes, and how it goes on the wire. */
import type { Cause, ChangeSettingsRequest, DisableChainRequest, EnableChainRequest } from '@countersign/rpc';
import { z } from 'zod';
import { chainId, duration, family, wait } from './fields';
import { limitMessage, someLimits } from './limit';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

export const newChain = z.strictObject({ chainId, limits: someLimits, family: family.optional() });
export const oneChain = z.strictObject({ chainId });

export const newSettings = z.strictObject({
  balanceMaxAgeMs: duration(SECOND_MS, 31 * DAY_MS)
    .optional()
    .meta({ description: 'a balance older than this cannot be spent' }),
  coolingOffMs: wait.optional().meta({ description: 'how long a new destination waits' }),
  rearmMs: wait.optional().meta({ description: 'younger destinations wait anew when credentials change' }),
  suspectAfterMs: duration(SECOND_MS, 31 * DAY_MS)
    .optional()
    .meta({ description: 'a hold without news for this long is suspect' }),
  loosening: z
    .enum(['alone', 'approved'], 'must be alone or approved')
    .optional()
    .meta({ description: 'whether a loosening needs a second person' }),
  looseningDelayMs: duration(0, 30 * DAY_MS)
    .optional()
    .meta({ description: 'how long a loosening waits, whoever approves it' }),
  approvalLifetimeMs: duration(MINUTE_MS, 30 * DAY_MS)
    .optional()
    .meta({ description: 'how long a proposed change can be approved and applied' }),
});

export const enableChainRequest = (
  cause: Cause | null,
  { chainId: id, limits, family: of }: z.output<typeof newChain>,
): EnableChainRequest => ({
  cause,
  chainId: id,
  limits: limits.map(limitMessage),
  family: of ?? '',
  existing: false,
});

export const disableChainRequest = (
  cause: Cause | null,
  { chainId: id }: z.output<typeof oneChain>,
): DisableChainRequest => ({ cause, chainId: id });

export const changeSettingsRequest = (
  cause: Cause | null,
  given: z.output<typeof newSettings>,
): ChangeSettingsRequest => ({
  cause,
  ...(given.balanceMaxAgeMs !== undefined && { balanceMaxAgeMs: given.balanceMaxAgeMs }),
  ...(given.coolingOffMs !== undefined && { coolingOffMs: given.coolingOffMs }),
  ...(given.rearmMs !== undefined && { rearmMs: given.rearmMs }),
  ...(given.suspectAfterMs !== undefined && { suspectAfterMs: given.suspectAfterMs }),
  loosening: given.loosening ?? '',
  ...(given.looseningDelayMs !== undefined && { looseningDelayMs: given.looseningDelayMs }),
  ...(given.approvalLifetimeMs !== undefined && { approvalLifetimeMs: given.approvalLifetimeMs }),
});
