import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

/** On demand, for an export that is to be complete up to now. */
export const makeCheckpoint =
  ({ notary }: Pick<EngineDeps, 'notary'>): AdminHandlers['makeCheckpoint'] =>
  async ({ cause }, context) => {
    const { at, ...statement } = await notary.make(fromAdmin(cause, context), context.signal);
    return { ...statement, atMs: at };
  };
