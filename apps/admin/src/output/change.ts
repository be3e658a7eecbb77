/** A proposed change: what it does, who said what about it, and what it would do. */
import type { Approval, ProposedChange } from '@countersign/rpc';
import { z } from 'zod';
import { amount, at, revision, textOrNull, timeOrNull } from './fields';
import { proposed, proposedView } from './proposable';

const word = z.object({ actor: z.string(), reason: z.string(), at });
const value = z.object({ max: amount, layer: z.string() }).nullable();
const most = z.object({ before: amount, after: amount });

export const effect = z
  .object({
    subject: z.string(),
    limits: z
      .array(z.object({ chainId: z.string(), key: z.string(), before: value, after: value }))
      .meta({ description: 'effective limits that would differ' }),
    others: z.array(z.string()).meta({ description: 'what else would differ, one sentence each' }),
    blastRadius: z
      .array(
        z.object({
          chainId: z.string(),
          users: z.number(),
          complete: z.boolean().meta({ description: 'false: at least' }),
          next: z.object({ hour: most, day: most, week: most }),
        }),
      )
      .meta({ description: 'the most that could leave, before and after, on chains where it differs' }),
  })
  .meta({ description: 'what it would do' });

export const change = z
  .object({
    changeId: z.string(),
    change: proposed,
    status: z.string().meta({ description: 'pending | approved | applied | rejected | expired | failed' }),
    proposedBy: z.string(),
    reason: z.string(),
    proposedAt: at,
    dueAt: at.meta({ description: 'not applied before, ms since 1970 UTC' }),
    expiresAt: at.meta({ description: 'neither approved nor applied after, ms since 1970 UTC' }),
    needsApproval: z.boolean().meta({ description: 'of a second person' }),
    approvals: z.array(word),
    rejection: word.nullable(),
    loosenings: z.array(z.string()).meta({ description: 'the members by which it would allow more' }),
    effect,
    appliedAt: at.nullable(),
    appliedRevision: revision.nullable().meta({ description: 'of what it changed' }),
    failure: z.string().nullable().meta({ description: 'why it could not be applied' }),
    revision,
  })
  .meta({ id: 'Change' });

const wordView = ({ actor, reason, atMs }: Approval): z.output<typeof word> => ({ actor, reason, at: atMs });

export const changeView = (message: ProposedChange): z.output<typeof change> => ({
  changeId: message.changeId,
  change: proposedView(message.change),
  status: message.status,
  proposedBy: message.proposedBy,
  reason: message.reason,
  proposedAt: message.proposedAtMs,
  dueAt: message.dueAtMs,
  expiresAt: message.expiresAtMs,
  needsApproval: message.needsApproval,
  approvals: message.approvals.map(wordView),
  rejection: message.rejection === null ? null : wordView(message.rejection),
  loosenings: message.loosenings,
  effect: effect.parse(JSON.parse(message.effect)),
  appliedAt: timeOrNull(message.appliedAtMs),
  appliedRevision: message.appliedAtMs === 0 ? null : message.appliedRevision,
  failure: textOrNull(message.failure),
  revision: message.revision,
});
