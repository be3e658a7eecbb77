/** What the events and decisions routers take. */
import { z } from 'zod';
import { cursor, position, uid, whole } from './fields';

export const kinds = [
  'platform',
  'tier',
  'user',
  'machine',
  'notification',
  'change',
  'policy',
  'checkpoint',
] as const;

const kind = z.enum(kinds, `must be one of ${kinds.join(', ')}`);
const id = z.string().min(1, 'must not be empty').max(300, 'must have at most 300 characters');

export const aggregate = z.strictObject({ kind, id: id.meta({ description: 'of the aggregate' }) });

export const eventList = z
  .strictObject({
    after: position
      .optional()
      .meta({ description: "the page before's nextPosition; absent: from the first" }),
    limit: whole(1, 1000).optional(),
    waitMs: whole(0, 30_000).optional().meta({ description: 'while there is none, wait for one this long' }),
    kind: kind.optional(),
    id: id.optional().meta({ description: 'with kind' }),
  })
  .refine(({ kind: of, id: one }) => one === undefined || of !== undefined, {
    path: ['id'],
    message: 'must come with kind',
  });

export const decisionId = z
  .string()
  .regex(/^.{1,128}#[1-9][0-9]{0,14}$/s, 'must be a uid, # and a number')
  .meta({ description: '<uid>#<number of its event>' });

export const oneDecision = z.strictObject({ decisionId });
export const decisionList = z.strictObject({
  uid,
  afterSeq: whole(0).optional().meta({ description: "the page before's nextAfterSeq" }),
  limit: whole(1, 1000).optional().meta({ description: 'events looked through, not decisions' }),
});

export const outcomes = [
  'recorded',
  'unknown',
  'ambiguous',
  'unreadable',
  'unmatched',
  'late',
  'acted',
] as const;

export const notificationList = z.strictObject({
  uid: uid.optional().meta({ description: 'as the payload names it' }),
  outcome: z.enum(outcomes, `must be one of ${outcomes.join(', ')}`).optional(),
  after: cursor.optional(),
  limit: whole(1, 100).optional(),
});
