import { z } from 'zod';
import type { Change } from './change';
import { fault, isFault } from './faults';
import type { ChainLimits } from './limit';
import {
  DEFAULT_SETTINGS,
  changeSettings,
  completed,
  enableChain,
  type Chain,
  type Platform,
  type Settings,
} from './platform';
import { createTier, setTierLimits, type Tier } from './tier';

/**
 * The platform and tier layers as one document: which chains exist and what holds on them, the settings, the tiers.
 * It is complete, so that what it leaves out is not there: a chain that is not in it is not enabled. Freezes and users
 * are no part of it; they are what somebody does, not what is planned.
 *
 * One document has one text: chains, tiers and limits are in order, and nothing is left out.
 */
export interface PolicyDocument {
  /** Ordered by chainId. */
  readonly chains: readonly Omit<Chain, 'frozen'>[];
  readonly settings: Settings;
  /** Ordered by tierId. */
  readonly tiers: readonly TierDocument[];
}

export type TierDocument = Pick<Tier, 'tierId' | 'mode' | 'coolingOffMs' | 'rearmMs' | 'limits'>;

/** The two layers as they are stored. */
export interface InForce {
  /** undefined: nothing was ever set. */
  readonly platform: Platform | undefined;
  readonly tiers: readonly Tier[];
}

/** Nothing was ever set. */
export const NO_PLATFORM: Platform = {
  schema: 2,
  seq: 0,
  frozen: false,
  chains: [],
  settings: DEFAULT_SETTINGS,
};

const MAX_TEXT = 1_000_000;
const MAX_TIERS = 500;

const shape = z.strictObject({
  chains: z.array(z.unknown(), 'must be a list').max(200, 'at most 200 chains'),
  settings: z.record(z.string(), z.unknown(), 'must be an object'),
  tiers: z.array(z.unknown(), 'must be a list').max(MAX_TIERS, `at most ${MAX_TIERS} tiers`),
});
const entry = z.record(z.string(), z.unknown(), 'must be an object');
const tierRules = ['mode', 'coolingOffMs', 'rearmMs'] as const;

/**
 * From JSON text. Each part goes through the command that would put it in force, so that what the engine refuses is
 * refused here. Throws Fault `invalid` that lists every mistake with its path.
 */
export function parsePolicyDocument(text: string): PolicyDocument {
  const mistakes: string[] = [];
  const tell = (path: string, mistake: string): void => void mistakes.push(`${path}: ${mistake}`);

  function read<S extends z.ZodType>(schema: S, input: unknown, path: string): z.output<S> | undefined {
    const result = schema.safeParse(input);
    for (const issue of result.error?.issues ?? []) {
      tell([path, ...issue.path].filter((part) => part !== '').join('.') || 'document', issue.message);
    }
    return result.data;
  }

  function made<S>(path: string, command: () => Change<S>): S | undefined {
    try {
      return command().state;
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.details.length === 0) tell(path, error.message);
      for (const detail of error.details) {
        mistakes.push(detail.startsWith('input: ') ? `${path}: ${detail.slice(7)}` : `${path}.${detail}`);
      }
      return undefined;
    }
  }

  function complete(given: object, names: readonly string[], path: string): void {
    for (const name of names) {
      if (!Object.hasOwn(given, name)) tell(`${path}.${name}`, 'is missing');
    }
  }

  /** Each with its path; two of one name are a mistake. */
  function named(list: unknown, name: string, path: string) {
    const seen = new Set<unknown>();
    return (read(z.array(z.unknown(), 'must be a list'), list, path) ?? []).flatMap((one, index) => {
      const place = `${path}.${index}`;
      const given = read(entry, one, place);
      if (given === undefined) return [];
      const id = given[name];
      if (id !== undefined && seen.has(id)) tell(`${place}.${name}`, 'is given twice');
      seen.add(id);
      return [{ place, given }];
    });
  }

  function chainOf(given: object, place: string) {
    return made(place, () => enableChain(undefined, given))?.chains.map(({ frozen: _, ...chain }) => chain);
  }

  function tierOf({ limits, ...rules }: Readonly<Record<string, unknown>>, place: string): Tier | undefined {
    complete(rules, tierRules, place);
    let tier = made(place, () => createTier(undefined, rules));
    for (const one of named(limits, 'chainId', `${place}.limits`)) {
      const state = tier ?? NO_TIER;
      const next = made(one.place, () => setTierLimits(state, one.given));
      tier = tier && (next ?? tier);
    }
    return tier;
  }

  const given = read(shape, jsonOf(text), '');
  if (given === undefined) throw fault('invalid', { details: mistakes });
  complete(given.settings, Object.keys(DEFAULT_SETTINGS), 'settings');
  const settings = made('settings', () => changeSettings(undefined, given.settings))?.settings;
  const chains = named(given.chains, 'chainId', 'chains').flatMap(
    (one) => chainOf(one.given, one.place) ?? [],
  );
  const tiers = named(given.tiers, 'tierId', 'tiers').flatMap((one) => tierOf(one.given, one.place) ?? []);
  if (settings === undefined || mistakes.length > 0) throw fault('invalid', { details: mistakes });
  return { chains: ordered(chains, 'chainId'), settings, tiers: ordered(tiers.map(tierDocument), 'tierId') };
}

/** What is in force, as a document. */
export const documentOf = ({ platform, tiers }: InForce): PolicyDocument => ({
  chains: (platform?.chains ?? []).map(({ chainId, family, limits }) => ({ chainId, family, limits })),
  settings: completed(platform?.settings ?? {}),
  tiers: ordered(tiers.map(tierDocument), 'tierId'),
});

/** The one text of a document. */
export const policyText = (document: PolicyDocument): string => JSON.stringify(document);

/** A tier cannot be removed: a document that does not name one would not say what is to become of it. */
export function refuseUnnamedTiers(document: PolicyDocument, { tiers }: Pick<InForce, 'tiers'>): void {
  const details = unnamedTiers(document, { tiers }).map(
    ({ tierId }) => `tiers: must name ${tierId}, since a tier cannot be removed`,
  );
  if (details.length > 0) throw fault('invalid', { details });
}

export const unnamedTiers = (document: PolicyDocument, { tiers }: Pick<InForce, 'tiers'>): readonly Tier[] =>
  tiers.filter(({ tierId }) => !document.tiers.some((named) => named.tierId === tierId));

export const tierDocument = ({ tierId, mode, coolingOffMs, rearmMs, limits }: Tier): TierDocument => ({
  tierId,
  mode,
  coolingOffMs,
  rearmMs,
  limits,
});

/** Takes limits for the sake of their mistakes, where the tier itself has some. */
const NO_TIER: Tier = {
  schema: 2,
  seq: 1,
  tierId: 'none',
  frozen: false,
  mode: 'permit',
  coolingOffMs: 0,
  rearmMs: 0,
  limits: [] satisfies ChainLimits[],
};

function jsonOf(text: string): unknown {
  if (text.length > MAX_TEXT) {
    throw fault('invalid', { details: [`document: must be at most ${MAX_TEXT} characters`] });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw fault('invalid', { details: ['document: must be JSON'] });
  }
}

const ordered = <K extends string, T extends Readonly<Record<K, string>>>(
  list: readonly T[],
  name: K,
): readonly T[] => [...list].sort((a, b) => (a[name] < b[name] ? -1 : 1));
