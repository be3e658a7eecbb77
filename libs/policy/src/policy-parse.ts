import type { Change } from './change';
import { fault, isFault } from './faults';
import { DEFAULT_SETTINGS, MAX_CHAINS, changeSettings, enableChain, type Settings } from './platform';
import {
  byId,
  tierDocument,
  type ChainDocument,
  type PolicyDocument,
  type TierDocument,
} from './policy-document';
import { createMistakes, type Mistakes } from './policy-mistakes';
import { atOnce, type Turns } from './policy-turns';
import { createTier, setTierLimits, type Tier } from './tier';

/**
 * A document from JSON text. Each part goes through the command that would put it in force, so that what the engine
 * refuses is refused here; a mistake in one part hides none in another. Throws Fault `invalid` that lists the mistakes
 * with their paths. Every list is bounded and is not looked into when it is too long, and so are the mistakes.
 */
export const parsePolicyDocument = (text: string): PolicyDocument => atOnce(parsePolicyInTurns(text));

/** A turn for each chain, and for each chain of each tier. */
export function* parsePolicyInTurns(text: string): Turns<PolicyDocument> {
  const mistakes = createMistakes();
  const given = objectOf(jsonOf(text), 'document', mistakes) ?? {};
  mistakes.refuse();
  refuseUnknown(given, ['chains', 'settings', 'tiers'], 'document', mistakes);
  const settings = settingsOf(given['settings'], mistakes);
  const chains: ChainDocument[] = [];
  for (const { input, path } of named(lists.chains, given['chains'], 'chainId', 'chains', mistakes)) {
    chains.push(...chainOf(input, path, mistakes));
    yield;
  }
  const tiers: TierDocument[] = [];
  for (const { input, path } of named(lists.tiers, given['tiers'], 'tierId', 'tiers', mistakes)) {
    tiers.push(...(yield* tierOf(input, path, mistakes)));
  }
  mistakes.refuse();
  return { chains: byId(chains, 'chainId'), settings, tiers: byId(tiers, 'tierId') };
}

type Members = Readonly<Record<string, unknown>>;
interface List {
  readonly most: number;
  readonly of: string;
}

const MAX_TEXT = 1_000_000;

const lists = {
  chains: { most: MAX_CHAINS, of: 'chains' },
  tiers: { most: 500, of: 'tiers' },
} as const satisfies Record<string, List>;
const tierRules = ['mode', 'coolingOffMs', 'rearmMs'] as const;

/** Takes the limits of a tier that cannot be made, for the sake of their mistakes. */
const ANY_TIER = createTier(undefined, { tierId: 'any' }).state;

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

function settingsOf(input: unknown, mistakes: Mistakes): Settings {
  const given = objectOf(input, 'settings', mistakes);
  if (given === undefined) return DEFAULT_SETTINGS;
  refuseIncomplete(given, Object.keys(DEFAULT_SETTINGS), 'settings', mistakes);
  return made('settings', mistakes, () => changeSettings(undefined, given))?.settings ?? DEFAULT_SETTINGS;
}

function chainOf(input: Members, path: string, mistakes: Mistakes): readonly ChainDocument[] {
  const { chainId, family, limits, ...others } = input;
  // The command takes more than a document says.
  refuseUnknown(others, [], path, mistakes);
  const chain = { chainId, family, limits };
  const chains = made(path, mistakes, () => enableChain(undefined, chain))?.chains ?? [];
  return chains.map(({ frozen: _, ...document }) => document);
}

function* tierOf(input: Members, path: string, mistakes: Mistakes): Turns<readonly TierDocument[]> {
  const { limits, ...rules } = input;
  refuseIncomplete(rules, tierRules, path, mistakes);
  const created = made(path, mistakes, () => createTier(undefined, rules));
  let tier: Tier = created ?? ANY_TIER;
  for (const one of named(lists.chains, limits, 'chainId', `${path}.limits`, mistakes)) {
    const before = tier;
    tier = made(one.path, mistakes, () => setTierLimits(before, one.input)) ?? before;
    yield;
  }
  return created === undefined ? [] : [tierDocument(tier)];
}

/** The entries of a list, each with its path. Two of one name are a mistake. */
function named({ most, of }: List, input: unknown, name: string, path: string, mistakes: Mistakes) {
  if (!Array.isArray(input)) mistakes.add(`${path}: must be a list`);
  else if (input.length > most) mistakes.add(`${path}: at most ${most} ${of}`);
  const all: readonly unknown[] = Array.isArray(input) && input.length <= most ? input : [];
  const seen = new Set<unknown>();
  return all.flatMap((one, index) => {
    const place = `${path}.${index}`;
    const entry = objectOf(one, place, mistakes);
    if (entry === undefined) return [];
    const id = entry[name];
    if (id !== undefined && seen.has(id)) mistakes.add(`${place}.${name}: is given twice`);
    seen.add(id);
    return [{ path: place, input: entry }];
  });
}

function objectOf(input: unknown, path: string, mistakes: Mistakes): Members | undefined {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Members;
  mistakes.add(`${path}: must be an object`);
  return undefined;
}

function refuseIncomplete(given: Members, names: readonly string[], path: string, mistakes: Mistakes): void {
  for (const name of names) {
    if (!Object.hasOwn(given, name)) mistakes.add(`${path}.${name}: is missing`);
  }
}

function refuseUnknown(given: Members, names: readonly string[], path: string, mistakes: Mistakes): void {
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) mistakes.add(`${path}: Unrecognized key: ${JSON.stringify(name)}`);
  }
}

/** What the command makes; its refusals with the path before them. */
function made<S>(path: string, mistakes: Mistakes, command: () => Change<S>): S | undefined {
  try {
    return command().state;
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.details.length === 0) mistakes.add(`${path}: ${error.message}`);
    for (const detail of error.details) {
      mistakes.add(detail.startsWith('input: ') ? `${path}: ${detail.slice(7)}` : `${path}.${detail}`);
    }
    return undefined;
  }
}
