import { revokeDestination as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const revokeDestination =
  ({ users }: Pick<EngineDeps, 'users'>): AdminHandlers['revokeDestination'] =>
  async ({ cause, uid, ...command }, context) => {
    const { revision } = await users.change(uid, fromAdmin(cause, context), (state) =>
      decide(state, command),
    );
    return { revision };
  };
