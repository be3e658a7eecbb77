import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';
import { limitInput } from '../limit-message';

export const setTierLimits =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['setTierLimits'] =>
  async ({ cause, tierId, chainId, limits }, context) => {
    const { revision } = await commands.setTierLimits(fromAdmin(cause, context), tierId, {
      chainId,
      limits: limits.map(limitInput),
    });
    return { revision };
  };
