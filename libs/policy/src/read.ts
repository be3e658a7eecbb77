import { compareAmounts } from './amount';
import { changed, unchanged, type Change } from './change';
import { fault } from './faults';
import type { Role } from './fields';
import type { Machine } from './machine';
import type { Permit } from './permit';
import { chainOf, type Platform } from './platform';
import { destinationOf, type Balance, type User } from './user';

/**
 * What CoKeeps is told before every write operation. The answer is a budget that CoKeeps merely enforces, so whatever
 * is not explicitly granted is explicitly zero: every enabled chain is listed, and the destinations are never empty,
 * because an absent chain or an empty list could be read as "no restriction".
 */
export interface ReadReply {
  readonly role: Role;
  readonly limits: readonly { chainId: string; balance: string; limit: string }[];
  readonly destinations: readonly { chainId: string; address: string }[];
}

/** The rule that decided, in the order the rules are tried. Part of the explanation and of every decision table. */
export const readRules = [
  'platform_frozen',
  'user_frozen',
  'machine_frozen',
  'no_reference',
  'permit_unknown', // also another user's: permits are looked up among the asking user's own
  'permit_expired',
  'chain_not_enabled',
  'chain_frozen',
  'destination_not_allowed',
  'over_platform_limit',
  'over_user_limit',
  'balance_missing',
  'balance_stale',
  'balance_insufficient',
  'granted',
  'granted_again',
] as const;
export type ReadRule = (typeof readRules)[number];

/** What was fetched. Anything that was not found is undefined, and is refused here and not by the fetcher. */
export interface ReadInput {
  readonly platform: Platform | undefined;
  readonly user: User | undefined;
  /** Present when the caller named a machine instead of a uid. */
  readonly machine?: Machine;
  /** Empty when CoKeeps sent none. */
  readonly referenceId: string;
  readonly now: number; // ms UTC
  /** A balance older than this cannot be spent. */
  readonly balanceMaxAgeMs: number;
}

export interface ReadDecision extends Change<User> {
  readonly reply: ReadReply;
  readonly rule: ReadRule;
}

/** Matches no address of any chain: an explicit "nowhere". */
export const NOWHERE = 'none';

interface Known extends ReadInput {
  readonly platform: Platform;
  readonly user: User;
}

/**
 * The same live permit gets the same answer as often as it is read; only the first grant changes the state.
 * Throws Fault `unauthenticated` for who is unknown or not active, `conflict` while no chain is enabled: with nothing
 * to list, every list would be empty.
 */
export function decideRead(fetched: ReadInput): ReadDecision {
  const input = known(fetched);
  const permit = input.user.permits.find(({ id }) => id === input.referenceId);
  const rule = refusal(input, permit);
  const { user } = input;
  if (rule !== undefined || permit === undefined) {
    return { ...unchanged(user), rule: rule ?? 'permit_unknown', reply: deny(input) };
  }
  const reply = grant(input, permit);
  if (permit.firstReadAt !== null) return { ...unchanged(user), rule: 'granted_again', reply };
  const permits = user.permits.map((p) => (p.id === permit.id ? { ...p, firstReadAt: input.now } : p));
  const event = { type: 'permit.read', data: { id: permit.id } };
  return { ...changed({ ...user, permits }, event), rule: 'granted', reply };
}

function known(input: ReadInput): Known {
  const { platform, user, machine } = input;
  if (user?.status !== 'active') throw fault('unauthenticated');
  if (machine !== undefined && (machine.status !== 'active' || machine.uid !== user.uid))
    throw fault('unauthenticated');
  if (platform === undefined || platform.chains.length === 0)
    throw fault('conflict', { message: 'no chain is enabled' });
  return { ...input, platform, user };
}

function refusal(input: Known, permit: Permit | undefined): ReadRule | undefined {
  const { platform, user, machine, now } = input;
  if (platform.frozen) return 'platform_frozen';
  if (user.frozen) return 'user_frozen';
  if (machine?.frozen === true) return 'machine_frozen';
  if (input.referenceId === '') return 'no_reference';
  if (permit === undefined) return 'permit_unknown';
  if (permit.expiresAt <= now) return 'permit_expired';

  const chain = chainOf(platform, permit.chainId);
  if (chain === undefined) return 'chain_not_enabled';
  if (chain.frozen) return 'chain_frozen';
  if (destinationOf(user, permit) === undefined) return 'destination_not_allowed';
  if (compareAmounts(permit.amount, chain.perTransaction) > 0) return 'over_platform_limit';
  const own = user.limits.find(({ chainId }) => chainId === permit.chainId);
  if (own !== undefined && compareAmounts(permit.amount, own.perTransaction) > 0) return 'over_user_limit';

  const balance = balanceOf(user, permit.chainId);
  if (balance === undefined) return 'balance_missing';
  if (now - balance.asOf > input.balanceMaxAgeMs) return 'balance_stale';
  if (compareAmounts(permit.amount, balance.amount) > 0) return 'balance_insufficient';
  return undefined;
}

function grant(input: Known, permit: Permit): ReadReply {
  return {
    role: roleOf(input),
    limits: limits(input, (chainId) => (chainId === permit.chainId ? permit.amount : '0')),
    destinations: [{ chainId: permit.chainId, address: permit.address }],
  };
}

function deny(input: Known): ReadReply {
  return {
    role: roleOf(input),
    limits: limits(input, () => '0'),
    destinations: input.platform.chains.map(({ chainId }) => ({ chainId, address: NOWHERE })),
  };
}

function limits(input: Known, limitOf: (chainId: string) => string): ReadReply['limits'] {
  return input.platform.chains.map(({ chainId }) => ({
    chainId,
    balance: balanceOf(input.user, chainId)?.amount ?? '0',
    limit: limitOf(chainId),
  }));
}

/** A machine never has more authority than its user, whatever was true when it was created. */
const roleOf = ({ user, machine }: Known): Role =>
  user.role === 'admin' && (machine === undefined || machine.role === 'admin') ? 'admin' : 'signer';

const balanceOf = (user: User, chainId: string): Balance | undefined =>
  user.balances.find((balance) => balance.chainId === chainId);
