/** Where a user's assets may go. */
import { z } from 'zod';
import { runBatch } from '../batch';
import { batchOf } from '../input/batch';
import { cause } from '../input/cause';
import {
  addDestinationRequest,
  destinationList,
  newDestination,
  onePlace,
  revokeDestinationRequest,
  waiveCoolingOffRequest,
} from '../input/destinations';
import { resultsOf } from '../output/batch';
import { destination, destinationView } from '../output/destination';
import { changed, revision } from '../output/fields';
import { asTrpcError, procedure, router } from '../trpc';

export const destinations = router({
  add: procedure
    .meta({
      about: 'Puts a destination on the list, usable after its cooling-off. It loosens.',
      faults: ['not_found', 'already_exists', 'exhausted', 'conflict'],
    })
    .input(newDestination.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.addDestination(addDestinationRequest(ctx.cause(input), input), ctx.options()),
    ),

  addMany: procedure
    .meta({
      about: 'Adds up to 1,000 destinations, each by itself; those of one user in their order.',
      faults: [],
    })
    .input(batchOf(newDestination))
    .output(resultsOf(changed))
    .mutation(({ ctx, input, path }) =>
      runBatch(input, {
        item: newDestination,
        subject: (item) => item.uid,
        apply: (item, by) =>
          ctx.engine.addDestination(addDestinationRequest(ctx.cause(by), item), ctx.options()),
        opaque: (error) => asTrpcError(error, ctx, path),
      }),
    ),

  revoke: procedure
    .meta({
      about:
        'Takes a destination off the list at once, also for an operation that is held and not read again.',
      faults: ['not_found'],
    })
    .input(onePlace.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.revokeDestination(revokeDestinationRequest(ctx.cause(input), input), ctx.options()),
    ),

  waiveCoolingOff: procedure
    .meta({ about: 'Makes a waiting destination usable now. It loosens.', faults: ['not_found'] })
    .input(onePlace.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.waiveCoolingOff(waiveCoolingOffRequest(ctx.cause(input), input), ctx.options()),
    ),

  list: procedure
    .meta({ about: 'All destinations of a user, also those that wait.', faults: ['not_found'] })
    .input(destinationList)
    .output(
      z.object({
        destinations: z.array(destination),
        revision: revision.meta({ description: 'of the user' }),
      }),
    )
    .query(async ({ ctx, input }) => {
      const told = await ctx.engine.listDestinations(
        { uid: input.uid, chainId: input.chainId ?? '' },
        ctx.options(),
      );
      return { destinations: told.destinations.map(destinationView), revision: told.revision };
    }),
});
