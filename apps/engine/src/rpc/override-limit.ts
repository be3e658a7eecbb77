import type { OverrideLimitRequest } from '@countersign/rpc';
import { limitInput } from '../limit-message';
import { handled, type Mutation } from '../mutation';

export const overrideLimitMutation: Mutation<OverrideLimitRequest> = (
  commands,
  call,
  { uid, chainId, limit, expiresAtMs },
) =>
  commands.overrideLimit(call, uid, {
    chainId,
    limit: limit === null ? undefined : limitInput(limit),
    expiresAt: expiresAtMs,
  });

export const overrideLimit = handled(overrideLimitMutation);
