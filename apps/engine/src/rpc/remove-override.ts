import type { RemoveOverrideRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const removeOverrideMutation: Mutation<RemoveOverrideRequest> = (
  commands,
  call,
  { uid, chainId, key },
) => commands.removeOverride(call, uid, { chainId, key });

export const removeOverride = handled(removeOverrideMutation);
