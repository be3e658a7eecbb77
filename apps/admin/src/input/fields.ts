/**
 * The members that inputs are made of, each with the form that the engine asks for again. They are the policy core's own,
 * with a description for the generated reference. Messages say what a value must be and never repeat it.
 */
import * as policy from '@countersign/policy';
import { z } from 'zod';

export const uid = policy.uid;
export const machineId = policy.machineId;
export const tierId = policy.tierId;
export const chainId = policy.chainId.meta({ description: 'opaque: bitcoin, ethereum, 137' });
export const amount = policy.amount.meta({
  description: "decimal string in the chain's own unit, at most 40 digits on each side of the point",
});
export const address = policy.address.meta({ description: 'kept and compared exactly as given' });
export const tag = policy.tag
  .optional()
  .meta({ description: 'memo or destination tag; null or absent: none' });
export const label = policy.label.meta({ description: 'for people' });
export const role = policy.role;
export const status = policy.status;
export const permitKind = policy.permitKind;
export const hash = policy.sha256Hex.meta({ description: 'SHA-256 as CoKeeps sends it, 64 hex digits' });
export const family = z
  .enum(policy.addressFamilies)
  .meta({ description: 'how addresses of the chain are checked; absent: as before, or by chain id' });
export const mode = z.enum(['permit', 'budget'], 'must be permit or budget');

/** Whole milliseconds, both bounds included. */
export const duration = policy.duration;

const YEAR_MS = 365 * 24 * 60 * 60_000;
export const wait = duration(0, YEAR_MS).meta({ description: 'ms, at most 365 days' });

const LATEST_MS = 8.64e15;
const TIME_FORM = 'must be milliseconds since 1970 UTC, or an ISO 8601 time with Z or an offset';

/** An instant. A date alone is refused: it does not say in which zone. */
export const time = z
  .union(
    [
      z.number().int(TIME_FORM).min(0, TIME_FORM).max(LATEST_MS, TIME_FORM),
      z.iso.datetime({ offset: true, error: TIME_FORM }),
    ],
    TIME_FORM,
  )
  .transform((given, context) => {
    const at = typeof given === 'number' ? given : Date.parse(given);
    if (at >= 0) return at;
    context.addIssue({ code: 'custom', message: TIME_FORM });
    return z.NEVER;
  })
  .meta({ description: 'ms since 1970 UTC, or ISO 8601 with Z or an offset' });

export const referenceId = z
  .string()
  .regex(/^[!-~]{1,128}$/, 'must be 1 to 128 printable ASCII characters without spaces')
  .meta({ description: 'what permits.register returned' });

export const changeId = z
  .string()
  .regex(/^[!-~]{1,128}$/, 'must be 1 to 128 printable ASCII characters without spaces')
  .meta({ description: 'what changes.propose returned' });

/** uint32 on the wire. */
const WHOLE_MAX = 4_294_967_295;
export const whole = (min: number, max = WHOLE_MAX) =>
  z
    .number('must be a whole number')
    .int('must be a whole number')
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);

export const position = z
  .number('must be a whole number')
  .int('must be a whole number')
  .min(0, 'must be at least 0')
  .meta({ description: 'of an event in the log' });

export const version = whole(1).meta({ description: 'of the policy' });

/** Of one text on the wire that may be anything an id is. */
export const cursor = z
  .string()
  .min(1, 'must not be empty')
  .max(300, 'must have at most 300 characters')
  .meta({ description: "the page before's nextAfter" });

/** A page: after which row, and how many at most. */
export const page = (max: number) => ({
  after: cursor.optional(),
  limit: whole(1, max).optional(),
});
