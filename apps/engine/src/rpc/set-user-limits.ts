import type { SetUserLimitsRequest } from '@countersign/rpc';
import { limitInput } from '../limit-message';
import { handled, type Mutation } from '../mutation';

export const setUserLimitsMutation: Mutation<SetUserLimitsRequest> = (
  commands,
  call,
  { uid, chainId, limits },
) => commands.setUserLimits(call, uid, { chainId, limits: limits.map(limitInput) });

export const setUserLimits = handled(setUserLimitsMutation);
