import { z } from 'zod';
import {
  address,
  amount,
  chainId,
  label,
  parsed,
  role,
  status,
  time,
  uid,
  type Role,
  type Status,
} from './fields';
import { compareAmounts } from './amount';
import { changed, unchanged, type Change } from './change';
import { fault } from './faults';
import type { Permit } from './permit';

/** Everything a decision about one user rests on, in one aggregate, so that one commit changes it at once. */
export interface User {
  readonly schema: 1;
  readonly uid: string;
  readonly role: Role;
  readonly status: Status;
  readonly frozen: boolean;
  /** null for an account that only a machine acts for. */
  readonly credentials: Credentials | null;
  readonly limits: readonly UserLimit[];
  readonly destinations: readonly Destination[];
  readonly balances: readonly Balance[];
  readonly permits: readonly Permit[];
}

export interface Credentials {
  /** Lookup key: HMAC of hashedUsername under the engine's pepper, hex. */
  readonly username: string;
  /** argon2id of hashedPassword, PHC string. */
  readonly password: string;
}

export interface UserLimit {
  readonly chainId: string;
  readonly perTransaction: string;
}

export interface Destination {
  readonly chainId: string;
  readonly address: string;
  readonly label: string;
}

export interface Balance {
  readonly chainId: string;
  readonly amount: string;
  /** ms UTC: when the ledger knew it. */
  readonly asOf: number;
}

const MAX_DESTINATIONS = 1000;
const MAX_CHAINS = 200;
/** How far ahead of our clock a ledger's as-of time may lie. */
const CLOCK_SKEW_MS = 5 * 60_000;

const credentialsShape = z.strictObject({ username: z.string(), password: z.string() });
const create = z.strictObject({ uid, role, credentials: credentialsShape.nullable() });

export function createUser(state: User | undefined, input: unknown): Change<User> {
  const command = parsed(create, input);
  if (state !== undefined) throw fault('already_exists', { message: 'this uid exists' });
  const user: User = {
    schema: 1,
    ...command,
    status: 'active',
    frozen: false,
    limits: [],
    destinations: [],
    balances: [],
    permits: [],
  };
  return changed(user, {
    type: 'user.created',
    data: { uid: user.uid, role: user.role, credentials: user.credentials !== null },
  });
}

const update = z.strictObject({ role: role.optional(), status: status.optional() });

/** Role and status. A closed account stays closed. */
export function updateUser(state: User | undefined, input: unknown): Change<User> {
  const command = parsed(update, input);
  const user = existing(state);
  const next = { ...user, role: command.role ?? user.role, status: command.status ?? user.status };
  if (user.status === 'closed' && next.status !== 'closed') {
    throw fault('conflict', { message: 'a closed account stays closed' });
  }
  if (next.role === user.role && next.status === user.status) return unchanged(user);
  return changed(next, { type: 'user.updated', data: { role: next.role, status: next.status } });
}

/** A reset replaces the password; the username, and with it every countersign, stays. */
export function setPassword(state: User | undefined, password: string): Change<User> {
  const user = existing(state);
  if (user.credentials === null) throw fault('conflict', { message: 'this account has no credentials' });
  return changed(
    { ...user, credentials: { ...user.credentials, password } },
    { type: 'credentials.changed', data: {} },
  );
}

const limit = z.strictObject({ chainId, perTransaction: amount.nullable() });

/** The user's own per-transaction limit. It applies together with the platform's: the smaller one wins. */
export function setLimit(state: User | undefined, input: unknown): Change<User> {
  const command = parsed(limit, input);
  const user = existing(state);
  const others = user.limits.filter((entry) => entry.chainId !== command.chainId);
  if (command.perTransaction === null) {
    if (others.length === user.limits.length)
      throw fault('not_found', { message: 'no own limit on this chain' });
    return changed(
      { ...user, limits: others },
      { type: 'limit.removed', data: { chainId: command.chainId } },
    );
  }
  if (others.length >= MAX_CHAINS) throw fault('exhausted', { message: `at most ${MAX_CHAINS} limits` });
  const entry: UserLimit = { chainId: command.chainId, perTransaction: command.perTransaction };
  return changed({ ...user, limits: [...others, entry] }, { type: 'limit.set', data: { ...entry } });
}

const add = z.strictObject({ chainId, address, label });

export function addDestination(state: User | undefined, input: unknown): Change<User> {
  const destination = parsed(add, input);
  const user = existing(state);
  if (destinationOf(user, destination) !== undefined)
    throw fault('already_exists', { message: 'already on the list' });
  if (user.destinations.length >= MAX_DESTINATIONS) {
    throw fault('exhausted', { message: `at most ${MAX_DESTINATIONS} destinations` });
  }
  return changed(
    { ...user, destinations: [...user.destinations, destination] },
    { type: 'destination.added', data: destination },
  );
}

const revoke = z.strictObject({ chainId, address });

export function revokeDestination(state: User | undefined, input: unknown): Change<User> {
  const target = parsed(revoke, input);
  const user = existing(state);
  if (destinationOf(user, target) === undefined) throw fault('not_found', { message: 'not on the list' });
  const destinations = user.destinations.filter((entry) => !sameDestination(entry, target));
  return changed({ ...user, destinations }, { type: 'destination.revoked', data: target });
}

const push = z.strictObject({ chainId, amount, asOf: time });

/** The ledger's word. An older as-of never replaces a newer one. */
export function pushBalance(state: User | undefined, input: unknown, now: number): Change<User> {
  const balance = parsed(push, input);
  const user = existing(state);
  if (balance.asOf > now + CLOCK_SKEW_MS) {
    throw fault('invalid', { details: ['asOf: must not lie in the future'] });
  }
  const before = user.balances.find((entry) => entry.chainId === balance.chainId);
  if (before !== undefined && before.asOf > balance.asOf) {
    throw fault('conflict', { message: 'a newer balance is stored' });
  }
  if (before?.asOf === balance.asOf && compareAmounts(before.amount, balance.amount) === 0)
    return unchanged(user);
  const others = user.balances.filter((entry) => entry !== before);
  if (others.length >= MAX_CHAINS) throw fault('exhausted', { message: `at most ${MAX_CHAINS} balances` });
  return changed({ ...user, balances: [...others, balance] }, { type: 'balance.pushed', data: balance });
}

export function freezeUser(state: User | undefined, frozen: boolean): Change<User> {
  return changed(
    { ...existing(state), frozen },
    { type: frozen ? 'user.frozen' : 'user.unfrozen', data: {} },
  );
}

export function existing(state: User | undefined): User {
  if (state === undefined) throw fault('not_found', { message: 'no such user' });
  return state;
}

export const destinationOf = (
  user: User,
  target: { chainId: string; address: string },
): Destination | undefined => user.destinations.find((entry) => sameDestination(entry, target));

type Place = Pick<Destination, 'chainId' | 'address'>;

function sameDestination(a: Place, b: Place): boolean {
  return a.chainId === b.chainId && a.address === b.address;
}
