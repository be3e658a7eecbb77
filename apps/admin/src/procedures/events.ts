/** Everything that happened, in the order of commits, and its proofs. */
import { z } from 'zod';
import { subscribe } from '../events/subscribe';
import { cause } from '../input/cause';
import { aggregate, eventList } from '../input/events';
import { checkpoint, checkpointView } from '../output/checkpoint';
import { event, eventView } from '../output/event';
import { textOrNull } from '../output/fields';
import { procedure, router } from '../trpc';

/** Of a call's budget, what is left for the way back when the wait was in vain. */
const RETURN_MS = 500;

export const events = router({
  list: procedure
    .meta({
      about: "Events after a position. waitMs waits for one, at most as long as the call's budget allows.",
      faults: [],
    })
    .input(eventList)
    .output(
      z.object({
        events: z.array(event),
        nextPosition: z.number().int().meta({
          description: 'how far was looked: give it as after for the next page, also when there was none',
        }),
      }),
    )
    .query(async ({ ctx, input }) => {
      const options = ctx.options();
      const patience = Math.max(0, Math.floor(options.deadline - ctx.now() - RETURN_MS));
      const page = await ctx.engine.listEvents(
        {
          afterPosition: input.after ?? 0,
          limit: input.limit ?? 0,
          waitMs: Math.min(input.waitMs ?? 0, patience),
          kind: input.kind ?? '',
          id: input.id ?? '',
        },
        options,
      );
      return { events: page.events.map(eventView), nextPosition: page.nextPosition };
    }),

  subscribe,

  verify: procedure
    .meta({
      about: "Checks one aggregate's chain of hashes against its head, and tells the first broken place.",
      faults: ['not_found'],
    })
    .input(aggregate)
    .output(
      z.object({
        verified: z.boolean(),
        seq: z.number().int().meta({ description: 'of the head, or of the first broken place' }),
        head: z.string().nullable().meta({ description: 'hash of the last event' }),
        broken: z.string().nullable().meta({ description: 'what is wrong there; null: nothing' }),
      }),
    )
    .query(async ({ ctx, input }) => {
      const told = await ctx.engine.verifyEvents(input, ctx.options());
      return {
        verified: told.verified,
        seq: told.seq,
        head: textOrNull(told.head),
        broken: textOrNull(told.broken),
      };
    }),

  checkpoint: procedure
    .meta({
      about:
        'Makes a signed statement about all events up to now, for auditors who do not trust the database.',
      faults: [],
    })
    .input(z.strictObject(cause))
    .output(checkpoint)
    .mutation(async ({ ctx, input }) =>
      checkpointView(await ctx.engine.makeCheckpoint({ cause: ctx.cause(input) }, ctx.options())),
    ),

  auditKey: procedure
    .meta({ about: 'The public key that checkpoints are verified with.', faults: [] })
    .input(z.strictObject({}).optional())
    .output(z.object({ keyId: z.string(), publicKey: z.string().meta({ description: 'PEM, Ed25519' }) }))
    .query(({ ctx }) => ctx.engine.getAuditKey({}, ctx.options())),
});
