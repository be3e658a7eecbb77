import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { userView } from '../user-view';

export const getUser =
  ({ users }: Pick<EngineDeps, 'users'>): AdminHandlers['getUser'] =>
  async ({ uid }, { deadline }) => {
    const stored = await users.get(uid, deadline);
    if (stored === undefined) throw fault('not_found', { message: 'no such user' });
    return userView(stored);
  };
