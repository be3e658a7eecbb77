import { DEFAULT_SETTINGS, type InForce, type PolicyDocument, type Settings } from '../../src';
import { limitsOf } from './limit-text';
import type { Policy } from './policy';

/** Policy documents as the tables write them. */
export interface ShortDocument {
  readonly chains?: Readonly<Record<string, string | { readonly family: string; readonly limits: string }>>;
  readonly settings?: Partial<Settings>;
  /** `mode`, `coolingOffMs`, `rearmMs`, and by chain the limits. */
  readonly tiers?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

export const jsonOf = ({ chains = {}, settings = {}, tiers = {} }: ShortDocument): string =>
  JSON.stringify({
    chains: Object.entries(chains).map(([chainId, given]) => {
      const { family, limits } = typeof given === 'string' ? { family: 'exact', limits: given } : given;
      return { chainId, family, limits: limitsOf(limits) };
    }),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    tiers: Object.entries(tiers).map(
      ([tierId, { mode = 'permit', coolingOffMs = 0, rearmMs = 0, ...limits }]) => ({
        tierId,
        mode,
        coolingOffMs,
        rearmMs,
        limits: Object.entries(limits).map(([chainId, text]) => ({
          chainId,
          limits: limitsOf(String(text)),
        })),
      }),
    ),
  });

export const documentFrom = (policy: Policy, short: ShortDocument): PolicyDocument =>
  policy.parsePolicyDocument(jsonOf(short));

export const NOTHING: InForce = { platform: undefined, tiers: [] };

/** A document in force where nothing was before. */
export const inForceBy = (policy: Policy, document: PolicyDocument): InForce =>
  policy.planPolicy(NOTHING, document).after;
