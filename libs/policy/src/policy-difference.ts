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
import { limitsOn } from './policy-plan';
import type { Tier } from './tier';

/** One thing in which a document is not what is in force, as a sentence, and whether it lets anybody do more. */
export interface PolicyDifference {
  readonly text: string;
  readonly loosens: boolean;
}

type Part = readonly PolicyDifference[];

/**
 * Chains, settings, tiers, in this order. Whether one loosens is judged as for any change (loosening.ts), with nothing
 * else changed; together they loosen if one of them does.
 */
export function policyDifferences(inForce: InForce, document: PolicyDocument): Part {
  const before = documentOf(inForce);
  return [
    ...chainDifferences(before, document),
    ...settingsDifferences(before.settings, document.settings),
    ...document.tiers.flatMap((tier) =>
      tierDifferences(
        before.tiers.find(({ tierId }) => tierId === tier.tierId),
        tier,
      ),
    ),
    ...unnamedTiers(document, inForce).map(({ tierId }) => ({
      text: `tier ${tierId}: is not named and stays as it is`,
      loosens: false,
    })),
  ];
}

function chainDifferences(before: PolicyDocument, after: PolicyDocument): Part {
  const ids = [...new Set([...before.chains, ...after.chains].map(({ chainId }) => chainId))].sort();
  return ids.flatMap((id): Part => {
    const was = before.chains.find(({ chainId }) => chainId === id);
    const is = after.chains.find(({ chainId }) => chainId === id);
    if (was === undefined) return is === undefined ? [] : [{ text: enabledText(is), loosens: true }];
    if (is === undefined) return [{ text: `chain ${id}: is disabled`, loosens: false }];
    const family = {
      text: `chain ${id}: addresses are of family ${is.family} instead of ${was.family}`,
      loosens: chainLoosens(was, { ...was, family: is.family }),
    };
    return [
      ...(was.family === is.family ? [] : [family]),
      ...limitDifferences(`chain ${id}`, was.limits, is.limits, (limits) =>
        chainLoosens(was, { ...was, limits }),
      ),
    ];
  });
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

function tierDifferences(before: TierDocument | undefined, after: TierDocument): Part {
  const tier = `tier ${after.tierId}`;
  if (before === undefined) return [{ text: `${tier}: is created`, loosens: false }];
  const loosens = (changed: Partial<Tier>): boolean => {
    const was: Tier = { ...before, schema: 2, seq: 1, frozen: false };
    return loosenings({ kind: 'tier', before: was, after: { ...was, ...changed } }).length > 0;
  };
  const chains = [...new Set([...before.limits, ...after.limits].map(({ chainId }) => chainId))].sort();
  return [
    ...rules
      .filter((name) => before[name] !== after[name])
      .map((name) => ({
        text: `${tier}: ${name} is ${after[name]} instead of ${before[name]}`,
        loosens: loosens({ [name]: after[name] }),
      })),
    ...chains.flatMap((chainId) => {
      const others = before.limits.filter((one) => one.chainId !== chainId);
      const [was, is] = [limitsOn(before.limits, chainId), limitsOn(after.limits, chainId)];
      return limitDifferences(`${tier} on ${chainId}`, was, is, (limits) =>
        loosens({ limits: [...others, { chainId, limits }] }),
      );
    }),
  ];
}

function limitDifferences(
  of: string,
  before: readonly Limit[],
  after: readonly Limit[],
  loosens: (limits: readonly Limit[]) => boolean,
): Part {
  const keys = [...new Set([...before, ...after].map(limitKey))].sort();
  return keys.flatMap((key): Part => {
    const was = before.find((one) => limitKey(one) === key);
    const is = after.find((one) => limitKey(one) === key);
    if (was !== undefined && is !== undefined && compareAmounts(was.max, is.max) === 0) return [];
    const others = before.filter((one) => limitKey(one) !== key);
    const said =
      is === undefined
        ? `is gone, it was ${was?.max}`
        : was === undefined
          ? `of ${is.max} is new`
          : `is ${is.max} instead of ${was.max}`;
    return [{ text: `${of}: ${key} ${said}`, loosens: loosens(is === undefined ? others : [...others, is]) }];
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
