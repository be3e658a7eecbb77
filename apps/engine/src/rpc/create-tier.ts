import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const createTier =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['createTier'] =>
  async ({ cause, tierId, mode, coolingOffMs, rearmMs }, context) => {
    const { revision } = await commands.createTier(fromAdmin(cause, context), tierId, {
      ...(mode !== '' && { mode }),
      coolingOffMs,
      rearmMs,
    });
    return { revision };
  };
