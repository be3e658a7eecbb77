import { z } from 'zod';
import { amount, chainId, parsed } from './fields';
import { fault } from './faults';
import { changed, type Change } from './change';

/** What holds for everyone: which chains exist and the most a single operation may move on each. One document. */
export interface Platform {
  readonly schema: 1;
  readonly frozen: boolean;
  /** Ordered by chainId. A chain that is not here is not enabled and is never listed to CoKeeps. */
  readonly chains: readonly Chain[];
}

export interface Chain {
  readonly chainId: string;
  /** Largest amount of one operation, decimal string. */
  readonly perTransaction: string;
  readonly frozen: boolean;
}

export const PLATFORM_ID = 'platform';
const MAX_CHAINS = 200;

const EMPTY: Platform = { schema: 1, frozen: false, chains: [] };

export const chainOf = (platform: Platform, id: string): Chain | undefined =>
  platform.chains.find((chain) => chain.chainId === id);

const enable = z.strictObject({ chainId, perTransaction: amount });

/** Enables a chain or changes its per-transaction limit. */
export function enableChain(state: Platform | undefined, input: unknown): Change<Platform> {
  const command = parsed(enable, input);
  const platform = state ?? EMPTY;
  const before = chainOf(platform, command.chainId);
  if (before === undefined && platform.chains.length >= MAX_CHAINS) {
    throw fault('exhausted', { message: `at most ${MAX_CHAINS} chains can be enabled` });
  }
  const chain = { ...command, frozen: before?.frozen ?? false };
  return changed(withChain(platform, chain), { type: 'chain.enabled', data: command });
}

const disable = z.strictObject({ chainId });

export function disableChain(state: Platform | undefined, input: unknown): Change<Platform> {
  const command = parsed(disable, input);
  const platform = state ?? EMPTY;
  if (chainOf(platform, command.chainId) === undefined)
    throw fault('not_found', { message: 'no such chain' });
  const chains = platform.chains.filter((chain) => chain.chainId !== command.chainId);
  return changed({ ...platform, chains }, { type: 'chain.disabled', data: command });
}

export function freezePlatform(state: Platform | undefined, frozen: boolean): Change<Platform> {
  return changed(
    { ...(state ?? EMPTY), frozen },
    { type: frozen ? 'platform.frozen' : 'platform.unfrozen', data: {} },
  );
}

export function freezeChain(state: Platform | undefined, id: string, frozen: boolean): Change<Platform> {
  const chain = chainOf(state ?? EMPTY, id);
  if (state === undefined || chain === undefined) throw fault('not_found', { message: 'no such chain' });
  return changed(withChain(state, { ...chain, frozen }), {
    type: frozen ? 'chain.frozen' : 'chain.unfrozen',
    data: { chainId: id },
  });
}

function withChain(platform: Platform, chain: Chain): Platform {
  const others = platform.chains.filter(({ chainId: id }) => id !== chain.chainId);
  const chains = [...others, chain].sort((a, b) => (a.chainId < b.chainId ? -1 : 1));
  return { ...platform, chains };
}
