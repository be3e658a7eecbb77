import { ZERO, decimal, sumOf, type Decimal } from './amount';
import { balanceOf } from './balance';
import { createCalendar } from './calendar';
import { isExpired } from './destination';
import { effectiveLimits, type World } from './effective';
import { settledEver, settledSince, type History } from './history';
import { limitKey, type Limit } from './limit';
import type { Permit } from './permit';
import { accountOf, isSameAccount, type Place } from './place';
import { chainOf } from './platform';
import { destinationHistory, usageOf } from './usage';

/**
 * The most that could leave one account on one chain within the next `ms`: a bound from above, whoever reads, registers
 * and settles whatever and whenever, as long as the policy and the list of destinations stay as they are and the ledger
 * tells of no more than is counted now.
 *
 * What is held already is in it, since its operation may happen at any moment, also after a freeze. Beyond that every
 * limit gives a bound of its own, and the smallest holds. A window of length D is cut backwards from the end of the time
 * looked at into n pieces of at most D: at the last grant within a piece everything granted in that piece is still
 * counted, so each piece adds at most the limit, and the first one, which reaches back before now, that much less what
 * was settled in it already. Calendar periods are such pieces by themselves. A number of operations is worth that many
 * times the most that one may move. Where a limit changes within the time, because an override ends, the wider value
 * counts.
 *
 * In budget mode it holds if what was moved is reported before the next read, which is what that mode rests on.
 */
export function couldLeave(world: World, chainId: string, now: number, ms: number): Decimal {
  const { user } = world;
  // Nothing is decided as if it were earlier than the user's last event.
  const start = Math.max(now, user.latest);
  const time = { start, end: Math.max(now + ms, start + 1) };
  const holds = user.permits.filter((permit) => permit.hold !== null && permit.chainId === chainId);
  const held = countedOf(holds).amount;
  const usage = usageOf(user.usage, chainId);
  const places = isStopped(world, chainId) ? [] : placesWithin(world, chainId, time);
  const balance = balanceOf(user, chainId);
  if (balance === undefined || places.length === 0) return held;

  const spent = settledSince(usage.history, balance.countedFrom - 1).total;
  const spendable = decimal(balance.amount).minus(spent);
  const limits = widestLimits(world, chainId, time);
  const most = limits.reduce<Decimal>((least, one) => smaller(least, mostOfOne(one, spendable)), spendable);
  const shared = limits.filter(({ perDestination }) => !perDestination);
  const own = limits.filter(({ perDestination }) => perDestination);

  const onChain = { history: usage.history, holds, time: wholeOf(places), from: start, most };
  const bounds = shared.map((one) => boundOf(one, onChain)).filter((bound) => bound !== null);
  return [larger(spendable, held), ...bounds, ...(own.length === 0 ? [] : [toAllDestinations()])].reduce(
    smaller,
  );

  /** What was never sent anything to is counted like any other of them, once. */
  function toAllDestinations(): Decimal {
    const touched = new Set([...usage.destinations, ...holds].map(keyOf));
    const [known, unknown] = [
      places.filter((place) => touched.has(keyOf(place))),
      places.filter((place) => !touched.has(keyOf(place))),
    ];
    const elsewhere = holds.filter((hold) => !known.some((place) => isSameAccount(place, hold)));
    const each = known.map((place) =>
      toOne(
        destinationHistory(usage, place),
        holds.filter((hold) => isSameAccount(hold, place)),
        place.time,
      ),
    );
    const others = unknown.length === 0 ? ZERO : toOne([], [], wholeOf(unknown)).times(unknown.length);
    return each.reduce((sum, one) => sum.plus(one), others.plus(countedOf(elsewhere).amount));
  }

  function toOne(history: History, heldHere: readonly Permit[], open: Time): Decimal {
    const here = { history, holds: heldHere, time: open, from: start, most };
    return own
      .map((one) => boundOf(one, here))
      .filter((bound) => bound !== null)
      .reduce(smaller, larger(spendable, countedOf(heldHere).amount));
  }
}

/** ms UTC; the end is not in it. */
interface Time {
  readonly start: number;
  readonly end: number;
}

interface Counted {
  readonly amount: Decimal;
  readonly count: number;
}

interface Looked {
  readonly history: History;
  readonly holds: readonly Permit[];
  /** When something can be granted. */
  readonly time: Time;
  /** From when on what is held can be settled. */
  readonly from: number;
  /** That one operation may move. */
  readonly most: Decimal;
}

/** Remembers running periods, which changes no answer. */
const periodOf = createCalendar();

const smaller = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);
const larger = (a: Decimal, b: Decimal): Decimal => (a.gt(b) ? a : b);

const keyOf = ({ address, tag }: Omit<Place, 'chainId'>): string => JSON.stringify([accountOf(address), tag]);

const countedOf = (permits: readonly Permit[]): Counted => ({
  amount: permits.length === 0 ? ZERO : sumOf(permits.map(({ amount }) => amount)),
  count: permits.length,
});

function isStopped({ platform, tier, user }: World, chainId: string): boolean {
  const chain = chainOf(platform, chainId);
  if (chain === undefined || chain.frozen || platform.frozen) return true;
  if (user.tier !== null && (tier?.tierId !== user.tier || tier.frozen)) return true;
  return user.frozen || user.status !== 'active';
}

/** Each account on the list once, with the time in which something can be granted for it. */
function placesWithin(
  { user }: World,
  chainId: string,
  time: Time,
): readonly (Place & { readonly time: Time })[] {
  const places = new Map<string, Place & { readonly time: Time }>();
  for (const entry of user.destinations) {
    const open = {
      start: Math.max(time.start, entry.usableFrom),
      end: Math.min(time.end, entry.expiresAt ?? time.end),
    };
    if (entry.chainId !== chainId || isExpired(entry, time.start) || open.start >= open.end) continue;
    const key = keyOf(entry);
    const known = places.get(key);
    places.set(key, { ...entry, time: known === undefined ? open : wholeOf([known, { time: open }]) });
  }
  return [...places.values()];
}

const wholeOf = (all: readonly { readonly time: Time }[]): Time => ({
  start: Math.min(...all.map(({ time }) => time.start)),
  end: Math.max(...all.map(({ time }) => time.end)),
});

/** With the widest value of each key at any moment of the time; a key that is away at some moment limits nothing. */
function widestLimits(world: World, chainId: string, { start, end }: Time): readonly Limit[] {
  const { user } = world;
  const tier = user.tier === null ? undefined : world.tier;
  const ends = user.overrides.filter((one) => one.chainId === chainId).map(({ expiresAt }) => expiresAt);
  const moments = [start, ...ends.filter((at) => at > start && at < end)];
  const [first = [], ...later] = moments.map((at) =>
    effectiveLimits({ ...world, tier }, chainId, at).map(({ limit }) => limit),
  );
  return first.flatMap((limit) => {
    const same = later.map((all) => all.find((one) => limitKey(one) === limitKey(limit)));
    if (same.includes(undefined)) return [];
    const max = same.reduce(
      (most, one) => (decimal(one?.max ?? '0').gt(most) ? (one?.max ?? '0') : most),
      limit.max,
    );
    return [{ ...limit, max }];
  });
}

/** No operation that such a limit lets pass moves more. */
const mostOfOne = (limit: Limit, spendable: Decimal): Decimal => {
  if (limit.measure === 'count') return spendable;
  return limit.kind === 'share' ? decimal(limit.max).times(spendable) : decimal(limit.max);
};

/** null for a limit that says nothing about many operations. */
function boundOf(limit: Limit, looked: Looked): Decimal | null {
  const pieces = piecesOf(limit, looked);
  if (pieces === null) return null;
  const held = countedOf(looked.holds);
  const isCount = limit.measure === 'count';
  const bound = boundIn(pieces, decimal(limit.max), isCount ? decimal(held.count) : held.amount, isCount);
  if (!isCount) return bound;
  const { most } = looked;
  const excess = looked.holds.map(({ amount }) => larger(decimal(amount).minus(most), ZERO));
  return excess.reduce((sum, one) => sum.plus(one), bound.times(larger(most, ZERO)));
}

function boundIn({ number, settled }: Pieces, max: Decimal, held: Decimal, isCount: boolean): Decimal {
  if (settled === null) return max.times(number).plus(held);
  const left = max.minus(isCount ? settled.count : settled.amount);
  return larger(left, held).plus(max.times(number - 1));
}

/** The windows that cover the time; `settled`: in the first of them up to now, null when that one begins later. */
interface Pieces {
  readonly number: number;
  readonly settled: Counted | null;
}

function piecesOf(limit: Limit, { history, time, from }: Looked): Pieces | null {
  const since = (start: number): Counted | null => {
    if (start > from) return null;
    const { total, count } = settledSince(history, start - 1);
    return { amount: total, count };
  };
  switch (limit.kind) {
    case 'transaction':
    case 'share':
      return null;
    case 'lifetime': {
      const { total, count } = settledEver(history);
      return { number: 1, settled: { amount: total, count } };
    }
    case 'sliding': {
      const number = Math.ceil((time.end - time.start) / limit.ms);
      return { number, settled: since(time.end - number * limit.ms) };
    }
    case 'calendar': {
      const first = periodOf(limit, time.start);
      let number = 1;
      for (let { end } = first; end < time.end; { end } = periodOf(limit, end)) number += 1;
      return { number, settled: since(first.start) };
    }
  }
}
