import type { User } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { fitting, isLastPage, pageSize } from '../page-size';
import { fetchSettings } from '../settings';
import { userView } from '../user-view';

type Deps = Pick<EngineDeps, 'store' | 'platform' | 'now'>;

export const listUsers =
  ({ store, platform, now }: Deps): AdminHandlers['listUsers'] =>
  async ({ status, role, tier, holding, after, limit }, { deadline }) => {
    const size = pageSize(limit);
    const where = {
      ...(status !== '' && { status }),
      ...(role !== '' && { role }),
      ...(tier !== '' && { tier }),
      ...(holding && { holds: 'yes' }),
    };
    const page = await store.list<User>(
      'user',
      { where, ...(after !== '' && { after }), limit: size },
      { deadline },
    );
    const { suspectAfterMs } = await fetchSettings({ platform }, deadline);
    const users = fitting(page.map((stored) => userView(stored, suspectAfterMs, now())));
    const last = isLastPage(users.length, page.length, size);
    return { users: [...users], nextAfter: last ? '' : (users.at(-1)?.uid ?? '') };
  };
