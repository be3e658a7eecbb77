import {
  changeSettings,
  changeTier,
  createTier,
  enableChain,
  isFault,
  setTierLimits,
  type Change,
  type Draft,
  type Platform,
  type Tier,
} from '@countersign/policy';
import { UsageError } from './usage-error';

/** The policy in force, which is what a draft leaves as it is. */
export interface Current {
  readonly platform: Platform | undefined;
  readonly tier: (tierId: string) => Promise<Tier | undefined>;
}

/**
 * A draft from the text of its file: `{ platform?: { chains?: [{ chainId, family?, limits }], settings? },
 * tiers?: { <id>: { mode?, coolingOffMs?, rearmMs?, limits?: [{ chainId, limits }] } } }`. Each part goes through the
 * command that would put it in force, so what the engine refuses is refused here. Throws UsageError that lists every
 * mistake with its place.
 */
export async function readDraft(text: string, current: Current): Promise<Draft> {
  const mistakes: string[] = [];
  const draft = objectAt('draft', parsedJson(text));
  onlyKnown('draft', draft, ['platform', 'tiers']);
  const platform = draft['platform'] === undefined ? undefined : platformOf(draft['platform']);
  const tiers: Record<string, Tier> = {};
  for (const [id, given] of Object.entries(objectAt('tiers', draft['tiers'] ?? {}))) {
    const tier = tierOf(id, given, await current.tier(id));
    if (tier !== undefined) tiers[id] = tier;
  }
  if (platform === undefined && Object.keys(tiers).length === 0 && mistakes.length === 0) {
    mistakes.push('draft: has neither platform nor tiers');
  }
  if (mistakes.length > 0) throw new UsageError(`the draft cannot be used:\n  ${mistakes.join('\n  ')}`);
  return { ...(platform && { platform }), tiers };

  function platformOf(input: unknown): Platform | undefined {
    const given = objectAt('platform', input);
    onlyKnown('platform', given, ['chains', 'settings']);
    let platform = current.platform;
    onceEach('platform.chains', given['chains'], (path, chain) => {
      platform = made(path, () => enableChain(platform, chain)) ?? platform;
    });
    if (given['settings'] !== undefined) {
      platform = made('platform.settings', () => changeSettings(platform, given['settings'])) ?? platform;
    }
    return platform;
  }

  function tierOf(id: string, input: unknown, before: Tier | undefined): Tier | undefined {
    const path = `tiers.${id}`;
    const { limits, ...rules } = objectAt(path, input);
    let tier = made(path, () =>
      before === undefined ? createTier(undefined, { ...rules, tierId: id }) : changeTier(before, rules),
    );
    onceEach(`${path}.limits`, limits, (place, entry) => {
      tier = tier && (made(place, () => setTierLimits(tier, entry)) ?? tier);
    });
    return tier;
  }

  function onceEach(path: string, list: unknown, each: (path: string, entry: object) => void): void {
    if (list === undefined) return;
    if (!Array.isArray(list)) {
      mistakes.push(`${path}: must be a list`);
      return;
    }
    const chains = new Set<unknown>();
    for (const [index, entry] of (list as readonly unknown[]).entries()) {
      const place = `${path}[${index}]`;
      const chain = objectAt(place, entry);
      if (chains.has(chain['chainId'])) mistakes.push(`${place}.chainId: is given twice`);
      chains.add(chain['chainId']);
      each(place, chain);
    }
  }

  function onlyKnown(path: string, given: object, names: readonly string[]): void {
    for (const name of Object.keys(given)) {
      if (!names.includes(name)) mistakes.push(`${path}.${name}: is not known`);
    }
  }

  function objectAt(path: string, value: unknown): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    mistakes.push(`${path}: must be an object`);
    return {};
  }

  function made<S>(path: string, command: () => Change<S>): S | undefined {
    try {
      return command().state;
    } catch (error) {
      if (!isFault(error)) throw error;
      const details = error.details.length > 0 ? error.details : [error.message];
      mistakes.push(...details.map((detail) => `${path}: ${detail}`));
      return undefined;
    }
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`the draft is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
