import { compareAmounts } from './amount';
import { fault, isFault } from './faults';
import { isShorter, limitKey, type ChainLimits, type Limit } from './limit';
import { loosenings } from './loosening';
import { changeSettings, disableChain, enableChain, type Platform, type Settings } from './platform';
import {
  NO_PLATFORM,
  documentOf,
  type ChainDocument,
  type InForce,
  type PolicyDocument,
  type TierDocument,
} from './policy-document';
import { atOnce, type Turns } from './policy-turns';
import { changeTier, createTier, setTierLimits, type Tier } from './tier';

/**
 * The commands that put a document in force, in an order that never allows more than one of the two policies does: first
 * everything is tightened to what both allow, then everything is loosened to what the document says. So up to the last
 * tightening nobody may do anything that the policy before did not allow, and from there on nothing that the document
 * does not allow: whoever looks between two steps, at a user under any tier, sees at most one of the two, as a whole.
 * What is in neither order, a chain's family of addresses, changes together with the chain's limits.
 *
 * Who may loosen, and how long it waits, is not what a user may do: it changes with the last step, so that one rule
 * judges the whole of it, the one that was in force when it began.
 *
 * It is made from what is in force and not from the version before, so it is what is still missing, whenever it is made.
 */
export type PolicyStep =
  | { readonly command: 'enableChain'; readonly input: ChainDocument }
  | { readonly command: 'disableChain'; readonly input: { readonly chainId: string } }
  | { readonly command: 'changeSettings'; readonly input: Settings }
  | {
      readonly command: 'createTier' | 'changeTier';
      readonly tierId: string;
      readonly input: Pick<Tier, 'mode' | 'coolingOffMs' | 'rearmMs'>;
    }
  | { readonly command: 'setTierLimits'; readonly tierId: string; readonly input: ChainLimits };

export interface PolicyPlan {
  readonly steps: readonly PolicyStep[];
  /** How many of the steps tighten; they are the first. */
  readonly tightenings: number;
  /** What is in force after the last step. */
  readonly after: InForce;
}

/** Throws Fault `invalid` where what both allow cannot be said, because it needs more limits than one chain can have. */
export const planPolicy = (inForce: InForce, document: PolicyDocument): PolicyPlan =>
  atOnce(planInTurns(inForce, document));

/** A turn for each chain, for each chain of each tier, and for each step. */
export function* planInTurns(inForce: InForce, document: PolicyDocument): Turns<PolicyPlan> {
  const before = documentOf(inForce);
  const least = yield* meet(before, document);
  const tightening = stepsTo(before, least);
  yield;
  const between = yield* all(tightening, inForce);
  const loosening = stepsTo(documentOf(between), document);
  yield;
  return {
    steps: [...tightening, ...loosening],
    tightenings: tightening.length,
    after: yield* all(loosening, between),
  };
}

function* all(steps: readonly PolicyStep[], inForce: InForce): Turns<InForce> {
  let state = inForce;
  for (const step of steps) {
    state = applied(state, step);
    yield;
  }
  return state;
}

/** What a step makes of what is in force, by the command it stands for. */
export function applied(inForce: InForce, step: PolicyStep): InForce {
  try {
    switch (step.command) {
      case 'enableChain':
        return { ...inForce, platform: enableChain(inForce.platform, step.input).state };
      case 'disableChain':
        return { ...inForce, platform: disableChain(inForce.platform, step.input).state };
      case 'changeSettings':
        return { ...inForce, platform: changeSettings(inForce.platform, step.input).state };
      case 'createTier':
        return withTier(inForce, createTier(undefined, { ...step.input, tierId: step.tierId }).state);
      case 'changeTier':
        return withTier(inForce, changeTier(tierOf(inForce, step.tierId), step.input).state);
      case 'setTierLimits':
        return withTier(inForce, setTierLimits(tierOf(inForce, step.tierId), step.input).state);
    }
  } catch (error) {
    if (!isFault(error)) throw error;
    const said = error.details.length > 0 ? error.details : [error.message];
    const message = 'on the way to this document more would have to be in force at once than is possible';
    const place = 'tierId' in step ? `tiers.${step.tierId}` : 'platform';
    const where = 'chainId' in step.input ? `${place}.${step.input.chainId}` : place;
    throw fault('invalid', {
      message: `${message}; publish a version in between`,
      details: said.map((detail) => `${where}: ${detail}`),
    });
  }
}

const tierOf = ({ tiers }: InForce, tierId: string): Tier | undefined =>
  tiers.find((tier) => tier.tierId === tierId);

const withTier = ({ platform, tiers }: InForce, tier: Tier): InForce => ({
  platform,
  tiers: [...tiers.filter(({ tierId }) => tierId !== tier.tierId), tier],
});

/** From one document to another; what is disabled before what is enabled, the settings last. */
function stepsTo(from: PolicyDocument, to: PolicyDocument): readonly PolicyStep[] {
  const enabled = new Map(from.chains.map((chain) => [chain.chainId, chain]));
  const wanted = new Set(to.chains.map(({ chainId }) => chainId));
  const tiers = new Map(from.tiers.map((tier) => [tier.tierId, tier]));
  return [
    ...from.chains
      .filter(({ chainId }) => !wanted.has(chainId))
      .map(({ chainId }): PolicyStep => ({ command: 'disableChain', input: { chainId } })),
    ...to.chains
      .filter((chain) => !same(enabled.get(chain.chainId), chain))
      .map((input): PolicyStep => ({ command: 'enableChain', input })),
    ...to.tiers.flatMap((tier) => tierSteps(tiers.get(tier.tierId), tier)),
    ...(same(from.settings, to.settings)
      ? []
      : [{ command: 'changeSettings', input: to.settings } satisfies PolicyStep]),
  ];
}

function tierSteps(from: TierDocument | undefined, to: TierDocument): readonly PolicyStep[] {
  const { tierId, mode, coolingOffMs, rearmMs } = to;
  const input = { mode, coolingOffMs, rearmMs };
  const limits = from?.limits ?? [];
  const changed = [
    ...limits
      .filter((one) => limitsOn(to.limits, one.chainId).length === 0)
      .map(({ chainId }) => none(chainId)),
    ...to.limits.filter((one) => !same(limitsOn(limits, one.chainId), one.limits)),
  ].map((one): PolicyStep => ({ command: 'setTierLimits', tierId, input: one }));
  if (from === undefined) return [{ command: 'createTier', tierId, input }, ...changed];
  const rules = { mode: from.mode, coolingOffMs: from.coolingOffMs, rearmMs: from.rearmMs };
  return same(rules, input) ? changed : [{ command: 'changeTier', tierId, input }, ...changed];
}

/** What both allow. A tier that is new is already what it will be: nobody is under it. */
function* meet(from: PolicyDocument, to: PolicyDocument): Turns<PolicyDocument> {
  const wantedChains = new Map(to.chains.map((chain) => [chain.chainId, chain]));
  const chains: ChainDocument[] = [];
  for (const chain of from.chains) {
    const wanted = wantedChains.get(chain.chainId);
    if (wanted !== undefined) chains.push({ ...chain, limits: leastLimits(chain.limits, wanted.limits) });
    yield;
  }
  const before = new Map(from.tiers.map((tier) => [tier.tierId, tier]));
  const tiers: TierDocument[] = [];
  for (const wanted of to.tiers) {
    const tier = before.get(wanted.tierId);
    tiers.push(tier === undefined ? wanted : yield* leastTier(tier, wanted));
    yield;
  }
  return { chains, settings: leastSettings(from.settings, to.settings), tiers };
}

/** For each member the value from which the other one would loosen. */
function tighter<T extends object>(from: T, to: T, loosens: (after: T) => boolean): T {
  const chosen = Object.keys(to).map((name) => {
    const key = name as keyof T;
    return [key, loosens({ ...from, [key]: to[key] }) ? from[key] : to[key]];
  });
  return Object.fromEntries(chosen) as T;
}

function leastSettings(from: Settings, to: Settings): Settings {
  const { loosening, looseningDelayMs, approvalLifetimeMs } = from;
  const before: Platform = { ...NO_PLATFORM, settings: from };
  return tighter(
    from,
    { ...to, loosening, looseningDelayMs, approvalLifetimeMs },
    (settings) => loosenings({ kind: 'platform', before, after: { ...before, settings } }).length > 0,
  );
}

function* leastTier(from: TierDocument, to: TierDocument): Turns<TierDocument> {
  const { limits: _, ...rules } = to;
  const before: Tier = { ...from, schema: 2, seq: 1, frozen: false };
  const least = tighter<Omit<TierDocument, 'limits'>>(
    { tierId: from.tierId, mode: from.mode, coolingOffMs: from.coolingOffMs, rearmMs: from.rearmMs },
    rules,
    (changed) => loosenings({ kind: 'tier', before, after: { ...before, ...changed } }).length > 0,
  );
  const chains = [...new Set([...from.limits, ...to.limits].map(({ chainId }) => chainId))].sort();
  const limits: ChainLimits[] = [];
  for (const chainId of chains) {
    const least = leastLimits(limitsOn(from.limits, chainId), limitsOn(to.limits, chainId));
    limits.push({ chainId, limits: least });
    yield;
  }
  return { ...least, limits };
}

/**
 * Every limit of either, with the smaller value. Where a longer window then allows less than a shorter one, which
 * neither said by itself, the shorter one comes down to it: it could not be reached.
 */
function leastLimits(from: readonly Limit[], to: readonly Limit[]): readonly Limit[] {
  const byKey = new Map<string, Limit>();
  for (const one of [...from, ...to]) {
    const other = byKey.get(limitKey(one));
    if (other === undefined || compareAmounts(one.max, other.max) <= 0) byKey.set(limitKey(one), one);
  }
  const all = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return all.map((one) => {
    const least = all
      .filter((longer) => isShorter(one, longer))
      .reduce((max, { max: other }) => (compareAmounts(other, max) < 0 ? other : max), one.max);
    return least === one.max ? one : { ...one, max: least };
  });
}

const limitsOn = (all: readonly ChainLimits[], id: string): readonly Limit[] =>
  all.find(({ chainId }) => chainId === id)?.limits ?? [];

const none = (chainId: string): ChainLimits => ({ chainId, limits: [] });

/** Both came through the same parser, member by member in one order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
