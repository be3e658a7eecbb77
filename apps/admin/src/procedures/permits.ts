/** Intended operations, registered before the user acts. */
import { z } from 'zod';
import { runBatch } from '../batch';
import { batchOf } from '../input/batch';
import { cause } from '../input/cause';
import {
  intent,
  onePermit,
  permitList,
  reconcilePermitRequest,
  reconciliation,
  registerPermitRequest,
  releasePermitRequest,
  settlePermitRequest,
  settlement,
} from '../input/permits';
import { resultsOf } from '../output/batch';
import { at, changed, revision } from '../output/fields';
import { permit, permitView } from '../output/permit';
import { asTrpcError, procedure, router } from '../trpc';

const registered = z.object({
  revision,
  referenceId: z.string().meta({ description: 'unguessable; what CoKeeps hands back in /read' }),
  expiresAt: at,
});

export const permits = router({
  register: procedure
    .meta({
      about: 'Registers one intended operation. Whether it is granted is decided at /read.',
      faults: ['not_found', 'conflict', 'exhausted'],
    })
    .input(intent.extend(cause))
    .output(registered)
    .mutation(async ({ ctx, input }) => {
      const { expiresAtMs, ...told } = await ctx.engine.registerPermit(
        registerPermitRequest(ctx.cause(input), input),
        ctx.options(),
      );
      return { ...told, expiresAt: expiresAtMs };
    }),

  registerMany: procedure
    .meta({ about: 'Registers up to 1,000 operations, each by itself.', faults: [] })
    .input(batchOf(intent))
    .output(resultsOf(registered))
    .mutation(({ ctx, input, path }) =>
      runBatch(input, {
        item: intent,
        subject: (item) => item.uid,
        apply: async (item, by) => {
          const { expiresAtMs, ...told } = await ctx.engine.registerPermit(
            registerPermitRequest(ctx.cause(by), item),
            ctx.options(),
          );
          return { ...told, expiresAt: expiresAtMs };
        },
        opaque: (error) => asTrpcError(error, ctx, path),
      }),
    ),

  get: procedure
    .meta({ about: 'A permit, live, held or among the last 50 that ended.', faults: ['not_found'] })
    .input(onePermit)
    .output(permit)
    .query(async ({ ctx, input }) => permitView(await ctx.engine.getPermit(input, ctx.options()))),

  list: procedure
    .meta({
      about: 'The live and held permits of a user and the last that ended, oldest first.',
      faults: ['not_found'],
    })
    .input(permitList)
    .output(z.object({ permits: z.array(permit) }))
    .query(async ({ ctx, input }) => {
      const told = await ctx.engine.listPermits(
        { uid: input.uid, status: input.status ?? '', chainId: input.chainId ?? '' },
        ctx.options(),
      );
      return { permits: told.permits.map(permitView) };
    }),

  settle: procedure
    .meta({
      about: 'The operation was carried out, with what was really moved. Told twice it counts once.',
      faults: ['not_found', 'conflict'],
    })
    .input(settlement.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.settlePermit(settlePermitRequest(ctx.cause(input), input), ctx.options()),
    ),

  release: procedure
    .meta({ about: 'The operation will never be carried out.', faults: ['not_found', 'conflict'] })
    .input(onePermit.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.releasePermit(releasePermitRequest(ctx.cause(input), input), ctx.options()),
    ),

  reconcile: procedure
    .meta({
      about:
        "An operator's word about a suspect hold; the reason says what it rests on. Needs a token not used before.",
      faults: ['not_found', 'conflict'],
    })
    .input(reconciliation.safeExtend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.reconcilePermit(reconcilePermitRequest(ctx.cause(input), input), ctx.options()),
    ),
});
