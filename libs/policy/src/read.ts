import { balanceOf } from './balance';
import { budgetOf } from './budget';
import { unchanged, type Change } from './change';
import { bindingOf, type Decision } from './decision';
import { destinationOf, isExpired, isUsable } from './destination';
import type { World } from './effective';
import { fault } from './faults';
import type { Role } from './fields';
import { fits, headroomOf, tightest, type Headroom } from './headroom';
import type { Machine } from './machine';
import { permitOf, type EndedPermit, type Permit } from './permit';
import { NOWHERE } from './place';
import { chainOf, type Platform } from './platform';
import type { ReadRule } from './read-rules';
import { sentenceOf } from './sentence';
import type { Tier } from './tier';
import { changedUser, type User } from './user';

/**
 * What CoKeeps is told before every write operation. The answer is a budget that CoKeeps merely enforces, so whatever
 * is not explicitly granted is explicitly zero: every enabled chain is listed, and the destinations are never empty,
 * because an absent chain or an empty list could be read as "no restriction".
 */
export interface ReadReply {
  readonly role: Role;
  readonly limits: readonly { readonly chainId: string; readonly balance: string; readonly limit: string }[];
  readonly destinations: readonly { readonly chainId: string; readonly address: string }[];
}

/** What was fetched. Anything that was not found is undefined, and is refused here and not by the fetcher. */
export interface ReadInput {
  readonly platform: Platform | undefined;
  /** The user's tier. */
  readonly tier: Tier | undefined;
  readonly user: User | undefined;
  /** Present when the caller named a machine instead of a uid. */
  readonly machine?: Machine;
  /** Empty when CoKeeps sent none. */
  readonly referenceId: string;
  readonly now: number; // ms UTC
}

export interface ReadDecision extends Change<User> {
  readonly reply: ReadReply;
  /** Of the event this made; when the same permit is read again, of the one that granted it first. */
  readonly decisionId: string;
  readonly rule: ReadRule;
  /** null when the same permit was granted again. */
  readonly decision: Decision | null;
}

interface Known extends World {
  readonly machine: Machine | undefined;
  readonly referenceId: string;
  readonly now: number;
}

interface Verdict {
  readonly rule: ReadRule;
  readonly headroom?: readonly Headroom[];
  readonly binding?: Headroom | undefined;
  readonly usableFrom?: number;
}

/**
 * The same live permit gets the same answer as often as it is read; only the first grant places a hold. Every other
 * answer is an event as well, so that what CoKeeps was told can be looked up.
 * Throws Fault `unauthenticated` for who is unknown or not active, `conflict` while no chain is enabled: with nothing
 * to list, every list would be empty.
 */
export function decideRead(fetched: ReadInput): ReadDecision {
  const input = known(fetched);
  const { user, referenceId, now } = input;
  const permit = permitOf(user, referenceId);
  const verdict = judge(input, permit);
  const { rule } = verdict;

  if (rule === 'granted_again' && permit !== undefined) {
    const decisionId = permit.hold?.decisionId ?? '';
    return { ...unchanged(user), rule, decisionId, decision: null, reply: grant(input, permit) };
  }
  const granted = rule === 'granted';
  const budget = rule === 'budget' ? budgetOf(input, now) : null;
  const explained: Omit<Decision, 'sentence'> = {
    schema: 1,
    id: `${user.uid}#${user.seq + 1}`,
    at: now,
    uid: user.uid,
    machineId: input.machine?.machineId ?? null,
    referenceId,
    outcome: granted ? 'granted' : budget === null ? 'refused' : 'budget',
    rule,
    revisions: {
      user: user.seq,
      platform: input.platform.seq,
      tier: input.tier?.seq ?? null,
      machine: input.machine?.seq ?? null,
    },
    tierId: user.tier,
    asked: permit === undefined ? null : askedOf(permit),
    binding: verdict.binding === undefined ? null : bindingOf(verdict.binding),
    headroom: verdict.headroom ?? [],
    budget: budget?.chains ?? null,
    usableFrom: verdict.usableFrom ?? null,
    moreAt: verdict.binding?.moreAt ?? null,
  };
  const decision = { ...explained, sentence: sentenceOf(explained) };
  const type = granted ? 'permit.held' : budget === null ? 'read.refused' : 'read.budgeted';
  const reply =
    granted && permit !== undefined
      ? grant(input, permit)
      : budget === null
        ? deny(input)
        : allow(input, (chainId) => budget.limitOf(chainId), budget.destinations);
  return { ...changedUser(user, { type, data: decision }), rule, decisionId: decision.id, decision, reply };
}

function known(input: ReadInput): Known {
  const { platform, tier, user, machine, referenceId, now } = input;
  if (user?.status !== 'active') throw fault('unauthenticated');
  if (machine !== undefined && (machine.status !== 'active' || machine.uid !== user.uid))
    throw fault('unauthenticated');
  if (platform === undefined || platform.chains.length === 0)
    throw fault('conflict', { message: 'no chain is enabled' });
  return {
    platform,
    tier: user.tier === null ? undefined : tier,
    user,
    machine,
    referenceId,
    now: Math.max(now, user.latest),
  };
}

function judge(input: Known, permit: Permit | EndedPermit | undefined): Verdict {
  const { platform, tier, user, machine, now, referenceId } = input;
  if (platform.frozen) return { rule: 'platform_frozen' };
  if (user.tier !== null && tier?.tierId !== user.tier) return { rule: 'tier_unknown' };
  if (tier?.frozen === true) return { rule: 'tier_frozen' };
  if (user.frozen) return { rule: 'user_frozen' };
  if (machine?.frozen === true) return { rule: 'machine_frozen' };
  if (permit === undefined && tier?.mode === 'budget') return { rule: 'budget' };
  if (referenceId === '') return { rule: 'no_reference' };
  if (permit === undefined) return { rule: 'permit_unknown' };
  if ('end' in permit) return { rule: permit.end.how === 'settled' ? 'permit_settled' : 'permit_released' };
  if (permit.expiresAt <= now) return { rule: 'permit_expired' };

  const chain = chainOf(platform, permit.chainId);
  if (chain === undefined) return { rule: 'chain_not_enabled' };
  if (chain.frozen) return { rule: 'chain_frozen' };
  const destination = destinationOf(user, permit);
  if (destination === undefined) return { rule: 'destination_not_allowed' };
  if (isExpired(destination, now)) return { rule: 'destination_expired' };
  if (!isUsable(destination, now))
    return { rule: 'destination_cooling_off', usableFrom: destination.usableFrom };
  return judgeAmount(input, permit);
}

/**
 * A permit that is held already is counted in every window and its funds are reserved, so when it is read again only
 * the cap on one operation is looked at: a ledger that has debited it, or a limit that others have since used up, must
 * not stop an operation half-way. What must stop it is a freeze, a revoked destination or a lower cap per operation.
 */
function judgeAmount(input: Known, permit: Permit): Verdict {
  const { user, platform, now } = input;
  const headroom = headroomOf(input, askedOf(permit), now);
  const balance = headroom.find(({ layer }) => layer === 'balance');
  const limits = headroom.filter((row) => row !== balance);
  const looked = permit.hold === null ? limits : limits.filter(isPerTransaction);
  const exceeded = tightest(looked.filter((row) => !fits(row)));
  if (exceeded !== undefined) return { rule: 'limit_exceeded', headroom, binding: exceeded };
  if (permit.hold !== null) return { rule: 'granted_again' };

  const known = balanceOf(user, permit.chainId);
  if (known === undefined || balance === undefined) return { rule: 'balance_missing', headroom };
  if (now - known.asOf > platform.settings.balanceMaxAgeMs) return { rule: 'balance_stale', headroom };
  if (!fits(balance)) return { rule: 'balance_insufficient', headroom, binding: balance };
  return { rule: 'granted', headroom, binding: tightest(headroom) };
}

const isPerTransaction = ({ key }: Headroom): boolean => key.startsWith('amount/transaction');

const askedOf = ({ chainId, address, tag, amount }: Permit) => ({ chainId, address, tag, amount });

const grant = (input: Known, { chainId, amount, address }: Permit): ReadReply =>
  allow(input, (id) => (id === chainId ? amount : '0'), [{ chainId, address }]);

const deny = (input: Known): ReadReply =>
  allow(
    input,
    () => '0',
    input.platform.chains.map(({ chainId }) => ({ chainId, address: NOWHERE })),
  );

function allow(
  input: Known,
  limitOf: (chainId: string) => string,
  destinations: ReadReply['destinations'],
): ReadReply {
  const limits = input.platform.chains.map(({ chainId }) => ({
    chainId,
    balance: balanceOf(input.user, chainId)?.amount ?? '0',
    limit: limitOf(chainId),
  }));
  return { role: roleOf(input), limits, destinations };
}

/** A machine never has more authority than its user, whatever was true when it was created. */
const roleOf = ({ user, machine }: Known): Role =>
  user.role === 'admin' && (machine === undefined || machine.role === 'admin') ? 'admin' : 'signer';
