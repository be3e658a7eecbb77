import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import { changeView } from '../change-message';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'proposedChanges' | 'now'>;

/** By anybody; of the proposer it is a withdrawal. */
export const rejectChange =
  ({ proposedChanges, now }: Deps): AdminHandlers['rejectChange'] =>
  async ({ cause, changeId }, context) =>
    changeView(await proposedChanges.reject(fromAdmin(cause, context), changeId), now());
