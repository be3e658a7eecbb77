import { updateUser as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const updateUser =
  ({ users }: Pick<EngineDeps, 'users'>): AdminHandlers['updateUser'] =>
  async ({ cause, uid, role, status }, context) => {
    const command = { ...(role !== '' && { role }), ...(status !== '' && { status }) };
    const { revision } = await users.change(uid, fromAdmin(cause, context), (state) =>
      decide(state, command),
    );
    return { revision };
  };
