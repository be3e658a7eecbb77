import { decideUserVerify, parsed, userVerifyRequest, type User } from '@countersign/policy';
import type { CallbackHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'store' | 'usernameKey' | 'passwords' | 'countersigner'>;

/** Who this is, and the countersign to CoKeeps' challenge. An unknown user takes the same path as a wrong password. */
export const userVerify =
  ({ store, usernameKey, passwords, countersigner }: Deps): CallbackHandlers['userVerify'] =>
  async (request, { deadline, signal }) => {
    const { hashedUsername, hashedPassword, x } = parsed(userVerifyRequest, request);
    const user = await store.find<User>('user', 'username', usernameKey(hashedUsername), { deadline });
    const matches = await passwords.verify(user?.state.credentials?.password, hashedPassword, {
      deadline,
      signal,
    });
    const { uid } = decideUserVerify(user?.state, matches);
    return { uid, key: countersigner.forUser(uid, x) };
  };
