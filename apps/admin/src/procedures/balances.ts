/** What the ledger knows. */
import { runBatch } from '../batch';
import { balance, pushBalanceRequest } from '../input/balances';
import { batchOf } from '../input/batch';
import { cause } from '../input/cause';
import { resultsOf } from '../output/batch';
import { changed } from '../output/fields';
import { asTrpcError, procedure, router } from '../trpc';

export const balances = router({
  push: procedure
    .meta({
      about: "Tells a user's balance on a chain as of a time. An older one than is known is refused.",
      faults: ['not_found', 'conflict'],
    })
    .input(balance.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.pushBalance(pushBalanceRequest(ctx.cause(input), input), ctx.options()),
    ),

  pushMany: procedure
    .meta({
      about: 'Tells up to 1,000 balances, each by itself; those of one user in their order.',
      faults: [],
    })
    .input(batchOf(balance))
    .output(resultsOf(changed))
    .mutation(({ ctx, input, path }) =>
      runBatch(input, {
        item: balance,
        subject: (item) => item.uid,
        apply: (item, by) => ctx.engine.pushBalance(pushBalanceRequest(ctx.cause(by), item), ctx.options()),
        opaque: (error) => asTrpcError(error, ctx, path),
      }),
    ),
});
