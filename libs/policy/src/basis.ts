import type { PolicyChange } from './loosening';

/**
 * The policy that a change starts from, as one text: of two states with the same text a change makes the same policy.
 * What is no policy is left out, so that a user's operations do not outdate what was proposed about it. `outdated`
 * follows from any difference at all, which is the safe side.
 */
export function basisOf(change: PolicyChange): string {
  if (change.before === undefined) return JSON.stringify([change.kind]);
  const policy = Object.entries(change.before)
    .filter(([member]) => !notPolicy[change.kind].has(member))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([change.kind, policy]);
}

const notPolicy: Readonly<Record<PolicyChange['kind'], ReadonlySet<string>>> = {
  platform: new Set(['seq']),
  tier: new Set(['seq']),
  machine: new Set(['seq']),
  user: new Set(['seq', 'latest', 'credentials', 'balances', 'permits', 'ended', 'usage']),
};
