import { createUser as decide, credentialHashes, fault, parsed } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'users' | 'machines' | 'passwords' | 'usernameKey'>;

/** Both hashes, or neither for an account that only a machine acts for. */
export const createUser =
  ({ users, machines, passwords, usernameKey }: Deps): AdminHandlers['createUser'] =>
  async ({ cause, uid, role, hashedUsername, hashedPassword }, context) => {
    const call = fromAdmin(cause, context);
    const hashes =
      hashedUsername === '' && hashedPassword === ''
        ? null
        : parsed(credentialHashes, { hashedUsername, hashedPassword });
    if ((await machines.get(uid, context.deadline)) !== undefined) {
      throw fault('already_exists', { message: 'a machine has this id; /read could not tell them apart' });
    }
    const credentials = hashes && {
      username: usernameKey(hashes.hashedUsername),
      password: await passwords.hash(hashes.hashedPassword, context.signal),
    };
    const { revision } = await users.change(uid, call, (state) => decide(state, { uid, role, credentials }));
    return { revision };
  };
