import { compareAmounts } from './amount';
import { fault } from './faults';
import { limitKey, type ChainLimits, type Limit } from './limit';
import type { Machine } from './machine';
import { isSamePlace } from './place';
import { DEFAULT_SETTINGS, completed, type Chain, type Platform, type Settings } from './platform';
import type { Tier } from './tier';
import type { Override, User } from './user';

/**
 * Whether a change lets anybody do more than before. It looks at the states before and after and not at the command, so
 * every possible change is covered, also by commands that do not exist yet; every member of every state has a line here
 * or does not compile, and what is not known to be a tightening is a loosening.
 *
 * Not policy, and never a loosening: what the ledger says (balances), operations (permits, usage) and credentials,
 * whose change only ever makes destinations wait.
 */
export type PolicyChange =
  | { readonly kind: 'platform'; readonly before: Platform | undefined; readonly after: Platform }
  | { readonly kind: 'tier'; readonly before: Tier | undefined; readonly after: Tier }
  | {
      readonly kind: 'user';
      readonly before: User | undefined;
      readonly after: User;
      /** ms UTC: an override that has expired by then allows nothing, and ending it takes nothing away. */
      readonly now: number;
      /** The tiers the two states name, as they are now. */
      readonly tiers: { readonly before: Tier | undefined; readonly after: Tier | undefined };
    }
  | { readonly kind: 'machine'; readonly before: Machine | undefined; readonly after: Machine };

/** The members by which `after` allows more, empty when it is a tightening or changes nothing that is policy. */
export function loosenings(change: PolicyChange): readonly string[] {
  switch (change.kind) {
    case 'platform':
      return wider(platformRules, change.before ?? NO_PLATFORM, change.after);
    case 'tier':
      // A tier only narrows, and until users are moved to it nobody is under it.
      return change.before === undefined ? [] : wider(tierRules, change.before, change.after);
    case 'user': {
      // A new user can do nothing yet: there is nowhere it may send to.
      if (change.before === undefined) return change.after.role === 'admin' ? ['role'] : [];
      const { tiers, now } = change;
      const [before, after] = [withoutExpired(change.before, now), withoutExpired(change.after, now)];
      const moved = before.tier !== after.tier && isWiderTier(tiers.before, tiers.after);
      return [...wider(userRules, before, after), ...(moved ? ['tier'] : [])];
    }
    case 'machine':
      return change.before === undefined ? ['machine'] : wider(machineRules, change.before, change.after);
  }
}

/** What a proposed change has behind it. Only a stored change makes one: it is in no message. */
export interface Approval {
  /** Who else agrees; null for nobody. */
  readonly by: string | null;
  /** When it was proposed, ms UTC. */
  readonly since: number;
}

export interface Asking {
  readonly actor: string;
  /** null for what was not proposed. */
  readonly approval: Approval | null;
  readonly now: number; // ms UTC
}

/**
 * Throws Fault `forbidden` when policy wants a second person for this and there is none, or when it has to wait and has
 * not. A freeze never waits.
 */
export function refuseUnapproved(
  platform: Platform | undefined,
  loosened: readonly string[],
  { actor, approval, now }: Asking,
): void {
  if (loosened.length === 0) return;
  const { loosening, looseningDelayMs } = completed(platform?.settings ?? {});
  const hasAgreed = loosening !== 'approved' || isAnother(approval?.by ?? '', actor);
  const hasWaited = looseningDelayMs === 0 || (approval !== null && approval.since + looseningDelayMs <= now);
  if (hasAgreed && hasWaited) return;
  const missing = [
    ...(hasAgreed ? [] : ['needs the approval of a second person']),
    ...(hasWaited ? [] : ['has to wait']),
  ].join(' and ');
  throw fault('forbidden', {
    message: `this loosens the policy and ${missing}: propose it as a change`,
    details: loosened.map((member) => `${member}: would allow more than before`),
  });
}

/** Whether this is somebody, and somebody else than `other`: two spellings that a reader takes for one name are one. */
export const isAnother = (one: string, other: string): boolean =>
  personOf(one) !== '' && personOf(one) !== personOf(other);

/**
 * Compatibility forms, case, spaces and what is not seen at all make no other person; nor does it that somebody shows a
 * certificate of ours one time and a token the other.
 */
const personOf = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^spiffe:\/\/countersign\//, '');

const withoutExpired = (user: User, now: number): User => ({
  ...user,
  overrides: user.overrides.filter(({ expiresAt }) => expiresAt > now),
});

type Rules<S> = { readonly [K in keyof S]-?: (before: S[K], after: S[K]) => boolean };

const wider = <S extends object>(rules: Rules<S>, before: S, after: S): readonly string[] =>
  Object.keys(after).filter((name) => {
    const key = name as keyof S;
    return !Object.hasOwn(rules, key) || rules[key](before[key], after[key]);
  });

const never = (): boolean => false;
const raised = (before: number, after: number): boolean => after > before;
const lowered = (before: number, after: number): boolean => after < before;
const differs = (before: unknown, after: unknown): boolean => before !== after;
const lifted = (before: boolean, after: boolean): boolean => before && !after;

const settingRules: Rules<Settings> = {
  balanceMaxAgeMs: raised,
  coolingOffMs: lowered,
  rearmMs: lowered,
  suspectAfterMs: raised,
  loosening: (before, after) => before === 'approved' && after !== 'approved',
  looseningDelayMs: lowered,
  approvalLifetimeMs: raised,
};

const platformRules: Rules<Platform> = {
  schema: differs,
  seq: never,
  frozen: lifted,
  chains: (before, after) => after.some((chain) => isWiderChain(before, chain)),
  settings: (before, after) => wider(settingRules, completed(before), completed(after)).length > 0,
};

const NO_PLATFORM: Platform = { schema: 2, seq: 0, frozen: false, chains: [], settings: DEFAULT_SETTINGS };

function isWiderChain(all: readonly Chain[], after: Chain): boolean {
  const before = all.find(({ chainId }) => chainId === after.chainId);
  if (before === undefined) return true;
  return (
    before.family !== after.family ||
    lifted(before.frozen, after.frozen) ||
    isWiderLimits(before.limits, after.limits)
  );
}

const tierRules: Rules<Tier> = {
  schema: differs,
  seq: never,
  tierId: differs,
  frozen: lifted,
  mode: (before, after) => before !== after && after !== 'permit',
  coolingOffMs: lowered,
  rearmMs: lowered,
  limits: (before, after) => isWiderChainLimits(before, after),
};

/** No tier at all is as wide as a tier can be, but for its mode. */
function isWiderTier(before: Tier | undefined, after: Tier | undefined): boolean {
  if (after === undefined) return before !== undefined;
  if (before === undefined) return after.mode !== 'permit';
  return wider({ ...tierRules, tierId: never }, before, after).length > 0;
}

const userRules: Rules<User> = {
  schema: differs,
  seq: never,
  latest: never,
  uid: differs,
  role: (before, after) => before !== after && after === 'admin',
  status: (before, after) => before !== after && after === 'active',
  frozen: lifted,
  tier: never, // judged by what the two tiers say
  credentials: never,
  limits: (before, after) => isWiderChainLimits(before, after),
  overrides: (before, after) => isWiderOverrides(before, after),
  destinations: (before, after) =>
    after.some((entry) => {
      const same = before.find((one) => isSamePlace(one, entry));
      if (same === undefined) return true;
      return lowered(same.usableFrom, entry.usableFrom) || endsLater(same.expiresAt, entry.expiresAt);
    }),
  balances: never,
  permits: never,
  ended: never,
  usage: never,
};

const machineRules: Rules<Machine> = {
  schema: differs,
  seq: never,
  machineId: differs,
  uid: differs,
  role: (before, after) => before !== after && after === 'admin',
  status: (before, after) => before !== after && after === 'active',
  frozen: lifted,
};

const endsLater = (before: number | null, after: number | null): boolean =>
  before !== null && (after === null || after > before);

/** A limit that is gone or higher. */
const isWiderLimits = (before: readonly Limit[], after: readonly Limit[]): boolean =>
  before.some((one) => {
    const same = after.find((other) => limitKey(other) === limitKey(one));
    return same === undefined || compareAmounts(same.max, one.max) > 0;
  });

const isWiderChainLimits = (before: readonly ChainLimits[], after: readonly ChainLimits[]): boolean =>
  before.some(({ chainId, limits }) =>
    isWiderLimits(limits, after.find((one) => one.chainId === chainId)?.limits ?? []),
  );

/**
 * An override may stand in for a lower value of the outer layers, and ending one may bring a higher value back: whatever
 * is not the same override with a lower max, or ending sooner than before with the same one, counts as wider.
 */
function isWiderOverrides(before: readonly Override[], after: readonly Override[]): boolean {
  const same = (all: readonly Override[], one: Override): Override | undefined =>
    all.find((other) => other.chainId === one.chainId && limitKey(other.limit) === limitKey(one.limit));
  const added = after.some((one) => {
    const was = same(before, one);
    if (was === undefined) return true;
    return compareAmounts(one.limit.max, was.limit.max) > 0 || one.expiresAt !== was.expiresAt;
  });
  return added || before.some((one) => same(after, one) === undefined);
}
