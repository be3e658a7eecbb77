import { z } from 'zod';
import { isZero } from './amount';
import { changed, type Change } from './change';
import { address, amount, chainId, parsed, permitKind, type PermitKind } from './fields';
import { fault } from './faults';
import { existing, type User } from './user';

/**
 * One intended operation, registered by the platform before the user acts. Its id is the `reference_id` that CoKeeps
 * hands back, so it must be unguessable: 128 random bits or more, made by the caller of this module.
 */
export interface Permit {
  readonly id: string;
  readonly kind: PermitKind;
  readonly chainId: string;
  readonly amount: string;
  readonly address: string;
  readonly registeredAt: number; // ms UTC
  readonly expiresAt: number; // ms UTC, exclusive
  /** Set at the first `/read` that was granted. */
  readonly firstReadAt: number | null;
}

export const PERMIT_LIFETIME_MS = { default: 15 * 60_000, min: 1_000, max: 24 * 60 * 60_000 } as const;
/** Live permits of one user: bounds the document and the work of one decision. */
const MAX_LIVE_PERMITS = 1000;

const register = z.strictObject({
  kind: permitKind,
  chainId,
  amount,
  address,
  lifetimeMs: z
    .number()
    .int()
    .min(PERMIT_LIFETIME_MS.min, 'must be at least 1000')
    .max(PERMIT_LIFETIME_MS.max, 'must be at most 86400000'),
});

/** Whether it will be granted is decided at `/read`, against the limits of that moment. */
export function registerPermit(
  state: User | undefined,
  input: unknown,
  id: string,
  now: number,
): Change<User> {
  const { lifetimeMs, ...intent } = parsed(register, input);
  const user = existing(state);
  if (user.status !== 'active') throw fault('conflict', { message: 'the account is not active' });
  if (intent.kind !== 'contract' && isZero(intent.amount)) {
    throw fault('invalid', { details: ['amount: must be more than zero'] });
  }
  const live = user.permits.filter((permit) => permit.expiresAt > now);
  if (live.length >= MAX_LIVE_PERMITS) {
    throw fault('exhausted', { message: `at most ${MAX_LIVE_PERMITS} live permits` });
  }
  const permit: Permit = { id, ...intent, registeredAt: now, expiresAt: now + lifetimeMs, firstReadAt: null };
  return changed({ ...user, permits: [...live, permit] }, { type: 'permit.registered', data: { ...permit } });
}
