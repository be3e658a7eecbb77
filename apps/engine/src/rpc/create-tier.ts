import type { CreateTierRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const createTierMutation: Mutation<CreateTierRequest> = (
  commands,
  call,
  { tierId, mode, coolingOffMs, rearmMs },
) => commands.createTier(call, tierId, { ...(mode !== '' && { mode }), coolingOffMs, rearmMs });

export const createTier = handled(createTierMutation);
