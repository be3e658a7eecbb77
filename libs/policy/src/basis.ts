import type { PolicyChange } from './loosening';
import type { Tier } from './tier';
import type { User } from './user';

/**
 * The policy that a change starts from, as one text: of two states with the same text a change makes the same policy.
 * What is no policy is left out, so that a user's operations do not outdate what was proposed about it. `outdated`
 * follows from any difference at all, which is the safe side.
 *
 * Of a user who is moved to another tier, what the two tiers say is in it: the change says no more than a name, and
 * whoever agreed to it agreed to what the name stood for.
 */
export function basisOf(change: PolicyChange): string {
  if (change.before === undefined) return JSON.stringify([change.kind]);
  const own = policyOf(change.kind, change.before);
  if (change.kind !== 'user' || !isMoved(change.before, change.after)) {
    return JSON.stringify([change.kind, own]);
  }
  const { before, after } = change.tiers;
  const ofTier = (tier: Tier | undefined) => (tier === undefined ? null : policyOf('tier', tier));
  return JSON.stringify([change.kind, own, ofTier(before), ofTier(after)]);
}

const isMoved = (before: User, after: User): boolean => before.tier !== after.tier;

const policyOf = (kind: PolicyChange['kind'], state: object): readonly (readonly [string, unknown])[] =>
  Object.entries(state)
    .filter(([member]) => !notPolicy[kind].has(member))
    .sort(([a], [b]) => (a < b ? -1 : 1));

const notPolicy: Readonly<Record<PolicyChange['kind'], ReadonlySet<string>>> = {
  platform: new Set(['seq']),
  tier: new Set(['seq']),
  machine: new Set(['seq']),
  user: new Set(['seq', 'latest', 'credentials', 'balances', 'permits', 'ended', 'usage']),
};
