/** The accounts that CoKeeps asks about. */
import { runBatch } from '../batch';
import { batchOf } from '../input/batch';
import { cause } from '../input/cause';
import { uid } from '../input/fields';
import {
  createUserRequest,
  newPassword,
  newUser,
  setCredentialsRequest,
  setRoleRequest,
  setStatusRequest,
  setTierRequest,
  userList,
  userRole,
  userStatus,
  userTier,
} from '../input/users';
import { z } from 'zod';
import { resultsOf } from '../output/batch';
import { changed, nextAfter, textOrNull } from '../output/fields';
import { user, userView } from '../output/user';
import { asTrpcError, procedure, router } from '../trpc';

export const users = router({
  create: procedure
    .meta({
      about: 'Creates an account. One with role admin loosens. Without hashes only machines can act for it.',
      faults: ['already_exists', 'not_found'],
    })
    .input(newUser.safeExtend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.createUser(createUserRequest(ctx.cause(input), input), ctx.options()),
    ),

  createMany: procedure
    .meta({ about: 'Creates up to 1,000 accounts, each by itself.', faults: [] })
    .input(batchOf(newUser))
    .output(resultsOf(changed))
    .mutation(({ ctx, input, path }) =>
      runBatch(input, {
        item: newUser,
        subject: (item) => item.uid,
        apply: (item, by) => ctx.engine.createUser(createUserRequest(ctx.cause(by), item), ctx.options()),
        opaque: (error) => asTrpcError(error, ctx, path),
      }),
    ),

  get: procedure
    .meta({
      about: 'An account with its limits, destinations, balances and open permits.',
      faults: ['not_found'],
    })
    .input(z.strictObject({ uid }))
    .output(user)
    .query(async ({ ctx, input }) => userView(await ctx.engine.getUser(input, ctx.options()))),

  list: procedure
    .meta({ about: 'Accounts in order of uid, page by page. Filters apply together.', faults: [] })
    .input(userList)
    .output(z.object({ users: z.array(user), nextAfter }))
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listUsers(
        {
          status: input.status ?? '',
          role: input.role ?? '',
          tier: input.tier ?? '',
          holding: input.holding ?? false,
          after: input.after ?? '',
          limit: input.limit ?? 0,
        },
        ctx.options(),
      );
      return { users: page.users.map(userView), nextAfter: textOrNull(page.nextAfter) };
    }),

  setRole: procedure
    .meta({
      about: 'Makes an account a signer or an admin. To admin loosens.',
      faults: ['not_found', 'conflict'],
    })
    .input(userRole.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.updateUser(setRoleRequest(ctx.cause(input), input), ctx.options()),
    ),

  setTier: procedure
    .meta({
      about:
        'Moves an account into a tier, or out of any. It loosens where the new one allows more in anything.',
      faults: ['not_found', 'conflict'],
    })
    .input(userTier.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.updateUser(setTierRequest(ctx.cause(input), input), ctx.options()),
    ),

  setStatus: procedure
    .meta({
      about: 'Suspends, closes or activates an account. Closed is for ever; to active loosens.',
      faults: ['not_found', 'conflict'],
    })
    .input(userStatus.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.updateUser(setStatusRequest(ctx.cause(input), input), ctx.options()),
    ),

  resetCredential: procedure
    .meta({
      about:
        'Replaces the password hash of an account. Destinations younger than the re-arming age wait anew.',
      faults: ['not_found', 'conflict'],
    })
    .input(newPassword.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.setCredentials(setCredentialsRequest(ctx.cause(input), input), ctx.options()),
    ),
});
