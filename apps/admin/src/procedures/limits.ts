/** The caps of every layer. All of them hold for each user by itself, and the most restrictive wins. */
import type { AdminCalls, CallOptions, Cause } from '@countersign/rpc';
import { z } from 'zod';
import { runBatch } from '../batch';
import { batchOf } from '../input/batch';
import { cause } from '../input/cause';
import {
  effectiveOf,
  layerLimits,
  layerLimitsWithCause,
  override,
  overrideKey,
  overrideLimitRequest,
  platformLimitsRequest,
  removeOverrideRequest,
  tierLimitsRequest,
  userLimitsRequest,
  type LayerLimits,
} from '../input/limits';
import { resultsOf } from '../output/batch';
import { effectiveLimit, effectiveLimitView } from '../output/effective-limit';
import { changed } from '../output/fields';
import { asTrpcError, procedure, router } from '../trpc';

type Engine = Pick<AdminCalls, 'enableChain' | 'setTierLimits' | 'setUserLimits'>;

async function setLimits(engine: Engine, given: LayerLimits, by: Cause, options: CallOptions) {
  switch (given.layer) {
    case 'platform':
      return engine.enableChain(platformLimitsRequest(by, given), options);
    case 'tier':
      return engine.setTierLimits(tierLimitsRequest(by, given), options);
    case 'user':
      return engine.setUserLimits(userLimitsRequest(by, given), options);
  }
}

/** Limits of one aggregate are set one after the other. */
const aggregateOf = (given: LayerLimits): string => {
  switch (given.layer) {
    case 'platform':
      return given.layer;
    case 'tier':
      return `tier ${given.tierId}`;
    case 'user':
      return `user ${given.uid}`;
  }
};

export const limits = router({
  effective: procedure
    .meta({
      about: 'What applies to a user now: for each limit the smallest value, and what every layer says.',
      faults: ['not_found'],
    })
    .input(effectiveOf)
    .output(z.object({ limits: z.array(effectiveLimit) }))
    .query(async ({ ctx, input }) => {
      const told = await ctx.engine.getEffectiveLimits(
        { uid: input.uid, chainId: input.chainId ?? '' },
        ctx.options(),
      );
      return { limits: told.limits.map(effectiveLimitView) };
    }),

  set: procedure
    .meta({
      about:
        'Replaces the limits of one layer on one chain. Lower or new ones are effective at the next /read; higher or fewer loosen.',
      faults: ['not_found', 'exhausted'],
    })
    .input(layerLimitsWithCause)
    .output(changed)
    .mutation(({ ctx, input }) => setLimits(ctx.engine, input, ctx.cause(input), ctx.options())),

  setMany: procedure
    .meta({
      about: 'Replaces limits up to 1,000 times, each by itself; those of one aggregate in their order.',
      faults: [],
    })
    .input(batchOf(layerLimits))
    .output(resultsOf(changed))
    .mutation(({ ctx, input, path }) =>
      runBatch(input, {
        item: layerLimits,
        subject: aggregateOf,
        apply: (item, by) => setLimits(ctx.engine, item, ctx.cause(by), ctx.options()),
        opaque: (error) => asTrpcError(error, ctx, path),
      }),
    ),

  override: procedure
    .meta({
      about:
        "Stands in for what platform and tier say about one limit of one user, until it expires. The user's own limit still applies. Anything but lowering it loosens.",
      faults: ['not_found', 'exhausted'],
    })
    .input(override.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.overrideLimit(overrideLimitRequest(ctx.cause(input), input), ctx.options()),
    ),

  removeOverride: procedure
    .meta({ about: 'The outer layers are back at once. It loosens.', faults: ['not_found'] })
    .input(overrideKey.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.removeOverride(removeOverrideRequest(ctx.cause(input), input), ctx.options()),
    ),
});
