import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const removeOverride =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['removeOverride'] =>
  async ({ cause, uid, chainId, key }, context) => {
    const { revision } = await commands.removeOverride(fromAdmin(cause, context), uid, { chainId, key });
    return { revision };
  };
