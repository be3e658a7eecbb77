import { fault } from './faults';
import { DEFAULT_SETTINGS, completed, type Chain, type Platform, type Settings } from './platform';
import { firstOf } from './policy-mistakes';
import type { Tier } from './tier';

/**
 * The platform and tier layers as one document: which chains exist and what holds on them, the settings, the tiers.
 * It is complete, so that what it leaves out is not there: a chain that is not in it is not enabled. Freezes and users
 * are no part of it; they are what somebody does, not what is planned.
 *
 * One document has one text: chains, tiers and limits are in order, and nothing is left out.
 */
export interface PolicyDocument {
  /** Ordered by chainId. */
  readonly chains: readonly ChainDocument[];
  readonly settings: Settings;
  /** Ordered by tierId. */
  readonly tiers: readonly TierDocument[];
}

export type ChainDocument = Omit<Chain, 'frozen'>;
export type TierDocument = Pick<Tier, 'tierId' | 'mode' | 'coolingOffMs' | 'rearmMs' | 'limits'>;

const MAX_TOLD = 200;

/** The two layers as they are stored. */
export interface InForce {
  /** undefined: nothing was ever set. */
  readonly platform: Platform | undefined;
  readonly tiers: readonly Tier[];
}

/** What is in force, as a document. */
export const documentOf = ({ platform, tiers }: InForce): PolicyDocument => ({
  chains: (platform?.chains ?? []).map(({ chainId, family, limits }) => ({ chainId, family, limits })),
  settings: completed(platform?.settings ?? {}),
  tiers: byId(tiers.map(tierDocument), 'tierId'),
});

/** The one text of a document. */
export const policyText = (document: PolicyDocument): string => JSON.stringify(document);

/** A tier cannot be removed: a document that does not name one would not say what is to become of it. */
export function refuseUnnamedTiers(document: PolicyDocument, inForce: Pick<InForce, 'tiers'>): void {
  const details = unnamedTiers(document, inForce).map(
    ({ tierId }) => `tiers: must name ${tierId}, since a tier cannot be removed`,
  );
  if (details.length > 0) throw fault('invalid', { details: firstOf(details, MAX_TOLD) });
}

export function unnamedTiers(document: PolicyDocument, { tiers }: Pick<InForce, 'tiers'>): readonly Tier[] {
  const named = new Set(document.tiers.map(({ tierId }) => tierId));
  return tiers.filter(({ tierId }) => !named.has(tierId));
}

export const tierDocument = ({ tierId, mode, coolingOffMs, rearmMs, limits }: Tier): TierDocument => ({
  tierId,
  mode,
  coolingOffMs,
  rearmMs,
  limits,
});

/** Nothing was ever set. */
export const NO_PLATFORM: Platform = {
  schema: 2,
  seq: 0,
  frozen: false,
  chains: [],
  settings: DEFAULT_SETTINGS,
};

export const byId = <K extends string, T extends Readonly<Record<K, string>>>(
  all: readonly T[],
  name: K,
): readonly T[] => [...all].sort((a, b) => (a[name] < b[name] ? -1 : 1));
