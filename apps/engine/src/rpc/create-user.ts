import { credentialHashes, parsed } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'commands' | 'passwords' | 'usernameKey'>;

/** Both hashes, or neither for an account that only a machine acts for. */
export const createUser =
  ({ commands, passwords, usernameKey }: Deps): AdminHandlers['createUser'] =>
  async ({ cause, uid, role, tier, hashedUsername, hashedPassword }, context) => {
    const call = fromAdmin(cause, context);
    const hashes =
      hashedUsername === '' && hashedPassword === ''
        ? null
        : parsed(credentialHashes, { hashedUsername, hashedPassword });
    const secrets = hashes && {
      username: usernameKey(hashes.hashedUsername),
      password: await passwords.hash(hashes.hashedPassword, context),
    };
    const user = { uid, role, ...(tier !== '' && { tier }) };
    const { revision } = await commands.createUser(call, user, secrets);
    return { revision };
  };
