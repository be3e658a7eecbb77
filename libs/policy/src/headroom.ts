import { ZERO, decimal, decimalText, isZero, sumOf, type Decimal } from './amount';
import { balanceOf } from './balance';
import { createCalendar } from './calendar';
import { effectiveLimits, type EffectiveLimit, type LayerName, type World } from './effective';
import { firstSettledAfter, settledEver, settledSince, type History } from './history';
import type { Limit } from './limit';
import type { Permit, SettlementContext } from './permit';
import { accountOf, isSameAccount, type Place } from './place';
import { destinationHistory, usageOf } from './usage';

/**
 * What each limit still allows. Every open hold counts in full against every limit of its chain, however old it is,
 * because its operation may happen at any moment; what is settled counts from the moment that was recorded. So in any
 * true window the sum of what really moved is at most what was counted here when the last hold in it was granted.
 *
 * `before` and `after` are headroom before and after the operation asked for. They may be negative: so much more was
 * promised or moved than the limit, as it is now, allows.
 */
export interface Headroom {
  readonly key: string;
  readonly layer: LayerName | 'balance';
  readonly max: string;
  readonly used: string;
  readonly held: string;
  readonly before: string;
  readonly after: string;
  /** When more becomes available without anybody acting, ms UTC; null when only acting helps. */
  readonly moreAt: number | null;
}

export interface Asked extends Place {
  readonly amount: string;
}

/** Remembers the running periods, which changes no answer: finding one anew costs as much as the rest of a decision. */
const periodOf = createCalendar();

interface Counted {
  readonly amount: Decimal;
  readonly count: number;
}

/** In order of key, the balance last when there is one. */
export const headroomOf = (world: World, asked: Asked, now: number): readonly Headroom[] =>
  chainHeadroom(world, asked.chainId, now).of(asked, asked.amount);

export interface ChainHeadroom {
  /** For an operation of `amount` to this place. */
  of(place: Place, amount: string): readonly Headroom[];
  /** Only what is counted for the chain as a whole. */
  ofChain(amount: string): readonly Headroom[];
  /**
   * Only what is counted for each of these destinations by itself; those that nothing was ever sent to have the same
   * rows, which are told once.
   */
  ofDestinations(places: readonly Place[], amount: string): readonly Headroom[];
}

/** What all operations on one chain have in common is worked out once. */
export function chainHeadroom(world: World, chainId: string, now: number): ChainHeadroom {
  const { user } = world;
  const usage = usageOf(user.usage, chainId);
  const limits = effectiveLimits(world, chainId, now);
  const holds = user.permits.filter((permit) => permit.hold !== null && permit.chainId === chainId);
  const onChain = { history: usage.history, held: sum(holds) };
  const known = balanceOf(user, chainId);
  // From the very millisecond the balance was known: what is counted twice for once is only counted too early.
  const spent = known === undefined ? ZERO : settledSince(usage.history, known.countedFrom - 1).total;
  const spendable = known === undefined ? ZERO : decimal(known.amount).minus(spent);

  const limitRow = (
    { key, layer, limit }: EffectiveLimit,
    { history, held }: { readonly history: History; readonly held: Counted },
    amount: string,
  ): Headroom => {
    const counts = limit.measure === 'count';
    const { used, moreAt } = usedIn(limit, history, now);
    const max = limit.kind === 'share' ? decimal(limit.max).times(spendable) : decimal(limit.max);
    return headroom(
      { key, layer, max: limit.max, moreAt },
      max,
      counts ? decimal(used.count) : used.amount,
      limit.kind === 'transaction' ? ZERO : counts ? decimal(held.count) : held.amount,
      counts ? decimal(1) : decimal(amount),
    );
  };
  const balanceRows = (amount: string): readonly Headroom[] => {
    if (known === undefined) return [];
    const of = { key: 'balance', layer: 'balance', max: known.amount, moreAt: null } as const;
    return [headroom(of, decimal(known.amount), spent, onChain.held.amount, decimal(amount))];
  };
  const own = limits.filter(({ limit }) => limit.perDestination);
  const shared = limits.filter(({ limit }) => !limit.perDestination);
  const toDestination = (place: Place, held: readonly Permit[]) => ({
    history: destinationHistory(usage, place),
    held: sum(held),
  });
  return {
    of(place, amount) {
      const held = own.length > 0 ? holds.filter((permit) => isSameAccount(permit, place)) : [];
      const destination = own.length > 0 ? toDestination(place, held) : onChain;
      const rows = limits.map((one) =>
        limitRow(one, one.limit.perDestination ? destination : onChain, amount),
      );
      return [...rows, ...balanceRows(amount)];
    },
    ofChain: (amount) => [...shared.map((one) => limitRow(one, onChain, amount)), ...balanceRows(amount)],
    ofDestinations(all, amount) {
      if (own.length === 0) return [];
      const places = byPlace(holds);
      const used = new Set([...usage.destinations.map(placeKey), ...places.keys()]);
      const [untouched] = all.filter((place) => !used.has(placeKey(place)));
      const touched = all.filter((place) => used.has(placeKey(place)));
      return [...touched, ...(untouched === undefined ? [] : [untouched])].flatMap((place) => {
        const destination = toDestination(place, places.get(placeKey(place)) ?? []);
        return own.map((one) => limitRow(one, destination, amount));
      });
    },
  };
}

/** Whether one more operation of what was asked for fits. A limit of zero forbids also what moves no amount. */
export const fits = ({ after, layer, max }: Headroom): boolean =>
  !after.startsWith('-') && (layer === 'balance' || !isZero(max));

/** The one with the least left, the first of equals; counts only when there is nothing else. */
export function tightest(all: readonly Headroom[]): Headroom | undefined {
  const amounts = all.filter(({ key }) => !key.startsWith('count/'));
  const [first, ...rest] = amounts.length > 0 ? amounts : all;
  return rest.reduce((least, one) => (least && decimal(one.after).lt(least.after) ? one : least), first);
}

/** What a settlement on this chain must remember so that calendar windows stay exact and destinations are counted. */
export function settlementContext(world: World, chainId: string, asked: number): SettlementContext {
  const now = Math.max(asked, world.user.latest);
  const limits = effectiveLimits(world, chainId, now).map(({ limit }) => limit);
  const boundaries = limits.flatMap((limit) =>
    limit.kind === 'calendar' ? [periodOf(limit, now).start] : [],
  );
  return {
    boundaries: [...new Set(boundaries)].sort((a, b) => a - b),
    perDestination: limits.some(({ perDestination }) => perDestination),
    unheld: world.tier?.mode === 'budget',
  };
}

function headroom(
  of: Pick<Headroom, 'key' | 'layer' | 'max' | 'moreAt'>,
  max: Decimal,
  used: Decimal,
  held: Decimal,
  asked: Decimal,
): Headroom {
  const before = max.minus(used).minus(held);
  const { moreAt, ...named } = of;
  return {
    ...named,
    used: decimalText(used),
    held: decimalText(held),
    before: decimalText(before),
    after: decimalText(before.minus(asked)),
    moreAt,
  };
}

const placeKey = ({ address, tag }: Omit<Place, 'chainId'>): string =>
  JSON.stringify([accountOf(address), tag]);

function byPlace(permits: readonly Permit[]): ReadonlyMap<string, readonly Permit[]> {
  const places = new Map<string, Permit[]>();
  for (const permit of permits) {
    const key = placeKey(permit);
    const here = places.get(key);
    if (here === undefined) places.set(key, [permit]);
    else here.push(permit);
  }
  return places;
}

const sum = (permits: readonly Permit[]): Counted => ({
  amount: sumOf(permits.map(({ amount }) => amount)),
  count: permits.length,
});

function usedIn(
  limit: Limit,
  history: History,
  now: number,
): { readonly used: Counted; readonly moreAt: number | null } {
  switch (limit.kind) {
    case 'transaction':
    case 'share':
      return { used: { amount: ZERO, count: 0 }, moreAt: null };
    case 'lifetime':
      return { used: counted(settledEver(history)), moreAt: null };
    case 'sliding': {
      const from = now - limit.ms;
      const oldest = firstSettledAfter(history, from);
      return {
        used: counted(settledSince(history, from)),
        moreAt: oldest === null ? null : oldest + limit.ms,
      };
    }
    case 'calendar': {
      const { start, end } = periodOf(limit, now);
      const used = counted(settledSince(history, start - 1));
      return { used, moreAt: used.count === 0 ? null : end };
    }
  }
}

const counted = ({ total, count }: { readonly total: Decimal; readonly count: number }): Counted => ({
  amount: total,
  count,
});
