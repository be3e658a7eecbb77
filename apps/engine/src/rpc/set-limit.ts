import { setLimit as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const setLimit =
  ({ users }: Pick<EngineDeps, 'users'>): AdminHandlers['setLimit'] =>
  async ({ cause, uid, chainId, perTransaction }, context) => {
    const command = { chainId, perTransaction: perTransaction === '' ? null : perTransaction };
    const { revision } = await users.change(uid, fromAdmin(cause, context), (state) =>
      decide(state, command),
    );
    return { revision };
  };
