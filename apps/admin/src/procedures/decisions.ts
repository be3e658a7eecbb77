/** What was answered to /read, and why. */
import { z } from 'zod';
import { decisionList, oneDecision } from '../input/events';
import { decision, decisionView } from '../output/decision';
import { procedure, router } from '../trpc';

export const decisions = router({
  get: procedure
    .meta({ about: 'One decision as it was recorded.', faults: ['not_found'] })
    .input(oneDecision)
    .output(decision)
    .query(async ({ ctx, input }) => decisionView(await ctx.engine.getDecision(input, ctx.options()))),

  list: procedure
    .meta({
      about: 'Decisions about a user, oldest first. A page may hold fewer than the events it looked through.',
      faults: [],
    })
    .input(decisionList)
    .output(
      z.object({
        decisions: z.array(decision),
        nextAfterSeq: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'give it as afterSeq for the next page; null: that was the last' }),
      }),
    )
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listDecisions(
        { uid: input.uid, afterSeq: input.afterSeq ?? 0, limit: input.limit ?? 0 },
        ctx.options(),
      );
      return {
        decisions: page.decisions.map(decisionView),
        nextAfterSeq: page.nextAfterSeq === 0 ? null : page.nextAfterSeq,
      };
    }),

  explain: procedure
    .meta({
      about: 'One decision as a sentence for a person, with the record behind it.',
      faults: ['not_found'],
    })
    .input(oneDecision)
    .output(z.object({ sentence: z.string(), decision }))
    .query(async ({ ctx, input }) => {
      const told = decisionView(await ctx.engine.getDecision(input, ctx.options()));
      return { sentence: told.sentence, decision: told };
    }),
});
