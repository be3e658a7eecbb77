import { ZERO, decimalText, type Decimal } from './amount';
import { couldLeave } from './blast-radius';
import { effectiveLimits, type LayerName, type World } from './effective';
import { limitKey } from './limit';
import type { PolicyChange } from './loosening';
import { isSamePlace } from './place';
import { chainOf, completed, type Platform, type Settings } from './platform';
import type { Tier } from './tier';
import type { User } from './user';

/**
 * What a change does, for whoever has to agree to it: the effective limits it changes, everything else it changes as
 * sentences, and the most that could leave before and after. Amounts are plain decimal strings.
 */
export interface Effect {
  /** The aggregate it changes: its kind and its id. */
  readonly subject: string;
  /** Only what differs. */
  readonly limits: readonly LimitDifference[];
  readonly others: readonly string[];
  /** Only chains on which it differs; all that were looked at where not everybody was: who was not may differ. */
  readonly blastRadius: readonly BlastRadius[];
}

export interface LimitDifference {
  readonly chainId: string;
  readonly key: string;
  /** null: there is none. */
  readonly before: EffectiveMax | null;
  readonly after: EffectiveMax | null;
}

export interface EffectiveMax {
  readonly max: string;
  readonly layer: LayerName;
}

export interface BlastRadius {
  readonly chainId: string;
  /** Who were looked at. */
  readonly users: number;
  /** False: there are more, and it is at least this much. */
  readonly complete: boolean;
  readonly next: Readonly<Record<Horizon, { readonly before: string; readonly after: string }>>;
}

export const HORIZONS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
export type Horizon = keyof typeof HORIZONS;
const horizons = Object.keys(HORIZONS) as readonly Horizon[];

/** The layers around one user, or around nobody in particular. A platform that is not there enables no chain. */
export interface Sides {
  readonly before: World;
  readonly after: World;
}

/** On every chain that is enabled before or after. */
export function limitDifferences({ before, after }: Sides, now: number): readonly LimitDifference[] {
  return chainsOf({ before, after }).flatMap((chainId) => {
    const [was, is] = [maxesOf(before, chainId, now), maxesOf(after, chainId, now)];
    return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): LimitDifference[] => {
      const difference = { chainId, key, before: was.get(key) ?? null, after: is.get(key) ?? null };
      return JSON.stringify(difference.before) === JSON.stringify(difference.after) ? [] : [difference];
    });
  });
}

function maxesOf(world: World, chainId: string, now: number): ReadonlyMap<string, EffectiveMax> {
  if (chainOf(world.platform, chainId) === undefined) return new Map();
  const limits = effectiveLimits(world, chainId, now);
  return new Map(limits.map(({ key, layer, limit: { max } }) => [key, { max, layer }]));
}

export const chainsOf = ({ before, after }: Sides): readonly string[] =>
  [...new Set([...before.platform.chains, ...after.platform.chains].map(({ chainId }) => chainId))].sort();

/** Adds up what could leave, user by user. */
export interface Radius {
  add(sides: Sides): void;
  /** `complete`: whether everybody who is touched was added. */
  told(complete: boolean): readonly BlastRadius[];
}

export function createRadius(now: number): Radius {
  const chains = new Map<string, Record<Horizon, { before: Decimal; after: Decimal }>>();
  let users = 0;
  const nothing = () => ({ before: ZERO, after: ZERO });
  return {
    add(sides) {
      users += 1;
      for (const chainId of chainsOf(sides)) {
        const sums = chains.get(chainId) ?? { hour: nothing(), day: nothing(), week: nothing() };
        chains.set(chainId, sums);
        for (const horizon of horizons) {
          const ms = HORIZONS[horizon];
          const { before, after } = sums[horizon];
          sums[horizon] = {
            before: before.plus(couldLeave(sides.before, chainId, now, ms)),
            after: after.plus(couldLeave(sides.after, chainId, now, ms)),
          };
        }
      }
    },
    told(complete) {
      return [...chains]
        .filter(
          ([, sums]) =>
            !complete || horizons.some((horizon) => !sums[horizon].before.eq(sums[horizon].after)),
        )
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([chainId, sums]) => {
          const next = (horizon: Horizon) => ({
            before: decimalText(sums[horizon].before),
            after: decimalText(sums[horizon].after),
          });
          return {
            chainId,
            users,
            complete,
            next: { hour: next('hour'), day: next('day'), week: next('week') },
          };
        });
    },
  };
}

/** Everything it changes that is no limit, one sentence each. */
export function otherDifferences(change: PolicyChange): readonly string[] {
  switch (change.kind) {
    case 'platform':
      return ofPlatform(change.before, change.after);
    case 'tier':
      return ofMembers(change.before, change.after, tierRules, 'the tier');
    case 'machine':
      return change.before === undefined
        ? [`machine ${change.after.machineId} acts for user ${change.after.uid} as ${change.after.role}`]
        : ofMembers(change.before, change.after, ['uid', 'role', 'status', 'frozen'], 'the machine');
    case 'user':
      return ofUser(change.before, change.after, change.tiers);
  }
}

const tierRules = ['frozen', 'mode', 'coolingOffMs', 'rearmMs'] as const;
type TierRules = Pick<Tier, (typeof tierRules)[number]>;

/** What holds for a user of no tier. */
const NO_TIER: TierRules = { frozen: false, mode: 'permit', coolingOffMs: 0, rearmMs: 0 };

function ofPlatform(before: Platform | undefined, after: Platform): readonly string[] {
  const settings = completed(before?.settings ?? {});
  const names = Object.keys(settings) as (keyof Settings)[];
  const ids = [...new Set([...(before?.chains ?? []), ...after.chains].map(({ chainId }) => chainId))].sort();
  return [
    ...ofMembers({ frozen: before?.frozen ?? false }, after, ['frozen'], 'the platform'),
    ...ofMembers(settings, completed(after.settings), names, 'settings'),
    ...ids.flatMap((id) => {
      const [was, is] = [before && chainOf(before, id), chainOf(after, id)];
      if (was === undefined)
        return is === undefined ? [] : [`chain ${id}: is enabled, addresses ${is.family}`];
      return is === undefined
        ? [`chain ${id}: is disabled`]
        : ofMembers(was, is, ['family', 'frozen'], `chain ${id}`);
    }),
  ];
}

function ofUser(
  before: User | undefined,
  after: User,
  tiers: Extract<PolicyChange, { readonly kind: 'user' }>['tiers'],
): readonly string[] {
  if (before === undefined) return [`user ${after.uid} is created as ${after.role}`];
  const placeText = ({ chainId, address, tag }: User['destinations'][number]): string =>
    `destination ${address}${tag === null ? '' : ` with tag ${tag}`} on ${chainId}`;
  const overrideText = ({ chainId, limit }: User['overrides'][number]): string =>
    `override of ${limitKey(limit)} on ${chainId}`;
  const iso = (at: number): string => new Date(at).toISOString();
  return [
    ...ofMembers(before, after, ['role', 'status', 'frozen', 'tier'], 'the user'),
    ...(before.tier === after.tier
      ? []
      : ofMembers<TierRules>(
          tiers.before ?? NO_TIER,
          tiers.after ?? NO_TIER,
          tierRules,
          'the tier of the user',
        )),
    ...after.destinations.flatMap((entry) => {
      const was = before.destinations.find((one) => isSamePlace(one, entry));
      if (was?.usableFrom === entry.usableFrom && was.expiresAt === entry.expiresAt) return [];
      const alike = entry.looksLike === null ? '' : `; it looks like ${entry.looksLike}`;
      const ends = entry.expiresAt === null ? '' : ` until ${iso(entry.expiresAt)}`;
      return [
        `${placeText(entry)}: is usable from ${iso(entry.usableFrom)}${ends}${was === undefined ? alike : ''}`,
      ];
    }),
    ...before.destinations
      .filter((entry) => !after.destinations.some((one) => isSamePlace(one, entry)))
      .map((entry) => `${placeText(entry)}: is gone`),
    ...after.overrides
      .filter((one) => !before.overrides.some((other) => JSON.stringify(other) === JSON.stringify(one)))
      .map((one) => `${overrideText(one)}: is ${one.limit.max} until ${iso(one.expiresAt)}`),
    ...before.overrides
      .filter((one) => !after.overrides.some((other) => overrideText(other) === overrideText(one)))
      .map((one) => `${overrideText(one)}: is gone`),
  ];
}

function ofMembers<S extends object>(
  before: Partial<S> | undefined,
  after: S,
  names: readonly (keyof S & string)[],
  of: string,
): readonly string[] {
  return names
    .filter((name) => before?.[name] !== after[name])
    .map((name) => `${of}: ${name} is ${String(after[name])} instead of ${String(before?.[name])}`);
}

/** Of nobody in particular, to see what the outer layers alone say. */
export const nobodyIn = (tier: Tier | undefined): User => ({
  schema: 2,
  seq: 0,
  latest: 0,
  uid: '',
  role: 'signer',
  status: 'active',
  frozen: false,
  tier: tier?.tierId ?? null,
  credentials: null,
  limits: [],
  overrides: [],
  destinations: [],
  balances: [],
  permits: [],
  ended: [],
  usage: [],
});
