import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import { changeView, proposed } from '../change-message';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'proposedChanges' | 'now'>;

export const proposeChange =
  ({ proposedChanges, now }: Deps): AdminHandlers['proposeChange'] =>
  async ({ cause, change }, context) => {
    const call = fromAdmin(cause, context);
    const { method, request } = proposed(change);
    return changeView(await proposedChanges.propose(call, method, request), now());
  };
