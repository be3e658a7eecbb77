import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const settlePermit =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['settlePermit'] =>
  async ({ cause, uid, referenceId, amount }, context) => {
    const { revision } = await commands.settlePermit(
      fromAdmin(cause, context),
      uid,
      referenceId,
      amount === '' ? null : amount,
    );
    return { revision };
  };
