import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const disableChain =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['disableChain'] =>
  async ({ cause, chainId }, context) => {
    const { revision } = await commands.disableChain(fromAdmin(cause, context), { chainId });
    return { revision };
  };
