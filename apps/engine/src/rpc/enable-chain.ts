import type { EnableChainRequest } from '@countersign/rpc';
import { limitInput } from '../limit-message';
import { handled, type Mutation } from '../mutation';

export const enableChainMutation: Mutation<EnableChainRequest> = (
  commands,
  call,
  { chainId, limits, family, existing },
) =>
  commands.enableChain(call, {
    chainId,
    limits: limits.map(limitInput),
    existing,
    ...(family !== '' && { family }),
  });

export const enableChain = handled(enableChainMutation);
