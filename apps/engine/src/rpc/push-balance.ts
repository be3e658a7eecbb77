import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const pushBalance =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['pushBalance'] =>
  async ({ cause, uid, chainId, amount, asOfMs }, context) => {
    const { revision } = await commands.pushBalance(fromAdmin(cause, context), uid, {
      chainId,
      amount,
      asOf: asOfMs,
    });
    return { revision };
  };
