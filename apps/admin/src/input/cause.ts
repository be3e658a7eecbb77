/**
 * What every mutation asks for besides its own members: why, a key that makes a retry safe, and the revision it expects.
 * Members are described without it, because a proposed change has the same members and a cause of its own.
 */
import { z } from 'zod';
import { whole } from './fields';

export const reason = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u, 'must be 1 to 200 characters, no control characters')
  .meta({ description: 'why; stands in the event' });

export const idempotencyKey = z
  .string()
  .regex(/^[!-~]{1,128}$/, 'must be 1 to 128 visible ASCII characters')
  .meta({
    description:
      'for 24 hours the same key of the same caller gets the first result again, and is refused with other inputs',
  });

export const expectedRevision = whole(0)
  .optional()
  .meta({ description: 'of what is changed; another one is a conflict that tells the current one' });

/** Of a mutation of one aggregate. */
export const cause = { reason, idempotencyKey, expectedRevision };

/** Of a mutation of many, which cannot expect one revision. */
export const causeOfMany = { reason, idempotencyKey };
