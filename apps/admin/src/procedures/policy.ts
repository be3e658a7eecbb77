/** The platform and tier layers as one document with versions. */
import { fault } from '@countersign/policy';
import { z } from 'zod';
import { cause } from '../input/cause';
import { backtest, candidate, draft, history, oneVersion, versionOrNow } from '../input/policy';
import { nextAfter, textOrNull } from '../output/fields';
import { difference, differenceView, policyVersion, policyView, validation } from '../output/policy';
import { procedure, router } from '../trpc';

/** The wire has one field for each, the empty one is not meant. */
const sourceOf = ({
  document,
  version,
}: {
  readonly document?: Readonly<Record<string, unknown>> | undefined;
  readonly version?: number | undefined;
}) => ({ document: document === undefined ? '' : JSON.stringify(document), version: version ?? 0 });

export const policy = router({
  draft: procedure
    .meta({
      about:
        'Keeps a document as the next version. One with mistakes is refused with all of them. Changes nothing yet.',
      faults: [],
    })
    .input(draft.extend(cause))
    .output(policyVersion)
    .mutation(async ({ ctx, input }) =>
      policyView(
        await ctx.engine.draftPolicy(
          { cause: ctx.cause(input), document: JSON.stringify(input.document) },
          ctx.options(),
        ),
      ),
    ),

  validate: procedure
    .meta({
      about:
        'The mistakes of a document or a version, how it differs from what is in force, and what of it loosens.',
      faults: ['not_found'],
    })
    .input(candidate)
    .output(validation)
    .query(({ ctx, input }) => ctx.engine.validatePolicy(sourceOf(input), ctx.options())),

  backtest: procedure
    .meta({
      about:
        'Which past answers would have been others under a document or a version, page by page over users.',
      faults: ['not_found'],
    })
    .input(backtest)
    .output(
      z.object({
        differences: z.array(difference),
        users: z.number().int().meta({ description: 'looked at' }),
        decisions: z.number().int().meta({ description: 'made again' }),
        untold: z.number().int().meta({ description: 'differences that were too many to list' }),
        unusable: z
          .array(z.string())
          .meta({ description: 'users whose history cannot be replayed, and why' }),
        notReplayed: z
          .array(z.string())
          .meta({ description: 'what the document changes and a backtest cannot show' }),
        nextAfter,
      }),
    )
    .query(async ({ ctx, input }) => {
      const told = await ctx.engine.backtestPolicy(
        { ...sourceOf(input), after: input.after ?? '', limit: input.limit ?? 0 },
        ctx.options(),
      );
      return {
        differences: told.differences.map(differenceView),
        users: told.users,
        decisions: told.decisions,
        untold: told.untold,
        unusable: told.unusable,
        notReplayed: told.notReplayed,
        nextAfter: textOrNull(told.nextAfter),
      };
    }),

  publish: procedure
    .meta({
      about:
        'Puts a version in force. Where it loosens it is refused, with what loosens, unless it comes as a change.',
      faults: ['not_found', 'conflict'],
    })
    .input(oneVersion.extend(cause))
    .output(policyVersion)
    .mutation(async ({ ctx, input }) =>
      policyView(
        await ctx.engine.publishPolicy({ cause: ctx.cause(input), version: input.version }, ctx.options()),
      ),
    ),

  rollback: procedure
    .meta({
      about: 'Puts a version in force again that was in force before.',
      faults: ['not_found', 'conflict'],
    })
    .input(oneVersion.extend(cause))
    .output(policyVersion)
    .mutation(async ({ ctx, input }) => {
      const earlier = await ctx.engine.getPolicy({ version: input.version }, ctx.options());
      if (earlier.publishedAtMs === 0) {
        throw fault('conflict', { message: 'this version was never in force; policy.publish publishes it' });
      }
      return policyView(
        await ctx.engine.publishPolicy({ cause: ctx.cause(input), version: input.version }, ctx.options()),
      );
    }),

  get: procedure
    .meta({ about: 'A version, or what is in force now as a document.', faults: ['not_found'] })
    .input(versionOrNow)
    .output(policyVersion)
    .query(async ({ ctx, input }) =>
      policyView(await ctx.engine.getPolicy({ version: input.version ?? 0 }, ctx.options())),
    ),

  history: procedure
    .meta({ about: 'Versions, newest first.', faults: [] })
    .input(history)
    .output(
      z.object({
        versions: z.array(policyVersion),
        nextBefore: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'give it as before for the next page; null: that was the last' }),
      }),
    )
    .query(async ({ ctx, input }) => {
      const page = await ctx.engine.listPolicies(
        { beforeVersion: input.before ?? 0, limit: input.limit ?? 0 },
        ctx.options(),
      );
      return {
        versions: page.policies.map(policyView),
        nextBefore: page.nextBefore === 0 ? null : page.nextBefore,
      };
    }),
});
