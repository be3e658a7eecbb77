/** What the users router takes, and how it goes on the wire. */
import type { Cause, CreateUserRequest, SetCredentialsRequest, UpdateUserRequest } from '@countersign/rpc';
import { z } from 'zod';
import { hash, page, role, status, tierId, uid } from './fields';

export const newUser = z
  .strictObject({
    uid,
    role,
    tier: tierId.optional(),
    hashedUsername: hash.optional(),
    hashedPassword: hash.optional(),
  })
  .refine(
    ({ hashedUsername, hashedPassword }) => (hashedUsername === undefined) === (hashedPassword === undefined),
    {
      path: ['hashedPassword'],
      message:
        'must be given together with hashedUsername, or neither for an account that only machines act for',
    },
  );

export const userRole = z.strictObject({ uid, role });
export const userTier = z.strictObject({
  uid,
  tier: tierId.nullable().meta({ description: 'null takes the user out of its tier' }),
});
export const userStatus = z.strictObject({ uid, status });
export const newPassword = z.strictObject({ uid, hashedPassword: hash });

export const userList = z.strictObject({
  status: status.optional(),
  role: role.optional(),
  tier: tierId.optional(),
  holding: z.boolean('must be true or false').optional().meta({ description: 'true: only with open holds' }),
  ...page(1000),
});

export const createUserRequest = (
  cause: Cause,
  { uid: id, role: as, tier, hashedUsername, hashedPassword }: z.output<typeof newUser>,
): CreateUserRequest => ({
  cause,
  uid: id,
  role: as,
  tier: tier ?? '',
  hashedUsername: hashedUsername ?? '',
  hashedPassword: hashedPassword ?? '',
});

const updateUser = (cause: Cause | null, id: string): UpdateUserRequest => ({
  cause,
  uid: id,
  role: '',
  status: '',
  tier: '',
  noTier: false,
});

export const setRoleRequest = (
  cause: Cause | null,
  { uid: id, role: to }: z.output<typeof userRole>,
): UpdateUserRequest => ({ ...updateUser(cause, id), role: to });

export const setTierRequest = (
  cause: Cause | null,
  { uid: id, tier }: z.output<typeof userTier>,
): UpdateUserRequest => ({ ...updateUser(cause, id), tier: tier ?? '', noTier: tier === null });

export const setStatusRequest = (
  cause: Cause | null,
  { uid: id, status: to }: z.output<typeof userStatus>,
): UpdateUserRequest => ({ ...updateUser(cause, id), status: to });

export const setCredentialsRequest = (
  cause: Cause,
  { uid: id, hashedPassword }: z.output<typeof newPassword>,
): SetCredentialsRequest => ({ cause, uid: id, hashedPassword });
