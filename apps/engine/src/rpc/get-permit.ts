import { fault, permitOf } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { permitView } from '../permit-view';
import { fetchSettings } from '../settings';

type Deps = Pick<EngineDeps, 'users' | 'platform' | 'now'>;

/** Live, held, or among the user's last that ended; older ones are in the events. */
export const getPermit =
  ({ users, platform, now }: Deps): AdminHandlers['getPermit'] =>
  async ({ uid, referenceId }, { deadline }) => {
    const stored = await users.get(uid, deadline);
    const permit = stored && permitOf(stored.state, referenceId);
    if (permit === undefined) throw fault('not_found', { message: 'no such permit' });
    const { suspectAfterMs } = await fetchSettings({ platform }, deadline);
    return permitView(permit, suspectAfterMs, now());
  };
