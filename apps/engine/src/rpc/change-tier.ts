import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const changeTier =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['changeTier'] =>
  async ({ cause, tierId, mode, coolingOffMs, rearmMs }, context) => {
    const { revision } = await commands.changeTier(fromAdmin(cause, context), tierId, {
      ...(mode !== '' && { mode }),
      coolingOffMs,
      rearmMs,
    });
    return { revision };
  };
