import type { ChangeTierRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const changeTierMutation: Mutation<ChangeTierRequest> = (
  commands,
  call,
  { tierId, mode, coolingOffMs, rearmMs },
) => commands.changeTier(call, tierId, { ...(mode !== '' && { mode }), coolingOffMs, rearmMs });

export const changeTier = handled(changeTierMutation);
