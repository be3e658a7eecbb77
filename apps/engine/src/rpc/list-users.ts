import type { User } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { pageSize } from '../page-size';
import { userView } from '../user-view';

export const listUsers =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['listUsers'] =>
  async ({ status, role, after, limit }, { deadline }) => {
    const size = pageSize(limit);
    const where = { ...(status !== '' && { status }), ...(role !== '' && { role }) };
    const page = await store.list<User>(
      'user',
      { where, ...(after !== '' && { after }), limit: size },
      { deadline },
    );
    return { users: page.map(userView), nextAfter: page.length < size ? '' : (page.at(-1)?.id ?? '') };
  };
