import { newPassword, parsed, setPassword } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

/** After a reset. The username stays: CoKeeps knows the user by it. */
export const setCredentials =
  ({ users, passwords }: Pick<EngineDeps, 'users' | 'passwords'>): AdminHandlers['setCredentials'] =>
  async ({ cause, uid, hashedPassword }, context) => {
    const call = fromAdmin(cause, context);
    const hashes = parsed(newPassword, { hashedPassword });
    const password = await passwords.hash(hashes.hashedPassword, context.signal);
    const { revision } = await users.change(uid, call, (state) => setPassword(state, password));
    return { revision };
  };
