import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';
import { limitInput } from '../limit-message';

export const setUserLimits =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['setUserLimits'] =>
  async ({ cause, uid, chainId, limits }, context) => {
    const { revision } = await commands.setUserLimits(fromAdmin(cause, context), uid, {
      chainId,
      limits: limits.map(limitInput),
    });
    return { revision };
  };
