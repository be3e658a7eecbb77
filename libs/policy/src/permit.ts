import { z } from 'zod';
import { addressMistake } from './address';
import { compareAmounts, decimal, decimalText, isZero } from './amount';
import { unchanged, type Change } from './change';
import { address, amount, chainId, duration, parsed, permitKind, tag, type PermitKind } from './fields';
import { fault } from './faults';
import { isSameAccount, type Place } from './place';
import { chainOf, type Platform } from './platform';
import { MAX_USED_DESTINATIONS, usageOf } from './usage';
import { changedUser, existing, type User } from './user';

/**
 * One intended operation, registered by the platform before the user acts. Its id is the `reference_id` that CoKeeps
 * hands back, so it must be unguessable: 128 random bits or more, made by the caller of this module.
 *
 * Its first granted read places a hold: from then on it counts against every window, in full and however old it gets,
 * until it is settled or released. A hold without news becomes suspect, and still counts.
 */
export interface Permit extends Place {
  readonly id: string;
  readonly kind: PermitKind;
  readonly amount: string;
  readonly registeredAt: number; // ms UTC
  readonly expiresAt: number; // ms UTC, exclusive; ends what may be read, never a hold
  readonly hold: Hold | null;
}

export interface Hold {
  readonly at: number; // ms UTC
  /** The decision that placed it, see decision.ts. */
  readonly decisionId: string;
  /** When it was found suspect, ms UTC; null before. */
  readonly suspectedAt: number | null;
  /** Whether a limit per destination was in force: then its settlement counts for its destination, whatever is then. */
  readonly perDestination: boolean;
}

/** A permit that counts no more as a hold. The last few are kept, so that a repeated message is recognised. */
export interface EndedPermit extends Permit {
  readonly end: {
    readonly how: 'settled' | 'released';
    readonly at: number; // ms UTC
    /** What was moved; "0" when released. */
    readonly amount: string;
    /** What said so: `ledger`, `reconcile`, or `update:` and a notification's digest. */
    readonly by: string;
  };
}

export type PermitStatus = 'registered' | 'expired' | 'held' | 'suspect' | 'settled' | 'released';

export const PERMIT_LIFETIME_MS = { default: 15 * 60_000, min: 1_000, max: 24 * 60 * 60_000 } as const;
/** Permits of one user that are live or held: bounds the document and the work of one decision. */
const MAX_PERMITS = 1000;

const register = z.strictObject({
  kind: permitKind,
  chainId,
  amount,
  address,
  tag: tag.default(null),
  lifetimeMs: duration(PERMIT_LIFETIME_MS.min, PERMIT_LIFETIME_MS.max),
});

/** Whether it will be granted is decided at `/read`, against the limits of that moment. */
export function registerPermit(
  state: User | undefined,
  input: unknown,
  id: string,
  platform: Platform | undefined,
  now: number,
): Change<User> {
  const { lifetimeMs, ...intent } = parsed(register, input);
  const user = existing(state);
  if (user.status !== 'active') throw fault('conflict', { message: 'the account is not active' });
  if (intent.kind !== 'contract' && isZero(intent.amount)) {
    throw fault('invalid', { details: ['amount: must be more than zero'] });
  }
  const chain = platform && chainOf(platform, intent.chainId);
  const mistake = chain && addressMistake(chain.family, intent.address, intent.tag);
  if (mistake !== undefined) throw fault('invalid', { details: [`address: ${mistake}`] });
  if (user.permits.filter((permit) => isOpen(permit, now)).length >= MAX_PERMITS) {
    throw fault('exhausted', { message: `at most ${MAX_PERMITS} permits that are live or held` });
  }
  const { destinations: used } = usageOf(user.usage, intent.chainId);
  if (used.length >= MAX_USED_DESTINATIONS && !used.some((one) => isSameAccount(one, intent))) {
    throw fault('exhausted', { message: `${MAX_USED_DESTINATIONS} destinations are counted on this chain` });
  }
  const permit: Permit = { id, ...intent, registeredAt: now, expiresAt: now + lifetimeMs, hold: null };
  return changedUser(user, { type: 'permit.registered', data: permit });
}

/** What the limits in force need of a settlement, see usage.ts. */
export interface SettlementContext {
  readonly boundaries: readonly number[];
  readonly perDestination: boolean;
  /** Whether operations may be carried out without a hold, as in budget mode. */
  readonly unheld: boolean;
}

export interface Ending {
  readonly id: string;
  readonly by: string;
}

/**
 * The operation was carried out. `amount` is what it really moved, null for what was permitted. It is counted as it is,
 * also when it is more than was held, was never held or had been released: the assets are gone, and hiding that would
 * let more follow. Told twice it counts once. Throws Fault not_found, or conflict when another amount was settled before.
 */
export function settlePermit(
  state: User | undefined,
  ending: Ending & { readonly amount: string | null },
  context: SettlementContext,
  now: number,
): Change<User> {
  const user = existing(state);
  const permit = found(user, ending.id);
  const moved = parsed(amount, ending.amount ?? permit.amount);
  if (isZero(moved) && !isZero(permit.amount)) {
    throw fault('invalid', { details: ['amount: nothing was moved, which is a release'] });
  }
  if ('end' in permit && permit.end.how === 'settled') {
    if (ending.amount === null || compareAmounts(permit.end.amount, moved) === 0) return unchanged(user);
    throw fault('conflict', { message: 'settled before, with another amount' });
  }
  const expected = !('end' in permit) && (permit.hold !== null || context.unheld) ? permit.amount : '0';
  const over = decimal(moved).minus(expected);
  const { boundaries, perDestination } = context;
  return changedUser(user, {
    type: 'permit.settled',
    data: {
      id: permit.id,
      at: Math.max(now, user.latest),
      amount: moved,
      by: ending.by,
      over: over.gt(0) ? decimalText(over) : '0',
      boundaries,
      perDestination,
    },
  });
}

/** The operation will never be carried out. Told twice it changes nothing. Throws Fault not_found, or conflict once settled. */
export function releasePermit(state: User | undefined, ending: Ending, now: number): Change<User> {
  const user = existing(state);
  const permit = found(user, ending.id);
  if ('end' in permit) {
    if (permit.end.how === 'released') return unchanged(user);
    throw fault('conflict', { message: 'settled before' });
  }
  return changedUser(user, {
    type: 'permit.released',
    data: { id: permit.id, at: Math.max(now, user.latest), by: ending.by },
  });
}

/** Only a suspect hold can be reconciled: while news may still come, nobody's word replaces it. */
export function refuseUnlessSuspect(
  state: User | undefined,
  id: string,
  suspectAfterMs: number,
  now: number,
): void {
  if (statusOf(found(existing(state), id), suspectAfterMs, now) !== 'suspect') {
    throw fault('conflict', { message: 'only a suspect hold can be reconciled' });
  }
}

/** Marks the holds that have become suspect, for whoever watches the events. What they count for does not change. */
export function suspectHolds(state: User | undefined, suspectAfterMs: number, now: number): Change<User> {
  const user = existing(state);
  const ids = user.permits
    .filter(
      (permit) => permit.hold?.suspectedAt === null && statusOf(permit, suspectAfterMs, now) === 'suspect',
    )
    .map(({ id }) => id);
  return ids.length === 0
    ? unchanged(user)
    : changedUser(user, { type: 'permit.suspected', data: { ids, at: now } });
}

export function statusOf(permit: Permit | EndedPermit, suspectAfterMs: number, now: number): PermitStatus {
  if ('end' in permit) return permit.end.how;
  if (permit.hold === null) return permit.expiresAt <= now ? 'expired' : 'registered';
  const suspect = permit.hold.suspectedAt !== null || now - permit.hold.at >= suspectAfterMs;
  return suspect ? 'suspect' : 'held';
}

/** Whether it still has to be kept: it can be read, or it counts. */
export const isOpen = ({ hold, expiresAt }: Permit, now: number): boolean => hold !== null || expiresAt > now;

/** The user's permit of that id, live, held or among the last that ended. */
export const permitOf = (user: User, id: string): Permit | EndedPermit | undefined =>
  user.permits.find((permit) => permit.id === id) ?? user.ended.find((permit) => permit.id === id);

function found(user: User, id: string): Permit | EndedPermit {
  const permit = permitOf(user, id);
  if (permit === undefined) throw fault('not_found', { message: 'no such permit' });
  return permit;
}
