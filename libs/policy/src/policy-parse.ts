import { z } from 'zod';
import type { Change } from './change';
import { fault, isFault } from './faults';
import { DEFAULT_SETTINGS, changeSettings, enableChain, type Settings } from './platform';
import { byId, tierDocument, type PolicyDocument, type TierDocument } from './policy-document';
import { createTier, setTierLimits, type Tier } from './tier';

/**
 * A document from JSON text. Each part goes through the command that would put it in force, so that what the engine
 * refuses is refused here; a mistake in one part hides none in another. Throws Fault `invalid` that lists every mistake
 * with its path.
 */
export function parsePolicyDocument(text: string): PolicyDocument {
  const mistakes: string[] = [];
  const given = objectOf(jsonOf(text), 'document', mistakes);
  if (given === undefined) throw fault('invalid', { details: mistakes });
  refuseUnknown(given, ['chains', 'settings', 'tiers'], 'document', mistakes);
  const settings = settingsOf(given['settings'], mistakes);
  const chains = named(lists.chains, given['chains'], 'chainId', 'chains', mistakes).flatMap(
    ({ input: { chainId, family, limits, ...others }, path }) => {
      // The command takes more than a document says.
      refuseUnknown(others, [], path, mistakes);
      return made(path, mistakes, () => enableChain(undefined, { chainId, family, limits }))?.chains ?? [];
    },
  );
  const tiers = named(lists.tiers, given['tiers'], 'tierId', 'tiers', mistakes).flatMap(
    ({ input, path }) => tierOf(input, path, mistakes) ?? [],
  );
  if (settings === undefined || mistakes.length > 0) throw fault('invalid', { details: mistakes });
  return {
    chains: byId(
      chains.map(({ frozen: _, ...chain }) => chain),
      'chainId',
    ),
    settings,
    tiers: byId(tiers, 'tierId'),
  };
}

type Mistakes = string[];
type Members = Readonly<Record<string, unknown>>;

const MAX_TEXT = 1_000_000;
const MAX_TIERS = 500;

const object = z.record(z.string(), z.unknown(), 'must be an object');
const list = z.array(z.unknown(), 'must be a list');
const lists = {
  chains: list.max(200, 'at most 200 chains'),
  tiers: list.max(MAX_TIERS, `at most ${MAX_TIERS} tiers`),
};
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

function settingsOf(input: unknown, mistakes: Mistakes): Settings | undefined {
  const given = objectOf(input, 'settings', mistakes);
  if (given === undefined) return undefined;
  refuseIncomplete(given, Object.keys(DEFAULT_SETTINGS), 'settings', mistakes);
  return made('settings', mistakes, () => changeSettings(undefined, given))?.settings;
}

function tierOf({ limits, ...rules }: Members, path: string, mistakes: Mistakes): TierDocument | undefined {
  refuseIncomplete(rules, tierRules, path, mistakes);
  const created = made(path, mistakes, () => createTier(undefined, rules));
  const tier = named(list, limits, 'chainId', `${path}.limits`, mistakes).reduce<Tier>(
    (before, one) => made(one.path, mistakes, () => setTierLimits(before, one.input)) ?? before,
    created ?? ANY_TIER,
  );
  return created && tierDocument(tier);
}

/** The entries of a list, each with its path. Two of one name are a mistake. */
function named(schema: typeof list, input: unknown, name: string, path: string, mistakes: Mistakes) {
  const result = schema.safeParse(input);
  if (!result.success) mistakes.push(...result.error.issues.map(({ message }) => `${path}: ${message}`));
  const seen = new Set<unknown>();
  return (result.data ?? []).flatMap((one, index) => {
    const place = `${path}.${index}`;
    const entry = objectOf(one, place, mistakes);
    if (entry === undefined) return [];
    const id = entry[name];
    if (id !== undefined && seen.has(id)) mistakes.push(`${place}.${name}: is given twice`);
    seen.add(id);
    return [{ path: place, input: entry }];
  });
}

function objectOf(input: unknown, path: string, mistakes: Mistakes): Members | undefined {
  const result = object.safeParse(input);
  if (!result.success) mistakes.push(`${path}: must be an object`);
  return result.data;
}

function refuseIncomplete(given: Members, names: readonly string[], path: string, mistakes: Mistakes): void {
  for (const name of names) {
    if (!Object.hasOwn(given, name)) mistakes.push(`${path}.${name}: is missing`);
  }
}

function refuseUnknown(given: Members, names: readonly string[], path: string, mistakes: Mistakes): void {
  for (const name of Object.keys(given)) {
    if (!names.includes(name)) mistakes.push(`${path}: Unrecognized key: ${JSON.stringify(name)}`);
  }
}

/** What the command makes; its refusals with the path before them. */
function made<S>(path: string, mistakes: Mistakes, command: () => Change<S>): S | undefined {
  try {
    return command().state;
  } catch (error) {
    if (!isFault(error)) throw error;
    if (error.details.length === 0) mistakes.push(`${path}: ${error.message}`);
    for (const detail of error.details) {
      mistakes.push(detail.startsWith('input: ') ? `${path}: ${detail.slice(7)}` : `${path}.${detail}`);
    }
    return undefined;
  }
}
