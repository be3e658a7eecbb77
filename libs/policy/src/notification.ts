import { isZero } from './amount';
import { canonicalJson } from './canonical-json';
import { changedBy, unchanged, type Change } from './change';
import { fault } from './faults';
import { releasePermit, settlePermit, type Permit, type SettlementContext } from './permit';
import type { Classification } from './update-rules';
import type { User } from './user';

/**
 * What CoKeeps reports through `/update`. The list of events is open and undocumented, so the payload is kept exactly
 * as it arrived, whatever its fields. One payload is one notification: it is identified by the digest of its canonical
 * text, which makes CoKeeps' retries harmless.
 *
 * Whether it ends a hold, and which one, is settled once, when it is first kept, and stays so: a retry that comes after
 * the user has started a second operation like the first must not end that one.
 */
export interface Notification {
  readonly schema: 2;
  /** Number of the last event. */
  readonly seq: number;
  readonly digest: string; // 64 hex, SHA-256 of the canonical text
  readonly uid: string | null;
  readonly raw: string; // the decrypted JSON text
  readonly receivedAt: number; // ms UTC
  readonly classified: Classified;
}

export interface Classified {
  /** The type that the configured rules recognised; null when none did, or several. */
  readonly type: string | null;
  readonly rule: string | null;
  readonly outcome: NotificationOutcome;
  /** The hold it ends; null unless `outcome` is `acted`. */
  readonly effect: {
    readonly owner: string;
    readonly permitId: string;
    readonly effect: 'settle' | 'release';
    readonly amount: string | null;
  } | null;
}

export const notificationOutcomes = [
  'recorded', // of a known type that moves nothing
  'unknown', // no rule recognised it
  'ambiguous', // rules of different types did
  'unreadable', // of a trusted type, but what it needs is missing or malformed
  'unmatched', // of a trusted type, but there is no such hold, or several
  'late', // of a trusted type, but its permit was ended before
  'acted', // ends a hold
] as const;
export type NotificationOutcome = (typeof notificationOutcomes)[number];

export interface NotificationEvent {
  readonly type: 'notification.received';
  readonly data: Pick<Notification, 'digest' | 'uid' | 'receivedAt' | 'classified'>;
}

/** The payload is in the state and in no event, so that it is kept once. */
export const evolveNotification = (
  _: Notification | undefined,
  { data }: NotificationEvent,
): Notification => ({
  schema: 2,
  seq: 1,
  digest: data.digest,
  uid: data.uid,
  raw: '',
  receivedAt: data.receivedAt,
  classified: data.classified,
});

const changed = changedBy(evolveNotification);

export interface ReadablePayload {
  readonly canonical: string;
  readonly uid: string | null;
  /** As far as it is told; null for what is not. */
  readonly destination: { readonly chainId: string | null; readonly address: string | null };
  /** The parsed object, for classifyUpdate. */
  readonly value: unknown;
}

const MAX_DEPTH = 64;

/**
 * A payload is acceptable when it is an object with at least one member, in which `uid`, `destination` and the
 * destination's four documented members have their documented types where they appear. Throws Fault `invalid`.
 */
export function readPayload(raw: string): ReadablePayload {
  const value = objectOf(raw);
  const mistakes: string[] = [];
  if (Object.keys(value).length === 0) mistakes.push('payload: must not be empty');
  if (has(value, 'uid') && typeof value.uid !== 'string') mistakes.push('uid: must be a string');
  if (has(value, 'destination')) {
    const destination = value.destination;
    if (!isObject(destination)) mistakes.push('destination: must be an object');
    else {
      for (const name of ['address', 'chain_id', 'signature', 'id']) {
        if (has(destination, name) && typeof destination[name] !== 'string') {
          mistakes.push(`destination.${name}: must be a string`);
        }
      }
    }
  }
  const canonical = canonicalJson(raw, MAX_DEPTH);
  if (canonical === undefined) mistakes.push(`payload: must not nest deeper than ${MAX_DEPTH}`);
  if (canonical === undefined || mistakes.length > 0) throw fault('invalid', { details: mistakes });
  const told = has(value, 'destination') && isObject(value.destination) ? value.destination : {};
  return {
    canonical,
    uid: textOf(value, 'uid'),
    destination: { chainId: textOf(told, 'chain_id'), address: textOf(told, 'address') },
    value,
  };
}

export function receiveNotification(input: {
  readonly raw: string;
  readonly digest: string;
  readonly uid: string | null;
  readonly now: number;
  readonly classified: Classified;
}): Change<Notification> {
  const { raw, digest, uid, now, classified } = input;
  const data = { digest, uid, receivedAt: now, classified };
  const { state, events } = changed(undefined, { type: 'notification.received', data });
  return { state: { ...state, raw }, events };
}

/**
 * What a classified payload means for the user it names. `owner` is that user, or the one its machine acts for. A hold
 * is found by its permit's id, or by being the user's only hold to that destination, and has to agree with the chain and
 * the address that the payload tells; in any doubt there is none. Nothing moved is no settlement: that would be a release.
 */
export function matchNotification(
  { type, rule, reason, action }: Classification,
  { chainId, address }: ReadablePayload['destination'],
  owner: User | undefined,
): Classified {
  const without = (outcome: NotificationOutcome): Classified => ({ type, rule, outcome, effect: null });
  if (reason !== 'classified') return without(reason);
  if (action === null) return without('recorded');
  if (owner === undefined) return without('unmatched');
  const { match, effect, amount } = action;
  const held = owner.permits.filter(
    (permit) =>
      permit.hold !== null &&
      (chainId ?? permit.chainId) === permit.chainId &&
      (address ?? permit.address) === permit.address,
  );
  const found: readonly Permit[] =
    match.by === 'reference'
      ? held.filter(({ id }) => id === match.reference)
      : held.filter((one) => one.chainId === match.chainId && one.address === match.address);
  const [permit] = found;
  if (permit === undefined || found.length > 1) {
    const late = match.by === 'reference' && owner.ended.some(({ id }) => id === match.reference);
    return without(late ? 'late' : 'unmatched');
  }
  if (amount !== null && isZero(amount) && !isZero(permit.amount)) return without('unreadable');
  return { type, rule, outcome: 'acted', effect: { owner: owner.uid, permitId: permit.id, effect, amount } };
}

/** Ends the hold a notification was matched to, once: a hold that ended since, by whatever word, stays as it is. */
export function applyNotification(
  user: User,
  { digest, classified }: Pick<Notification, 'digest' | 'classified'>,
  context: (chainId: string) => SettlementContext,
  now: number,
): Change<User> {
  const { effect } = classified;
  const permit = user.permits.find(({ id, hold }) => hold !== null && id === effect?.permitId);
  if (effect === null || permit === undefined) return unchanged(user);
  const ending = { id: permit.id, by: `update:${digest}` };
  return effect.effect === 'settle'
    ? settlePermit(user, { ...ending, amount: effect.amount }, context(permit.chainId), now)
    : releasePermit(user, ending, now);
}

function objectOf(raw: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (cause) {
    throw fault('invalid', { details: ['payload: must be JSON'], cause });
  }
  if (!isObject(value)) throw fault('invalid', { details: ['payload: must be a JSON object'] });
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: Record<string, unknown>, name: string): string | null =>
  has(value, name) && typeof value[name] === 'string' ? value[name] : null;

const has = (value: object, name: string): boolean => Object.hasOwn(value, name);
