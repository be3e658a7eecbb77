import { compareAmounts } from './amount';
import { limitKey, type Limit } from './limit';
import { chainOf, type Platform } from './platform';
import type { Tier } from './tier';
import type { User } from './user';

/**
 * What applies to a user on a chain, all layers together. For each key the smallest value wins, whatever the order, so
 * that adding a layer or a limit never widens. An override stands in for the outer layers' value on its key while it
 * lasts; the user's own limit applies even then. Depends on `now` alone for expiry: no job has to run.
 */
export type LayerName = 'platform' | 'tier' | 'user' | 'override';

export interface EffectiveLimit {
  readonly key: string;
  /** The layer whose value is the smallest; the outermost of equals. */
  readonly layer: LayerName;
  /** With the smallest value as `max`. */
  readonly limit: Limit;
  /** What each layer says, also what an override has replaced. */
  readonly values: readonly LayerValue[];
}

export interface LayerValue {
  readonly layer: LayerName;
  readonly max: string;
  /** ms UTC; null for a value that stays. */
  readonly expiresAt: number | null;
}

export interface World {
  readonly platform: Platform;
  readonly tier: Tier | undefined;
  readonly user: User;
}

/** In order of key. */
export function effectiveLimits(
  { platform, tier, user }: World,
  chainId: string,
  now: number,
): readonly EffectiveLimit[] {
  const onChain = (all: User['limits'] | undefined) =>
    all?.find((entry) => entry.chainId === chainId)?.limits ?? [];
  const rows: readonly {
    readonly layer: LayerName;
    readonly limit: Limit;
    readonly expiresAt: number | null;
  }[] = [
    ...(chainOf(platform, chainId)?.limits ?? []).map((limit) => row('platform', limit)),
    ...onChain(tier?.limits).map((limit) => row('tier', limit)),
    ...onChain(user.limits).map((limit) => row('user', limit)),
    ...user.overrides
      .filter((one) => one.chainId === chainId && one.expiresAt > now)
      .map(({ limit, expiresAt }) => ({ layer: 'override' as const, limit, expiresAt })),
  ];
  const byKey = new Map<string, typeof rows>();
  for (const one of rows) {
    const key = limitKey(one.limit);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, ofKey]) => {
      const overridden = ofKey.some(({ layer }) => layer === 'override');
      const applying = ofKey.filter(({ layer }) => !overridden || layer === 'override' || layer === 'user');
      const { layer, limit } = applying.reduce((least, one) =>
        compareAmounts(one.limit.max, least.limit.max) < 0 ? one : least,
      );
      const values = ofKey.map((one) => ({ layer: one.layer, max: one.limit.max, expiresAt: one.expiresAt }));
      return { key, layer, limit, values };
    });
}

const row = (layer: LayerName, limit: Limit) => ({ layer, limit, expiresAt: null });
