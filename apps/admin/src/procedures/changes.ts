/** What needs a second person, or has to wait. Nothing changes before a change is applied. */
import { fault } from '@countersign/policy';
import { z } from 'zod';
import { access } from '../access';
import { cause } from '../input/cause';
import { changeList, oneChange, policyChange, proposal } from '../input/changes';
import { change, changeView } from '../output/change';
import { nextAfter, textOrNull } from '../output/fields';
import { procedure, router } from '../trpc';

export const changes = router({
  propose: procedure
    .meta({
      about:
        "Proposes what a procedure would do, with that procedure's input. Needs that procedure's scope besides. What does not loosen is refused: it can be made directly.",
      faults: ['not_found', 'conflict'],
    })
    .input(proposal.extend(cause))
    .output(change)
    .mutation(async ({ ctx, input, path }) => {
      // What needs nobody else is carried out at once: proposing is no way round the scope that doing it asks for.
      const row = access[input.change.procedure];
      if (row === undefined || !ctx.principal.scopes.has(row.scope)) {
        ctx.refused('wrong_scope', { path, requestId: ctx.requestId, actor: ctx.principal.actor });
        throw fault('forbidden', { message: `proposing this needs the scope of ${input.change.procedure}` });
      }
      const change = policyChange(input.change);
      return changeView(await ctx.engine.proposeChange({ cause: ctx.cause(input), change }, ctx.options()));
    }),

  approve: procedure
    .meta({
      about:
        'Approves a change, which is applied when it is due. The proposer cannot, nobody can twice, and what it changes must still be as it was. Needs a token not used before.',
      faults: ['not_found', 'conflict'],
    })
    .input(oneChange.extend(cause))
    .output(change)
    .mutation(async ({ ctx, input }) =>
      changeView(
        await ctx.engine.approveChange({ cause: ctx.cause(input), changeId: input.changeId }, ctx.options()),
      ),
    ),

  reject: procedure
    .meta({ about: 'Ends a change before it is applied.', faults: ['not_found', 'conflict'] })
    .input(oneChange.extend(cause))
    .output(change)
    .mutation(async ({ ctx, input }) =>
      changeView(
        await ctx.engine.rejectChange({ cause: ctx.cause(input), changeId: input.changeId }, ctx.options()),
      ),
    ),

  withdraw: procedure
    .meta({ about: 'Ends a change of your own before it is applied.', faults: ['not_found', 'conflict'] })
    .input(oneChange.extend(cause))
    .output(change)
    .mutation(async ({ ctx, input }) => {
      const { proposedBy } = await ctx.engine.getChange({ changeId: input.changeId }, ctx.options());
      if (proposedBy !== ctx.principal.actor) {
        throw fault('forbidden', { message: 'only who proposed a change withdraws it' });
      }
      return changeView(
        await ctx.engine.rejectChange({ cause: ctx.cause(input), changeId: input.changeId }, ctx.options()),
      );
    }),

  get: procedure
    .meta({ about: 'A change with its effect and everybody who had a say in it.', faults: ['not_found'] })
    .input(oneChange)
    .output(change)
    .query(async ({ ctx, input }) => changeView(await ctx.engine.getChange(input, ctx.options()))),

  list: procedure
    .meta({ about: 'Changes page by page, of one status or of any.', faults: [] })
    .input(changeList)
    .output(z.object({ changes: z.array(change), nextAfter }))
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listChanges(
        { status: input.status ?? '', after: input.after ?? '', limit: input.limit ?? 0 },
        ctx.options(),
      );
      return { changes: page.changes.map(changeView), nextAfter: textOrNull(page.nextAfter) };
    }),
});
