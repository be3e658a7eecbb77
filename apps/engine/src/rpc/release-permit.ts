import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const releasePermit =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['releasePermit'] =>
  async ({ cause, uid, referenceId }, context) => {
    const { revision } = await commands.releasePermit(fromAdmin(cause, context), uid, referenceId);
    return { revision };
  };
