import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const updateUser =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['updateUser'] =>
  async ({ cause, uid, role, status, tier, noTier }, context) => {
    const call = fromAdmin(cause, context);
    if (noTier && tier !== '') throw fault('invalid', { details: ['tier: must be empty with noTier'] });
    const { revision } = await commands.updateUser(call, uid, {
      ...(role !== '' && { role }),
      ...(status !== '' && { status }),
      ...(tier !== '' && { tier }),
      ...(noTier && { tier: null }),
    });
    return { revision };
  };
