/** The tier layer: what holds for users of one kind. */
import { z } from 'zod';
import { cause } from '../input/cause';
import { changeTierRequest, createTierRequest, newTier, oneTier, tierList, tierRules } from '../input/tiers';
import { changed, nextAfter, textOrNull } from '../output/fields';
import { tier, tierView } from '../output/tier';
import { procedure, router } from '../trpc';

export const tiers = router({
  create: procedure
    .meta({
      about:
        'Creates a tier. Without mode it answers registered operations only; without waits it adds none.',
      faults: ['already_exists'],
    })
    .input(newTier.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.createTier(createTierRequest(ctx.cause(input), input), ctx.options()),
    ),

  change: procedure
    .meta({
      about: 'Changes what is given and keeps the rest. Mode budget and shorter waits loosen.',
      faults: ['not_found'],
    })
    .input(tierRules.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.changeTier(changeTierRequest(ctx.cause(input), input), ctx.options()),
    ),

  get: procedure
    .meta({ about: 'A tier with its limits.', faults: ['not_found'] })
    .input(oneTier)
    .output(tier)
    .query(async ({ ctx, input }) => tierView(await ctx.engine.getTier(input, ctx.options()))),

  list: procedure
    .meta({ about: 'Tiers in order of id, page by page.', faults: [] })
    .input(tierList)
    .output(z.object({ tiers: z.array(tier), nextAfter }))
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listTiers(
        { after: input.after ?? '', limit: input.limit ?? 0 },
        ctx.options(),
      );
      return { tiers: page.tiers.map(tierView), nextAfter: textOrNull(page.nextAfter) };
    }),
});
