import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import { changeView } from '../change-message';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'proposedChanges' | 'now'>;

/** By anybody but the proposer. Applied at once when it is due, else when it is. */
export const approveChange =
  ({ proposedChanges, now }: Deps): AdminHandlers['approveChange'] =>
  async ({ cause, changeId }, context) =>
    changeView(await proposedChanges.approve(fromAdmin(cause, context), changeId), now());
