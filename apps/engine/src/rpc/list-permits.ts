import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { permitView } from '../permit-view';
import { fetchSettings } from '../settings';

type Deps = Pick<EngineDeps, 'users' | 'platform' | 'now'>;

/** Live, held, and the user's last that ended, oldest first; older ones are in the events. */
export const listPermits =
  ({ users, platform, now }: Deps): AdminHandlers['listPermits'] =>
  async ({ uid, status, chainId }, { deadline }) => {
    const [stored, { suspectAfterMs }] = await Promise.all([
      users.get(uid, deadline),
      fetchSettings({ platform }, deadline),
    ]);
    if (stored === undefined) throw fault('not_found', { message: 'no such user' });
    const at = now();
    const permits = [...stored.state.ended, ...stored.state.permits]
      .sort((a, b) => a.registeredAt - b.registeredAt)
      .map((permit) => permitView(permit, suspectAfterMs, at))
      .filter(
        (one) => (status === '' || one.status === status) && (chainId === '' || one.chainId === chainId),
      );
    return { permits };
  };
