import { fault } from '@countersign/policy';
import type { UpdateUserRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const updateUserMutation: Mutation<UpdateUserRequest> = async (
  commands,
  call,
  { uid, role, status, tier, noTier },
) => {
  if (noTier && tier !== '') throw fault('invalid', { details: ['tier: must be empty with noTier'] });
  return commands.updateUser(call, uid, {
    ...(role !== '' && { role }),
    ...(status !== '' && { status }),
    ...(tier !== '' && { tier }),
    ...(noTier && { tier: null }),
  });
};

export const updateUser = handled(updateUserMutation);
