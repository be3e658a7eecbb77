/** Immediate stops, at any layer; effective at the next /read. Freezing needs nobody else, lifting a freeze loosens. */
import { z } from 'zod';
import { cause } from '../input/cause';
import { freezeList, frozenThingWith, setFreezeRequest } from '../input/freezes';
import { changed, nextAfter, textOrNull } from '../output/fields';
import { procedure, router } from '../trpc';

export const freezes = router({
  freeze: procedure
    .meta({
      about: 'Stops grants of a platform, chain, tier, user or machine at once.',
      faults: ['not_found'],
    })
    .input(frozenThingWith(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.setFreeze(setFreezeRequest(ctx.cause(input), input, true), ctx.options()),
    ),

  unfreeze: procedure
    .meta({ about: 'Lifts a freeze. It loosens.', faults: ['not_found'] })
    .input(frozenThingWith(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.setFreeze(setFreezeRequest(ctx.cause(input), input, false), ctx.options()),
    ),

  list: procedure
    .meta({
      about: 'What is frozen at one scope, page by page. Of the platform: one empty subject when it is.',
      faults: [],
    })
    .input(freezeList)
    .output(z.object({ subjects: z.array(z.string()), nextAfter }))
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listFreezes(
        { scope: input.scope, after: input.after ?? '', limit: input.limit ?? 0 },
        ctx.options(),
      );
      return { subjects: page.subjects, nextAfter: textOrNull(page.nextAfter) };
    }),
});
