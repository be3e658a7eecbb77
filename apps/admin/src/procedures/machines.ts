/** Persistent accounts, each acting for one user. */
import { z } from 'zod';
import { runBatch } from '../batch';
import { batchOf } from '../input/batch';
import { cause } from '../input/cause';
import {
  createMachineRequest,
  machineList,
  machineStatus,
  newMachine,
  oneMachine,
  updateMachineRequest,
} from '../input/machines';
import { resultsOf } from '../output/batch';
import { changed, nextAfter, textOrNull } from '../output/fields';
import { machine } from '../output/machine';
import { asTrpcError, procedure, router } from '../trpc';

export const machines = router({
  create: procedure
    .meta({
      about: "Creates a machine for a user, with at most the user's role. It loosens.",
      faults: ['already_exists', 'not_found', 'conflict'],
    })
    .input(newMachine.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.createMachine(createMachineRequest(ctx.cause(input), input), ctx.options()),
    ),

  createMany: procedure
    .meta({ about: 'Creates up to 1,000 machines, each by itself.', faults: [] })
    .input(batchOf(newMachine))
    .output(resultsOf(changed))
    .mutation(({ ctx, input, path }) =>
      runBatch(input, {
        item: newMachine,
        subject: (item) => item.machineId,
        apply: (item, by) =>
          ctx.engine.createMachine(createMachineRequest(ctx.cause(by), item), ctx.options()),
        opaque: (error) => asTrpcError(error, ctx, path),
      }),
    ),

  get: procedure
    .meta({ about: 'A machine.', faults: ['not_found'] })
    .input(oneMachine)
    .output(machine)
    .query(({ ctx, input }) => ctx.engine.getMachine(input, ctx.options())),

  list: procedure
    .meta({ about: 'Machines in order of id, page by page. Filters apply together.', faults: [] })
    .input(machineList)
    .output(z.object({ machines: z.array(machine), nextAfter }))
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listMachines(
        {
          uid: input.uid ?? '',
          status: input.status ?? '',
          after: input.after ?? '',
          limit: input.limit ?? 0,
        },
        ctx.options(),
      );
      return { machines: page.machines, nextAfter: textOrNull(page.nextAfter) };
    }),

  setStatus: procedure
    .meta({
      about: 'Suspends, closes or activates a machine. Closed is for ever; to active loosens.',
      faults: ['not_found', 'conflict'],
    })
    .input(machineStatus.extend(cause))
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.engine.updateMachine(updateMachineRequest(ctx.cause(input), input), ctx.options()),
    ),
});
