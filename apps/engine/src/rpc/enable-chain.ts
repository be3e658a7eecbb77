import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';
import { limitInput } from '../limit-message';

export const enableChain =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['enableChain'] =>
  async ({ cause, chainId, limits, family }, context) => {
    const { revision } = await commands.enableChain(fromAdmin(cause, context), {
      chainId,
      limits: limits.map(limitInput),
      ...(family !== '' && { family }),
    });
    return { revision };
  };
