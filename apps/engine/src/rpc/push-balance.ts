import { pushBalance as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const pushBalance =
  ({ users, now }: Pick<EngineDeps, 'users' | 'now'>): AdminHandlers['pushBalance'] =>
  async ({ cause, uid, chainId, amount, asOfMs }, context) => {
    const command = { chainId, amount, asOf: asOfMs };
    const { revision } = await users.change(uid, fromAdmin(cause, context), (state) =>
      decide(state, command, now()),
    );
    return { revision };
  };
