import { units } from './units';
import type { WallWindow } from './wall-calendar';

/** Limits as events and commands write them; every member is given. */
export type Limit =
  | (Capped & { readonly kind: 'transaction' | 'lifetime' | 'share' })
  | (Capped & { readonly kind: 'sliding'; readonly ms: number })
  | (Capped & WallWindow & { readonly kind: 'calendar' });

interface Capped {
  readonly measure: 'amount' | 'count';
  readonly max: string;
  readonly perDestination: boolean;
}

/** What tells a limit from another, as explanations name it. */
export function keyOf(limit: Limit): string {
  const window =
    limit.kind === 'sliding'
      ? `sliding/${limit.ms}`
      : limit.kind === 'calendar'
        ? `calendar/${limit.unit}/${limit.zone}/${limit.startsOn}`
        : limit.kind;
  return `${limit.measure}/${window}${limit.perDestination ? '/destination' : ''}`;
}

/** The window alone, whatever is measured in it and for whom. */
export const windowName = (key: string): string => key.replace(/^\w+\//, '').replace(/\/destination$/, '');

export interface InForce {
  readonly key: string;
  readonly limit: Limit;
  readonly max: bigint;
}

export interface Override {
  readonly chainId: string;
  readonly limit: Limit;
  readonly expiresAt: number;
}

/**
 * The limits that apply together: of each key the smallest value of platform, tier and user, but where an override is
 * live it stands in for platform and tier. In order of key.
 */
export function inForce(
  platform: readonly Limit[],
  tier: readonly Limit[],
  user: readonly Limit[],
  overrides: readonly Limit[],
): readonly InForce[] {
  const all = [...platform, ...tier, ...user, ...overrides];
  return [...new Set(all.map(keyOf))].sort().map((key) => {
    const having = (limits: readonly Limit[]) => limits.filter((one) => keyOf(one) === key);
    const standing = having(overrides);
    const outer = standing.length > 0 ? standing : having([...platform, ...tier]);
    const [first, ...more] = [...outer, ...having(user)] as [Limit, ...Limit[]];
    const least = more.reduce((a, b) => (units(b.max) < units(a.max) ? b : a), first);
    return { key, limit: least, max: units(least.max) };
  });
}
