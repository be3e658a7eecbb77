import { compareAmounts } from './amount';
import { limitKey, type Limit } from './limit';
import { loosenings } from './loosening';
import type { Platform, Settings } from './platform';
import {
  NO_PLATFORM,
  documentOf,
  unnamedTiers,
  type ChainDocument,
  type InForce,
  type PolicyDocument,
  type TierDocument,
} from './policy-document';
import { atOnce, type Turns } from './policy-turns';
import type { Tier } from './tier';

/** One thing in which a document is not what is in force, as a sentence, and whether it lets anybody do more. */
export interface PolicyDifference {
  readonly text: string;
  readonly loosens: boolean;
}

type Part = readonly PolicyDifference[];

/**
 * Chains, settings, tiers, in this order. Whether one loosens is judged as for any change (loosening.ts), with nothing
 * else changed; together they loosen if one of them does. What a limit is judged by is that limit alone, and not again
 * all that stands beside it: a limit loosens by what it was itself, and a tier may have thousands.
 */
export const policyDifferences = (inForce: InForce, document: PolicyDocument): Part =>
  atOnce(differencesInTurns(inForce, document));

/** A turn for each chain, and for each chain of each tier. */
export function* differencesInTurns(inForce: InForce, document: PolicyDocument): Turns<Part> {
  const before = documentOf(inForce);
  const tiers = new Map(before.tiers.map((tier) => [tier.tierId, tier]));
  const all: PolicyDifference[] = [];
  const parts = function* (): Iterable<Part> {
    yield* chainDifferences(before, document);
    yield settingsDifferences(before.settings, document.settings);
    for (const tier of document.tiers) yield* tierDifferences(tiers.get(tier.tierId), tier);
  };
  for (const part of parts()) {
    all.push(...part);
    yield;
  }
  const unnamed = unnamedTiers(document, inForce).map(({ tierId }) => ({
    text: `tier ${tierId}: is not named and stays as it is`,
    loosens: false,
  }));
  return [...all, ...unnamed];
}

function* chainDifferences(before: PolicyDocument, after: PolicyDocument): Iterable<Part> {
  for (const [id, was, is] of pairs(before.chains, after.chains, ({ chainId }) => chainId)) {
    yield was !== undefined && is !== undefined
      ? changedChain(was, is)
      : is !== undefined
        ? [{ text: enabledText(is), loosens: true }]
        : [{ text: `chain ${id}: is disabled`, loosens: false }];
  }
}

function changedChain(was: ChainDocument, is: ChainDocument): Part {
  const chain = `chain ${is.chainId}`;
  const family = {
    text: `${chain}: addresses are of family ${is.family} instead of ${was.family}`,
    loosens: chainLoosens(was, { ...was, family: is.family }),
  };
  return [
    ...(was.family === is.family ? [] : [family]),
    ...limitDifferences(chain, was.limits, is.limits, (one, other) =>
      chainLoosens({ ...was, limits: one }, { ...was, limits: other }),
    ),
  ];
}

/** What two lists say of the same thing, in order of its name. */
function pairs<T>(before: readonly T[], after: readonly T[], nameOf: (one: T) => string) {
  const was = new Map(before.map((one) => [nameOf(one), one]));
  const is = new Map(after.map((one) => [nameOf(one), one]));
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.map((name) => [name, was.get(name), is.get(name)] as const);
}

const enabledText = ({ chainId, family, limits }: ChainDocument): string =>
  `chain ${chainId}: is enabled, with addresses of family ${family} and ${limits
    .map((limit) => `${limitKey(limit)} of ${limit.max}`)
    .join(', ')}`;

function settingsDifferences(before: Settings, after: Settings): Part {
  const names = Object.keys(after) as readonly (keyof Settings)[];
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      text: `settings: ${name} is ${after[name]} instead of ${before[name]}`,
      loosens: platformLoosens({ settings: before }, { settings: { ...before, [name]: after[name] } }),
    }));
}

const rules = ['mode', 'coolingOffMs', 'rearmMs'] as const;

function* tierDifferences(before: TierDocument | undefined, after: TierDocument): Iterable<Part> {
  const tier = `tier ${after.tierId}`;
  if (before === undefined) return yield [{ text: `${tier}: is created`, loosens: false }];
  const { limits: _, ...kept } = before;
  const loosens = (was: Partial<Tier>, is: Partial<Tier>): boolean => {
    const state: Tier = { ...kept, limits: [], schema: 2, seq: 1, frozen: false };
    return loosenings({ kind: 'tier', before: { ...state, ...was }, after: { ...state, ...is } }).length > 0;
  };
  yield rules
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      text: `${tier}: ${name} is ${after[name]} instead of ${before[name]}`,
      loosens: loosens({}, { [name]: after[name] }),
    }));
  for (const [chainId, was, is] of pairs(before.limits, after.limits, (one) => one.chainId)) {
    yield limitDifferences(`${tier} on ${chainId}`, was?.limits ?? [], is?.limits ?? [], (one, other) =>
      loosens({ limits: [{ chainId, limits: one }] }, { limits: [{ chainId, limits: other }] }),
    );
  }
}

function limitDifferences(
  of: string,
  before: readonly Limit[],
  after: readonly Limit[],
  loosens: (was: readonly Limit[], is: readonly Limit[]) => boolean,
): Part {
  return pairs(before, after, limitKey).flatMap(([key, was, is]): Part => {
    if (was !== undefined && is !== undefined && compareAmounts(was.max, is.max) === 0) return [];
    const said =
      is === undefined
        ? `is gone, it was ${was?.max}`
        : was === undefined
          ? `of ${is.max} is new`
          : `is ${is.max} instead of ${was.max}`;
    const alone = (one: Limit | undefined) => (one === undefined ? [] : [one]);
    return [{ text: `${of}: ${key} ${said}`, loosens: loosens(alone(was), alone(is)) }];
  });
}

const platformLoosens = (before: Partial<Platform>, after: Partial<Platform>): boolean =>
  loosenings({
    kind: 'platform',
    before: { ...NO_PLATFORM, ...before },
    after: { ...NO_PLATFORM, ...after },
  }).length > 0;

const chainLoosens = (before: ChainDocument, after: ChainDocument): boolean =>
  platformLoosens({ chains: [{ ...before, frozen: false }] }, { chains: [{ ...after, frozen: false }] });
