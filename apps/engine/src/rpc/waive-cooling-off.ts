import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const waiveCoolingOff =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['waiveCoolingOff'] =>
  async ({ cause, uid, chainId, address, tag }, context) => {
    const { revision } = await commands.waiveCoolingOff(fromAdmin(cause, context), uid, {
      chainId,
      address,
      tag: tag === '' ? null : tag,
    });
    return { revision };
  };
