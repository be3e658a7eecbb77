import type { DisableChainRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const disableChainMutation: Mutation<DisableChainRequest> = (commands, call, { chainId }) =>
  commands.disableChain(call, { chainId });

export const disableChain = handled(disableChainMutation);
