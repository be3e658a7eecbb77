/** The platform layer: which chains exist, and what holds for everybody. */
import { z } from 'zod';
import { cause } from '../input/cause';
import {
  changeSettingsRequest,
  disableChainRequest,
  enableChainRequest,
  newChain,
  newSettings,
  oneChain,
} from '../input/platform';
import { changed } from '../output/fields';
import { platform as platformShape, platformView } from '../output/platform';
import { procedure, router } from '../trpc';

export const platform = router({
  get: procedure
    .meta({ about: 'Enabled chains with their limits, and the settings.', faults: [] })
    .input(z.strictObject({}).optional())
    .output(platformShape)
    .query(async ({ ctx }) => platformView(await ctx.engine.getPlatform({}, ctx.options()))),

  enableChain: procedure
    .meta({
      about: 'Enables a chain, or replaces the limits of an enabled one. A new chain loosens.',
      faults: ['exhausted'],
    })
    .input(newChain.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.enableChain(enableChainRequest(ctx.cause(input), input), ctx.options()),
    ),

  disableChain: procedure
    .meta({
      about: 'Nothing is granted on the chain any more. What was settled and is held on it stays counted.',
      faults: ['not_found'],
    })
    .input(oneChain.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.disableChain(disableChainRequest(ctx.cause(input), input), ctx.options()),
    ),

  changeSettings: procedure
    .meta({
      about: 'Changes what is given and keeps the rest. Which directions loosen: docs/policy.md.',
      faults: [],
    })
    .input(newSettings.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.changeSettings(changeSettingsRequest(ctx.cause(input), input), ctx.options()),
    ),
});
