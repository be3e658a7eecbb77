import { z } from 'zod';
import { addressFamilies, familyOf, type AddressFamily } from './address';
import { changedBy, unchanged, type Change } from './change';
import { chainId, duration, parsed } from './fields';
import { fault } from './faults';
import { chainLimits, checkedLimits, type Limit } from './limit';

/** The outermost layer: which chains exist, what holds for everyone, and the platform's own rules. One document. */
export interface Platform {
  readonly schema: 2;
  /** Number of the last event. */
  readonly seq: number;
  readonly frozen: boolean;
  /** Ordered by chainId. A chain that is not here is not enabled and is never listed to CoKeeps. */
  readonly chains: readonly Chain[];
  readonly settings: Settings;
}

export interface Chain {
  readonly chainId: string;
  readonly family: AddressFamily;
  readonly frozen: boolean;
  /** Ordered by key; at least one, because a chain nobody limited would be unlimited. They hold for each user. */
  readonly limits: readonly Limit[];
}

export interface Settings {
  /** A balance older than this cannot be spent, ms. */
  readonly balanceMaxAgeMs: number;
  /** How long a new destination waits before it can be used, ms. A tier may ask for more, never for less. */
  readonly coolingOffMs: number;
  /** Destinations younger than this wait anew when the user's credentials change, ms. A tier may ask for more. */
  readonly rearmMs: number;
  /** A hold without news for this long is suspect, ms. */
  readonly suspectAfterMs: number;
  /** Who may loosen: whoever may call, or only with a second person's approval. */
  readonly loosening: 'alone' | 'approved';
  /** How long a loosening waits after it was proposed, whoever approves it, ms. 0: not at all, and it need not be proposed. */
  readonly looseningDelayMs: number;
  /** How long a proposed change that is due can still be approved and applied, ms. */
  readonly approvalLifetimeMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const DEFAULT_SETTINGS: Settings = {
  balanceMaxAgeMs: DAY_MS,
  coolingOffMs: DAY_MS,
  rearmMs: 30 * DAY_MS,
  suspectAfterMs: HOUR_MS,
  loosening: 'alone',
  looseningDelayMs: 0,
  approvalLifetimeMs: 3 * DAY_MS,
};

/** With the standard for what did not exist yet when this state or event was stored. */
export const completed = (settings: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...settings });

export const PLATFORM_ID = 'platform';
export const MAX_CHAINS = 200;

export type PlatformEvent =
  | { readonly type: 'chain.enabled'; readonly data: Omit<Chain, 'frozen'> }
  | { readonly type: 'chain.disabled'; readonly data: { readonly chainId: string } }
  | { readonly type: 'chain.frozen' | 'chain.unfrozen'; readonly data: { readonly chainId: string } }
  | { readonly type: 'platform.frozen' | 'platform.unfrozen'; readonly data: Record<string, never> }
  | { readonly type: 'settings.changed'; readonly data: Settings };

const EMPTY: Platform = { schema: 2, seq: 0, frozen: false, chains: [], settings: DEFAULT_SETTINGS };

export function evolvePlatform(state: Platform | undefined, event: PlatformEvent): Platform {
  const before = state ?? EMPTY;
  const platform = { ...before, seq: before.seq + 1 };
  switch (event.type) {
    case 'chain.enabled': {
      const frozen = chainOf(before, event.data.chainId)?.frozen ?? false;
      return withChain(platform, { ...event.data, frozen });
    }
    case 'chain.disabled':
      return { ...platform, chains: platform.chains.filter((chain) => chain.chainId !== event.data.chainId) };
    case 'chain.frozen':
    case 'chain.unfrozen': {
      const chain = enabled(before, event.data.chainId);
      return withChain(platform, { ...chain, frozen: event.type === 'chain.frozen' });
    }
    case 'platform.frozen':
    case 'platform.unfrozen':
      return { ...platform, frozen: event.type === 'platform.frozen' };
    case 'settings.changed':
      return { ...platform, settings: completed(event.data) };
  }
}

const changed = changedBy(evolvePlatform);

export const chainOf = (platform: Platform, id: string): Chain | undefined =>
  platform.chains.find((chain) => chain.chainId === id);

const enable = chainLimits.extend({
  family: z.enum(addressFamilies).optional(),
  /** Whoever may set limits must not enable a chain with them. */
  existing: z.boolean().optional(),
});

/**
 * Enables a chain, or replaces its limits; with `existing` only the latter. Addresses are checked by the family its id is
 * known for unless one is given.
 */
export function enableChain(state: Platform | undefined, input: unknown): Change<Platform> {
  const command = parsed(enable, input);
  const platform = state ?? EMPTY;
  const before = chainOf(platform, command.chainId);
  if (command.existing === true) enabled(platform, command.chainId);
  if (before === undefined && platform.chains.length >= MAX_CHAINS) {
    throw fault('exhausted', { message: `at most ${MAX_CHAINS} chains can be enabled` });
  }
  const limits = checkedLimits(command.limits);
  if (limits.length === 0) {
    throw fault('invalid', { details: ['limits: an enabled chain must have at least one limit'] });
  }
  const family = command.family ?? before?.family ?? familyOf(command.chainId);
  const data = { chainId: command.chainId, family, limits };
  if (before !== undefined && same(before, { ...data, frozen: before.frozen })) return unchanged(platform);
  return changed(state, { type: 'chain.enabled', data });
}

const named = z.strictObject({ chainId });

export function disableChain(state: Platform | undefined, input: unknown): Change<Platform> {
  const data = parsed(named, input);
  enabled(state ?? EMPTY, data.chainId);
  return changed(state, { type: 'chain.disabled', data });
}

const settings = z.strictObject({
  balanceMaxAgeMs: duration(1000, 31 * DAY_MS).optional(),
  coolingOffMs: duration(0, 365 * DAY_MS).optional(),
  rearmMs: duration(0, 365 * DAY_MS).optional(),
  suspectAfterMs: duration(1000, 31 * DAY_MS).optional(),
  loosening: z.enum(['alone', 'approved'], 'must be alone or approved').optional(),
  looseningDelayMs: duration(0, 30 * DAY_MS).optional(),
  approvalLifetimeMs: duration(MINUTE_MS, 30 * DAY_MS).optional(),
});

/** Changes what is given, keeps the rest. */
export function changeSettings(state: Platform | undefined, input: unknown): Change<Platform> {
  const given = parsed(settings, input);
  const platform = state ?? EMPTY;
  const before = completed(platform.settings);
  const data: Settings = {
    balanceMaxAgeMs: given.balanceMaxAgeMs ?? before.balanceMaxAgeMs,
    coolingOffMs: given.coolingOffMs ?? before.coolingOffMs,
    rearmMs: given.rearmMs ?? before.rearmMs,
    suspectAfterMs: given.suspectAfterMs ?? before.suspectAfterMs,
    loosening: given.loosening ?? before.loosening,
    looseningDelayMs: given.looseningDelayMs ?? before.looseningDelayMs,
    approvalLifetimeMs: given.approvalLifetimeMs ?? before.approvalLifetimeMs,
  };
  return same(before, data) ? unchanged(platform) : changed(state, { type: 'settings.changed', data });
}

export function freezePlatform(state: Platform | undefined, frozen: boolean): Change<Platform> {
  if (state?.frozen === frozen) return unchanged(state);
  return changed(state, { type: frozen ? 'platform.frozen' : 'platform.unfrozen', data: {} });
}

export function freezeChain(state: Platform | undefined, id: string, frozen: boolean): Change<Platform> {
  const chain = enabled(state ?? EMPTY, id);
  if (state !== undefined && chain.frozen === frozen) return unchanged(state);
  return changed(state, { type: frozen ? 'chain.frozen' : 'chain.unfrozen', data: { chainId: id } });
}

function enabled(platform: Platform, id: string): Chain {
  const chain = chainOf(platform, id);
  if (chain === undefined) throw fault('not_found', { message: 'no such chain' });
  return chain;
}

function withChain(platform: Platform, chain: Chain): Platform {
  const others = platform.chains.filter(({ chainId: id }) => id !== chain.chainId);
  const chains = [...others, chain].sort((a, b) => (a.chainId < b.chainId ? -1 : 1));
  return { ...platform, chains };
}

/** Both were built here, member by member in one order. */
const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
