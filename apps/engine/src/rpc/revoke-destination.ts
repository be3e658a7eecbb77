import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const revokeDestination =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['revokeDestination'] =>
  async ({ cause, uid, chainId, address, tag }, context) => {
    const { revision } = await commands.revokeDestination(fromAdmin(cause, context), uid, {
      chainId,
      address,
      tag: tag === '' ? null : tag,
    });
    return { revision };
  };
