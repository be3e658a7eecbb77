import { newPassword, parsed } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'commands' | 'passwords'>;

/** After a reset. The username stays: CoKeeps knows the user by it. Young destinations wait anew. */
export const setCredentials =
  ({ commands, passwords }: Deps): AdminHandlers['setCredentials'] =>
  async ({ cause, uid, hashedPassword }, context) => {
    const call = fromAdmin(cause, context);
    const hashes = parsed(newPassword, { hashedPassword });
    const password = await passwords.hash(hashes.hashedPassword, context);
    const { revision } = await commands.changePassword(call, uid, password);
    return { revision };
  };
