import type { SetTierLimitsRequest } from '@countersign/rpc';
import { limitInput } from '../limit-message';
import { handled, type Mutation } from '../mutation';

export const setTierLimitsMutation: Mutation<SetTierLimitsRequest> = (
  commands,
  call,
  { tierId, chainId, limits },
) => commands.setTierLimits(call, tierId, { chainId, limits: limits.map(limitInput) });

export const setTierLimits = handled(setTierLimitsMutation);
