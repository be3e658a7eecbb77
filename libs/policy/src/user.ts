import { z } from 'zod';
import type { Balance } from './balance';
import { changedBy, unchanged, type Change } from './change';
import type { Decision } from './decision';
import type { Destination } from './destination';
import { fault } from './faults';
import { chainId, parsed, role, status, tierId, time, uid, type Role, type Status } from './fields';
import { chainLimits, checkedLimits, limit, limitKey, type ChainLimits, type Limit } from './limit';
import type { EndedPermit, Permit, SettlementContext } from './permit';
import { isSamePlace, type Place } from './place';
import { refuseTooManyChains, sameLimits, withLimits, type Tier } from './tier';
import { withSettlement, type Usage } from './usage';

/** Everything a decision about one user rests on, in one aggregate, so that one commit changes it at once. */
export interface User {
  readonly schema: 2;
  /** Number of the last event. */
  readonly seq: number;
  /**
   * The latest time of any of its events, ms UTC. Nothing is decided as if it were earlier: where the clocks of two
   * engines differ, an operation must not be settled before it was held, in a window that is already over.
   */
  readonly latest: number;
  readonly uid: string;
  readonly role: Role;
  readonly status: Status;
  readonly frozen: boolean;
  /** null: only the platform's limits apply besides the user's own. */
  readonly tier: string | null;
  /** null for an account that only a machine acts for. */
  readonly credentials: Credentials | null;
  /** The user's own limits; they only narrow. Ordered by chainId. */
  readonly limits: readonly ChainLimits[];
  /** Until they expire these stand in for what platform and tier say on their key, wider or narrower. */
  readonly overrides: readonly Override[];
  readonly destinations: readonly Destination[];
  readonly balances: readonly Balance[];
  /** Registered or held; expired ones are dropped when the next one is registered. */
  readonly permits: readonly Permit[];
  /** The last that were settled or released, oldest first. */
  readonly ended: readonly EndedPermit[];
  readonly usage: readonly Usage[];
}

/** The only part of a state that is in no event, because neither may be in one; `version` counts the changes. */
export interface Credentials {
  readonly version: number;
  /** Lookup key: HMAC of hashedUsername under the engine's pepper, hex. */
  readonly username: string;
  /** argon2id of hashedPassword, PHC string. */
  readonly password: string;
}

export interface Override {
  readonly chainId: string;
  readonly limit: Limit;
  /** ms UTC, exclusive. */
  readonly expiresAt: number;
}

/** Enough to recognise a message told again. */
export const KEPT_ENDED_PERMITS = 50;

export type UserEvent =
  | {
      readonly type: 'user.created';
      readonly data: Pick<User, 'uid' | 'role' | 'tier'> & { readonly credentials: boolean };
    }
  | { readonly type: 'user.updated'; readonly data: Pick<User, 'role' | 'status' | 'tier'> }
  | { readonly type: 'user.frozen' | 'user.unfrozen'; readonly data: Record<string, never> }
  | {
      readonly type: 'credentials.changed';
      readonly data: { readonly rearmed: readonly (Place & { readonly usableFrom: number })[] };
    }
  | { readonly type: 'limits.set'; readonly data: ChainLimits }
  | { readonly type: 'override.set'; readonly data: Override & { readonly at: number } }
  | { readonly type: 'override.removed'; readonly data: { readonly chainId: string; readonly key: string } }
  | { readonly type: 'destination.added'; readonly data: Destination }
  | { readonly type: 'destination.revoked'; readonly data: Place }
  | { readonly type: 'destination.waived'; readonly data: Place & { readonly usableFrom: number } }
  | { readonly type: 'balance.pushed'; readonly data: Balance }
  | { readonly type: 'permit.registered'; readonly data: Permit }
  | { readonly type: 'permit.held' | 'read.refused' | 'read.budgeted'; readonly data: Decision }
  | {
      readonly type: 'permit.settled';
      readonly data: Pick<SettlementContext, 'boundaries' | 'perDestination'> & {
        readonly id: string;
        readonly at: number;
        readonly amount: string;
        readonly by: string;
        /** How much more was moved than was held; "0" when nothing. */
        readonly over: string;
      };
    }
  | {
      readonly type: 'permit.released';
      readonly data: Readonly<Record<'id' | 'by', string>> & { readonly at: number };
    }
  | {
      readonly type: 'permit.suspected';
      readonly data: { readonly ids: readonly string[]; readonly at: number };
    };

export function evolveUser(state: User | undefined, event: UserEvent): User {
  if (event.type === 'user.created') {
    const { credentials, ...data } = event.data;
    return {
      schema: 2,
      seq: 1,
      latest: 0,
      ...data,
      status: 'active',
      frozen: false,
      credentials: credentials ? { version: 1, username: '', password: '' } : null,
      limits: [],
      overrides: [],
      destinations: [],
      balances: [],
      permits: [],
      ended: [],
      usage: [],
    };
  }
  const before = existing(state);
  const user = { ...before, seq: before.seq + 1, latest: Math.max(before.latest, timeOf(event)) };
  switch (event.type) {
    case 'user.updated':
      return { ...user, ...event.data };
    case 'user.frozen':
    case 'user.unfrozen':
      return { ...user, frozen: event.type === 'user.frozen' };
    case 'credentials.changed': {
      const credentials = user.credentials && {
        ...user.credentials,
        version: user.credentials.version + 1,
      };
      return { ...event.data.rearmed.reduce(withUsableFrom, user), credentials };
    }
    case 'limits.set':
      return { ...user, limits: withLimits(user.limits, event.data) };
    case 'override.set': {
      const { at, ...override } = event.data;
      const others = user.overrides.filter((one) => one.expiresAt > at && !isSameOverride(one, override));
      return { ...user, overrides: [...others, override] };
    }
    case 'override.removed': {
      const { key, chainId: chain } = event.data;
      const overrides = user.overrides.filter((one) => one.chainId !== chain || limitKey(one.limit) !== key);
      return { ...user, overrides };
    }
    case 'destination.added': {
      const { addedAt } = event.data;
      const live = user.destinations.filter(({ expiresAt }) => expiresAt === null || expiresAt > addedAt);
      return { ...user, destinations: [...live, event.data] };
    }
    case 'destination.revoked':
      return { ...user, destinations: user.destinations.filter((entry) => !isSamePlace(entry, event.data)) };
    case 'destination.waived':
      return withUsableFrom(user, event.data);
    case 'balance.pushed': {
      const others = user.balances.filter((balance) => balance.chainId !== event.data.chainId);
      return { ...user, balances: [...others, event.data] };
    }
    case 'permit.registered': {
      const { registeredAt } = event.data;
      const open = user.permits.filter(({ hold, expiresAt }) => hold !== null || expiresAt > registeredAt);
      return { ...user, permits: [...open, event.data] };
    }
    case 'permit.held': {
      const { referenceId, at, id, headroom } = event.data;
      const perDestination = headroom.some(({ key }) => key.endsWith('/destination'));
      const hold = { at, decisionId: id, suspectedAt: null, perDestination };
      return {
        ...user,
        permits: user.permits.map((one) => (one.id === referenceId ? { ...one, hold } : one)),
      };
    }
    case 'read.refused':
    case 'read.budgeted':
      return user;
    case 'permit.settled': {
      const { id, at, amount, by } = event.data;
      const permit = open(user, id) ?? endedWith(user, id);
      const { chainId: chain, address, tag } = permit;
      const { boundaries } = event.data;
      const perDestination = event.data.perDestination || permit.hold?.perDestination === true;
      const settlement = { chainId: chain, address, tag, amount, at, boundaries, perDestination };
      return {
        ...withEnded(user, { ...permit, end: { how: 'settled', at, amount, by } }),
        usage: withSettlement(user.usage, settlement),
      };
    }
    case 'permit.released': {
      const { id, at, by } = event.data;
      const permit = open(user, id) ?? endedWith(user, id);
      return withEnded(user, { ...permit, end: { how: 'released', at, amount: '0', by } });
    }
    case 'permit.suspected': {
      const { ids, at } = event.data;
      const suspected = (one: Permit): Permit =>
        one.hold !== null && ids.includes(one.id) ? { ...one, hold: { ...one.hold, suspectedAt: at } } : one;
      return { ...user, permits: user.permits.map(suspected) };
    }
  }
}

/** When it happened, as far as a decision may rest on it; 0 for what has no time. */
function timeOf({ data }: UserEvent): number {
  if ('at' in data) return data.at;
  if ('countedFrom' in data) return data.countedFrom;
  if ('registeredAt' in data) return data.registeredAt;
  return 'addedAt' in data ? data.addedAt : 0;
}

/** A command's events, and the state they make. */
export const changedUser = changedBy(evolveUser);

const create = z.strictObject({ uid, role, tier: tierId.nullable().default(null), credentials: z.boolean() });

/** The credentials themselves are added by `withCredentials`: they may not be in an event. */
export function createUser(state: User | undefined, input: unknown): Change<User> {
  const data = parsed(create, input);
  if (state !== undefined) throw fault('already_exists', { message: 'this uid exists' });
  return changedUser(undefined, { type: 'user.created', data });
}

const update = z.strictObject({
  role: role.optional(),
  status: status.optional(),
  tier: tierId.nullable().optional(),
});

/** Role, status and tier. A closed account stays closed. `tier` is the tier named, as fetched. */
export function updateUser(state: User | undefined, input: unknown, tier: Tier | undefined): Change<User> {
  const command = parsed(update, input);
  const user = existing(state);
  const data = {
    role: command.role ?? user.role,
    status: command.status ?? user.status,
    tier: command.tier === undefined ? user.tier : command.tier,
  };
  if (command.tier !== null && command.tier !== undefined && tier?.tierId !== command.tier)
    throw fault('not_found', { message: 'no such tier' });
  if (user.status === 'closed' && data.status !== 'closed') {
    throw fault('conflict', { message: 'a closed account stays closed' });
  }
  if (data.role === user.role && data.status === user.status && data.tier === user.tier)
    return unchanged(user);
  return changedUser(user, { type: 'user.updated', data });
}

/** Replaces all of the user's own limits on one chain. They apply together with the outer layers': the smallest wins. */
export function setUserLimits(state: User | undefined, input: unknown): Change<User> {
  const command = parsed(chainLimits, input);
  const user = existing(state);
  const data = { chainId: command.chainId, limits: checkedLimits(command.limits) };
  refuseTooManyChains(user.limits, data);
  if (sameLimits(user.limits, data)) return unchanged(user);
  return changedUser(user, { type: 'limits.set', data });
}

const MAX_OVERRIDES = 100;
const OVERRIDE_MS = { min: 60_000, max: 92 * 24 * 60 * 60_000 } as const;
const override = z.strictObject({ chainId, limit, expiresAt: time });

/** Stands in for what platform and tier say about this limit's key until it expires; then they are back by themselves. */
export function overrideLimit(state: User | undefined, input: unknown, now: number): Change<User> {
  const command = parsed(override, input);
  const user = existing(state);
  const left = command.expiresAt - now;
  if (left < OVERRIDE_MS.min || left > OVERRIDE_MS.max) {
    throw fault('invalid', { details: ['expiresAt: must lie between a minute and 92 days ahead'] });
  }
  const live = user.overrides.filter((one) => one.expiresAt > now && !isSameOverride(one, command));
  if (live.length >= MAX_OVERRIDES)
    throw fault('exhausted', { message: `at most ${MAX_OVERRIDES} overrides` });
  return changedUser(user, { type: 'override.set', data: { ...command, at: now } });
}

const removal = z.strictObject({ chainId, key: z.string().max(200) });

export function removeOverride(state: User | undefined, input: unknown): Change<User> {
  const data = parsed(removal, input);
  const user = existing(state);
  if (!user.overrides.some((one) => one.chainId === data.chainId && limitKey(one.limit) === data.key))
    throw fault('not_found', { message: 'no such override' });
  return changedUser(user, { type: 'override.removed', data });
}

export function freezeUser(state: User | undefined, frozen: boolean): Change<User> {
  const user = existing(state);
  if (user.frozen === frozen) return unchanged(user);
  return changedUser(user, { type: frozen ? 'user.frozen' : 'user.unfrozen', data: {} });
}

/**
 * A reset replaces the password; the username, and with it every countersign, stays. Young destinations wait anew:
 * `rearmed` says which (destination.ts).
 */
export function changeCredentials(
  state: User | undefined,
  rearmed: (user: User) => readonly (Place & { usableFrom: number })[],
): Change<User> {
  const user = existing(state);
  if (user.credentials === null) throw fault('conflict', { message: 'this account has no credentials' });
  return changedUser(user, { type: 'credentials.changed', data: { rearmed: rearmed(user) } });
}

/** Puts in what no event may hold, in place of what was there. */
export const withCredentials = (user: User, secrets: Pick<Credentials, 'username' | 'password'>): User =>
  user.credentials === null ? user : { ...user, credentials: { ...user.credentials, ...secrets } };

/** A state as events alone can rebuild it. */
export const withoutCredentials = (user: User): User => withCredentials(user, { username: '', password: '' });

export function existing(state: User | undefined): User {
  if (state === undefined) throw fault('not_found', { message: 'no such user' });
  return state;
}

const withUsableFrom = (user: User, entry: Place & { readonly usableFrom: number }): User => ({
  ...user,
  destinations: user.destinations.map((one) =>
    isSamePlace(one, entry) ? { ...one, usableFrom: entry.usableFrom } : one,
  ),
});

const isSameOverride = (
  a: Pick<Override, 'chainId' | 'limit'>,
  b: Pick<Override, 'chainId' | 'limit'>,
): boolean => a.chainId === b.chainId && limitKey(a.limit) === limitKey(b.limit);

const open = (user: User, id: string): Permit | undefined => user.permits.find((one) => one.id === id);

function endedWith(user: User, id: string): Permit {
  const permit = user.ended.find((one) => one.id === id);
  if (permit === undefined) throw fault('not_found', { message: 'no such permit' });
  const { end: _, ...rest } = permit;
  return rest;
}

const withEnded = (user: User, permit: EndedPermit): User => ({
  ...user,
  permits: user.permits.filter(({ id }) => id !== permit.id),
  ended: [...user.ended.filter(({ id }) => id !== permit.id), permit].slice(-KEPT_ENDED_PERMITS),
});
