import { amountText, decimal } from './amount';
import { balanceOf } from './balance';
import { bindingOf, type Budget } from './decision';
import { isUsable, type Destination } from './destination';
import type { World } from './effective';
import { chainHeadroom, tightest, type Headroom } from './headroom';
import { NOWHERE } from './place';
import type { Chain } from './platform';

/**
 * Budget mode: what is left, told without a hold. The weaker promise, for integrations that cannot register their
 * operations: two reads at once are told of the same headroom, and what they move is counted only once it is reported.
 * A chain's limit is the most that fits every usable destination, so a limit per destination holds whichever is used.
 */
export interface BudgetAnswer {
  readonly chains: readonly Budget[];
  readonly limitOf: (chainId: string) => string;
  readonly destinations: readonly { readonly chainId: string; readonly address: string }[];
}

export function budgetOf(world: World, now: number): BudgetAnswer {
  const usable = world.user.destinations.filter((entry) => isUsable(entry, now));
  const answers = world.platform.chains.map((chain) => {
    const places = chain.frozen ? [] : usable.filter(({ chainId }) => chainId === chain.chainId);
    return { chain, places, ...left(world, chain, places, now) };
  });
  return {
    chains: answers.map(({ chain, limit, binding }) => ({ chainId: chain.chainId, limit, binding })),
    limitOf: (chainId) => answers.find(({ chain }) => chain.chainId === chainId)?.limit ?? '0',
    destinations: answers.flatMap(({ chain: { chainId }, places }) =>
      places.length === 0
        ? [{ chainId, address: NOWHERE }]
        : [...new Set(places.map(({ address }) => address))].map((address) => ({ chainId, address })),
    ),
  };
}

function left(
  world: World,
  chain: Chain,
  places: readonly Destination[],
  now: number,
): Pick<Budget, 'limit' | 'binding'> {
  const balance = balanceOf(world.user, chain.chainId);
  const nothing = { limit: '0', binding: null };
  if (balance === undefined) return nothing;
  if (now - balance.asOf > world.platform.settings.balanceMaxAgeMs) return nothing;
  if (places.length === 0) return nothing;
  const headroom = chainHeadroom(world, chain.chainId, now);
  const rows = [...headroom.ofChain('0'), ...headroom.ofDestinations(places, '0')];
  const spent = rows.find((row) => isCount(row) && decimal(row.before).lt(1));
  if (spent !== undefined) return { limit: '0', binding: bindingOf(spent) };
  const least = tightest(rows.filter((row) => !isCount(row)));
  if (least === undefined) return nothing;
  return { limit: amountText(decimal(least.before)), binding: bindingOf(least) };
}

const isCount = ({ key }: Headroom): boolean => key.startsWith('count/');
