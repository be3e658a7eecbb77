import type { PolicyChange, Tier, User } from '../../src';
import type { Policy } from './policy';

/** Two changes, and whether what was agreed to about the one was agreed to about the other. */
interface Pair {
  readonly case: string;
  readonly same: boolean;
  readonly of: (policy: Policy) => readonly [PolicyChange, PolicyChange];
}

const chain = { chainId: 'gold', limits: [{ kind: 'lifetime', max: '1' }] };
const enabled = (policy: Policy) => policy.enableChain(undefined, chain).state;
const signer = (policy: Policy) =>
  policy.createUser(undefined, { uid: 'u-1', role: 'signer', credentials: true }).state;
const tierOf = (policy: Policy, tierId: string) => policy.createTier(undefined, { tierId }).state;

const ofUser = (before: User): PolicyChange => ({
  kind: 'user',
  before,
  after: before,
  now: 0,
  tiers: { before: undefined, after: undefined },
});

/** Out of `basic`, into `next` or out of every tier. */
function moved(policy: Policy, basic: Tier, next: Tier | undefined): PolicyChange {
  const before = policy.updateUser(signer(policy), { tier: 'basic' }, basic).state;
  const after = policy.updateUser(before, { tier: next?.tierId ?? null }, next).state;
  return { kind: 'user', before, after, now: 0, tiers: { before: basic, after: next } };
}

const changesOfTier: Readonly<Record<string, (policy: Policy, tier: Tier) => Tier>> = {
  mode: (policy, tier) => policy.changeTier(tier, { mode: 'budget' }).state,
  coolingOffMs: (policy, tier) => policy.changeTier(tier, { coolingOffMs: 1 }).state,
  rearmMs: (policy, tier) => policy.changeTier(tier, { rearmMs: 1 }).state,
  frozen: (policy, tier) => policy.freezeTier(tier, true).state,
  limits: (policy, tier) => policy.setTierLimits(tier, chain).state,
};

const movedAfter = Object.entries(changesOfTier).flatMap(([member, change]): readonly Pair[] => [
  {
    case: `a move to a tier whose ${member} has changed`,
    same: false,
    of: (policy) => {
      const [basic, next] = [tierOf(policy, 'basic'), tierOf(policy, 'next')];
      return [moved(policy, basic, next), moved(policy, basic, change(policy, next))];
    },
  },
  {
    case: `a move out of a tier whose ${member} has changed`,
    same: false,
    of: (policy) => {
      const basic = tierOf(policy, 'basic');
      return [moved(policy, basic, undefined), moved(policy, change(policy, basic), undefined)];
    },
  },
]);

export const pairs: readonly Pair[] = [
  {
    case: 'a user who was frozen',
    same: false,
    of: (policy) => [ofUser(signer(policy)), ofUser(policy.freezeUser(signer(policy), true).state)],
  },
  {
    case: 'a user whose limits were set',
    same: false,
    of: (policy) => [ofUser(signer(policy)), ofUser(policy.setUserLimits(signer(policy), chain).state)],
  },
  {
    case: 'a platform that was frozen',
    same: false,
    of: (policy) => {
      const [before, frozen] = [enabled(policy), policy.freezePlatform(enabled(policy), true).state];
      return [
        { kind: 'platform', before, after: before },
        { kind: 'platform', before: frozen, after: frozen },
      ];
    },
  },
  {
    case: 'a user who has a balance, an operation and another password',
    same: true,
    of: (policy) => {
      const pushed = policy.pushBalance(signer(policy), { chainId: 'gold', amount: '5', asOf: 0 }, 0).state;
      const intent = { kind: 'transfer', chainId: 'gold', amount: '1', address: 'vault', lifetimeMs: 60_000 };
      const registered = policy.registerPermit(pushed, intent, 'p-1', enabled(policy), 1).state;
      return [ofUser(signer(policy)), ofUser(policy.changeCredentials(registered, () => []).state)];
    },
  },
  {
    case: 'a machine that does not exist yet',
    same: false,
    of: (policy) => {
      const given = { machineId: 'm', uid: 'u-1', role: 'signer' };
      const after = policy.createMachine(undefined, given, signer(policy)).state;
      return [
        { kind: 'machine', before: undefined, after },
        { kind: 'machine', before: after, after },
      ];
    },
  },
  ...movedAfter,
  {
    case: 'a move between tiers that were frozen and are not',
    same: true,
    of: (policy) => {
      const [basic, next] = [tierOf(policy, 'basic'), tierOf(policy, 'next')];
      const back = (tier: Tier) => policy.freezeTier(policy.freezeTier(tier, true).state, false).state;
      return [moved(policy, basic, next), moved(policy, back(basic), back(next))];
    },
  },
  {
    case: 'a user who stays in a tier that has changed',
    same: true,
    of: (policy) => {
      const basic = tierOf(policy, 'basic');
      const before = policy.updateUser(signer(policy), { tier: 'basic' }, basic).state;
      const stays = (tier: Tier): PolicyChange => ({
        kind: 'user',
        before,
        after: before,
        now: 0,
        tiers: { before: tier, after: tier },
      });
      return [stays(basic), stays(policy.freezeTier(basic, true).state)];
    },
  },
];

export function runPair(policy: Policy, { case: told, same, of }: Pair): void {
  const [one, other] = of(policy).map(policy.basisOf);
  expect({ case: told, same: one === other }).toEqual({ case: told, same });
}

export function runBases(policy: Policy): void {
  for (const pair of pairs) runPair(policy, pair);
}
