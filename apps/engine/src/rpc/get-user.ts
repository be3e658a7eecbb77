import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { fetchSettings } from '../settings';
import { userView } from '../user-view';

type Deps = Pick<EngineDeps, 'users' | 'platform' | 'now'>;

export const getUser =
  ({ users, platform, now }: Deps): AdminHandlers['getUser'] =>
  async ({ uid }, { deadline }) => {
    const [stored, { suspectAfterMs }] = await Promise.all([
      users.get(uid, deadline),
      fetchSettings({ platform }, deadline),
    ]);
    if (stored === undefined) throw fault('not_found', { message: 'no such user' });
    return userView(stored, suspectAfterMs, now());
  };
