import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  checkedLimits,
  isFault,
  type Chain,
  type InForce,
  type Platform,
  type PolicyDocument,
  type User,
} from '../../src';
import { limitOf, limitsOf } from '../scenario/limit-text';
import type { Policy } from '../scenario/policy';
import { NOTHING, documentFrom, inForceBy, type ShortDocument } from '../scenario/policy-documents';
import { aLimit } from './courses';
import { seeded, type Property } from './run';

/**
 * On the way from one policy to another nobody is ever allowed more than one of the two allows, as a whole: up to the
 * last tightening, what the policy before allows; from there on, what the document allows. Whoever is interrupted
 * between two steps and plans what is left gets to the same end, under the same promise.
 */
const some = fc
  .array(aLimit, { minLength: 1, maxLength: 3 })
  .map((all) => all.join('; '))
  .filter(isAllowed);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const given = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
const ms = fc.constantFrom(1000, 60_000, 3_600_000);

const chain = fc.oneof(
  { weight: 3, arbitrary: some },
  fc.record({ family: fc.constant('evm'), limits: some }),
);
const tier = fc
  .record({
    mode: fc.constantFrom('permit', 'budget'),
    coolingOffMs: ms,
    rearmMs: ms,
    gold: optional(some),
    silver: optional(some),
  })
  .map(given);
const aDocument: fc.Arbitrary<ShortDocument> = fc
  .record({
    chains: fc.record({ gold: optional(chain), silver: optional(chain), copper: optional(chain) }).map(given),
    settings: fc.record({
      balanceMaxAgeMs: ms,
      coolingOffMs: ms,
      suspectAfterMs: ms,
      loosening: fc.constantFrom('alone' as const, 'approved' as const),
      looseningDelayMs: ms,
      approvalLifetimeMs: ms.map((value) => Math.max(value, 60_000)),
    }),
    tiers: fc.record({ basic: tier, vip: optional(tier) }).map(given),
  })
  .map((document) => document as ShortDocument);

const aUser = fc.record({
  tier: fc.constantFrom('basic', 'vip', null),
  limits: optional(aLimit),
  override: optional(aLimit),
});
type AUser = typeof aUser extends fc.Arbitrary<infer T> ? T : never;

const frozen = fc.subarray(['platform', 'gold', 'basic'] as const);

export const plansNeverWiden: Property = (policy, hurried = false) =>
  fc.assert(
    fc.property(aDocument, aDocument, aUser, frozen, fc.nat(), (from, to, who, freezes, cut) => {
      const document = documentFrom(policy, to);
      const before = withFreezes(policy, inForceBy(policy, documentFrom(policy, from)), freezes);
      const user = userOf(policy, who);
      const { steps, tightenings, after } = policy.planPolicy(before, document);
      const target = inForceBy(policy, document);

      let state = before;
      const states = [state, ...steps.map((step) => (state = policy.applied(state, step)))];
      states.forEach((between, done) => {
        const bound = done <= tightenings ? before : target;
        expectNotWider(policy, between, bound, user);
      });
      expectInForce(policy, after, document, before);
      expect(state).toEqual(after);

      const interrupted = states[cut % states.length] ?? before;
      const rest = policy.planPolicy(interrupted, document);
      let resumed = interrupted;
      const phase = cut % states.length <= tightenings ? before : target;
      rest.steps.forEach((step, done) => {
        resumed = policy.applied(resumed, step);
        expectNotWider(policy, resumed, done < rest.tightenings ? phase : target, user);
      });
      expectInForce(policy, resumed, document, before);

      // What is judged limit by limit comes to what the states as a whole are judged to be.
      const loosens = policy.policyDifferences(before, document).some((one) => one.loosens);
      expect(loosens).toBe(isLoosening(policy, before, after));
      if (!loosens)
        expect(steps.slice(tightenings).filter((step) => step.command !== 'changeSettings')).toEqual([]);
    }),
    seeded(100, hurried),
  );

/** Limits of one chain that do not contradict each other. */
function isAllowed(text: string): boolean {
  try {
    checkedLimits(limitsOf(text));
    return true;
  } catch (error) {
    if (!isFault(error)) throw error;
    return false;
  }
}

function withFreezes(policy: Policy, inForce: InForce, freezes: readonly string[]): InForce {
  let platform = inForce.platform;
  if (freezes.includes('platform')) platform = policy.freezePlatform(platform, true).state;
  if (freezes.includes('gold') && platform?.chains.some(({ chainId }) => chainId === 'gold') === true)
    platform = policy.freezeChain(platform, 'gold', true).state;
  const tiers = inForce.tiers.map((one) =>
    freezes.includes(one.tierId) ? policy.freezeTier(one, true).state : one,
  );
  return { platform, tiers };
}

function userOf(policy: Policy, { tier: tierId, limits, override }: AUser): User {
  let user = policy.createUser(undefined, {
    uid: 'u-1',
    role: 'signer',
    tier: tierId,
    credentials: false,
  }).state;
  if (limits !== undefined) {
    user = policy.setUserLimits(user, { chainId: 'gold', limits: [limitOf(limits)] }).state;
  }
  if (override === undefined) return user;
  const expiresAt = NOW + 60_000;
  return policy.overrideLimit(user, { chainId: 'gold', limit: limitOf(override), expiresAt }, NOW).state;
}

const NOW = 1_000_000;

/** Neither for this user nor by any rule of the two layers. */
function expectNotWider(policy: Policy, is: InForce, bound: InForce, user: User): void {
  const [platform, outer] = [platformOf(is), platformOf(bound)];
  for (const { chainId } of platform.chains) {
    const effective = (state: Platform, { tiers }: InForce) =>
      policy.effectiveLimits({ platform: state, tier: tierOf(tiers, user.tier), user }, chainId, NOW);
    const now = effective(platform, is);
    expect(outer.chains.map((one) => one.chainId)).toContain(chainId);
    for (const { key, limit } of effective(outer, bound)) {
      const same = now.find((one) => one.key === key);
      expect(same?.key).toBe(key);
      expect(policy.compareAmounts(same?.limit.max ?? '0', limit.max)).toBeLessThanOrEqual(0);
    }
  }
  expect(isLoosening(policy, bound, alike(is, bound))).toBe(false);
}

function isLoosening(policy: Policy, before: InForce, after: InForce): boolean {
  const platform = { kind: 'platform', before: before.platform, after: platformOf(after) } as const;
  const tiers = after.tiers.map((one) => ({
    kind: 'tier' as const,
    before: tierOf(before.tiers, one.tierId),
    after: one,
  }));
  return [platform, ...tiers].some((change) => policy.loosenings(change).length > 0);
}

/** With the freezes, the families and the rules about loosening of another one, which have no order in a plan. */
function alike(is: InForce, { platform, tiers }: InForce): InForce {
  const other = platform ?? platformOf(NOTHING);
  const state = platformOf(is);
  const chainAlike = (one: Chain): Chain => {
    const same = other.chains.find(({ chainId }) => chainId === one.chainId);
    return { ...one, family: same?.family ?? one.family, frozen: same?.frozen ?? one.frozen };
  };
  const { loosening, looseningDelayMs, approvalLifetimeMs } = other.settings;
  return {
    platform: {
      ...state,
      frozen: other.frozen,
      chains: state.chains.map(chainAlike),
      settings: { ...state.settings, loosening, looseningDelayMs, approvalLifetimeMs },
    },
    tiers: is.tiers.map((one) => ({ ...one, frozen: tierOf(tiers, one.tierId)?.frozen ?? one.frozen })),
  };
}

/** Everything the document names is as it says, and what it does not speak of is as it was. */
function expectInForce(policy: Policy, after: InForce, document: PolicyDocument, before: InForce): void {
  const named = document.tiers.map(({ tierId }) => tierId);
  const told = policy.documentOf({
    ...after,
    tiers: after.tiers.filter((one) => named.includes(one.tierId)),
  });
  expect(policy.policyText(told)).toBe(policy.policyText(document));
  const unnamed = ({ tiers }: InForce) => tiers.filter(({ tierId }) => !named.includes(tierId));
  expect(unnamed(after)).toEqual(unnamed(before));
  expect(after.platform?.frozen ?? false).toBe(before.platform?.frozen ?? false);
  for (const one of after.tiers) expect(one.frozen).toBe(tierOf(before.tiers, one.tierId)?.frozen ?? false);
  for (const one of after.platform?.chains ?? []) {
    const same = before.platform?.chains.find(({ chainId }) => chainId === one.chainId);
    expect(one.frozen).toBe(same?.frozen ?? false);
  }
}

const platformOf = ({ platform }: InForce): Platform =>
  platform ?? { schema: 2, seq: 0, frozen: false, chains: [], settings: DEFAULT_SETTINGS };

const tierOf = (tiers: InForce['tiers'], id: string | null) => tiers.find(({ tierId }) => tierId === id);
