import type { Books, View } from './books';
import { windowName, type InForce } from './limits';
import { isSamePlace, type Balance, type Place, type Settlement } from './state';
import { ONE } from './units';

/** How much of a limit is taken, as it truly is and as it may at most be said to be. */
export interface Taken {
  readonly key: string;
  readonly max: bigint;
  readonly used: bigint;
  readonly usedAtMost: bigint;
  readonly held: bigint;
  /** Of a share, what may be open at once. */
  readonly share: { readonly max: bigint; readonly maxAtLeast: bigint } | null;
}

/** At most this part of a window may merged history be taken for younger than it is. */
const TOLERANCE = 100;
const MINUTE_MS = 60_000;
/** What is older is kept as one total. No window is as long, but a balance that nobody renews grows as old. */
const RETENTION_MS = 400 * 24 * 60 * MINUTE_MS;
const tolerance = (length: number): number => Math.max(length, MINUTE_MS) / TOLERANCE;

export function takenOf(
  { calendar }: Pick<Books, 'calendar'>,
  view: View,
  place: Place,
  at: number,
  caps: readonly InForce[],
): readonly Taken[] {
  const { user } = view;
  const settled = user.settlements.get(place.chainId) ?? [];
  const holds = [...user.holds.values()].filter(({ chainId }) => chainId === place.chainId);
  return caps.map(({ key, limit, max }) => {
    const counts = limit.measure === 'count';
    const mine = limit.perDestination
      ? settled.filter((one) => one.perDestination && isTo(one, place))
      : settled;
    const sum = (from: readonly Settlement[]) =>
      total(
        from.map(({ amount }) => amount),
        counts,
      );
    const used = sum(mine.filter((one) => within(one.at, 0)));
    const usedAtMost = sum(mine.filter((one) => within(one.at, 1)));
    const open = limit.perDestination ? holds.filter((one) => isSamePlace(one, place)) : holds;
    const held =
      limit.kind === 'transaction'
        ? 0n
        : total(
            open.map(({ amount }) => amount),
            counts,
          );
    return { key, max, used, usedAtMost, held, share: limit.kind === 'share' ? shareOf(max) : null };

    /** `wide` 1: also what may be taken to be in the window. */
    function within(settledAt: number, wide: 0 | 1): boolean {
      switch (limit.kind) {
        case 'transaction':
        case 'share':
          return false;
        case 'lifetime':
          return true;
        case 'sliding':
          return settledAt > at - limit.ms - wide * tolerance(limit.ms);
        case 'calendar': {
          const now = calendar.period(limit, at);
          if (calendar.period(limit, settledAt) === now) return true;
          // A period that began before anybody asked for this window was not kept exactly.
          if (wide === 0 || isExact(key, now)) return false;
          return calendar.period(limit, settledAt + tolerance(at - settledAt)) === now;
        }
      }
    }

    function isExact(window: string, now: number): boolean {
      if (limit.kind !== 'calendar') return false;
      const name = windowName(window);
      const asked = [
        view.platform.chains.get(place.chainId)?.since.get(name),
        view.user.limits.get(place.chainId)?.since.get(name),
        since(view.tier?.limits.get(place.chainId)?.since.get(name), view.user.tierSince.at),
      ];
      return asked.some((from) => from !== undefined && calendar.period(limit, from + MINUTE_MS) < now);
    }
  });

  function shareOf(fraction: bigint): { readonly max: bigint; readonly maxAtLeast: bigint } {
    const balance = balanceOf(view, place.chainId, at);
    if (balance === undefined) return { max: 0n, maxAtLeast: 0n };
    return {
      max: (fraction * (balance.amount - balance.spent)) / ONE,
      maxAtLeast: (fraction * (balance.amount - balance.spentAtMost)) / ONE,
    };
  }
}

const since = (a: number | undefined, b: number): number | undefined =>
  a === undefined ? undefined : Math.max(a, b);

const isTo = (a: Pick<Place, 'address' | 'tag'>, b: Pick<Place, 'address' | 'tag'>): boolean =>
  a.address === b.address && a.tag === b.tag;

const total = (amounts: readonly bigint[], counts: boolean): bigint =>
  counts ? BigInt(amounts.length) * ONE : amounts.reduce((sum, one) => sum + one, 0n);

export interface KnownBalance extends Balance {
  readonly spent: bigint;
  readonly spentAtMost: bigint;
  readonly held: bigint;
}

export function balanceOf(
  { user }: Pick<View, 'user'>,
  chainId: string,
  at: number,
): KnownBalance | undefined {
  const known = user.balances.get(chainId);
  if (known === undefined) return undefined;
  const settled = user.settlements.get(chainId) ?? [];
  const spentSince = (from: number) =>
    total(
      settled.filter((one) => one.at >= from).map(({ amount }) => amount),
      false,
    );
  const earliestTakenFor = (from: number) =>
    at - from >= RETENTION_MS ? -Infinity : from - tolerance(at - from);
  const holds = [...user.holds.values()].filter((permit) => permit.chainId === chainId);
  return {
    ...known,
    // Not since the as-of time: where it lay ahead of the push, what was settled in between is not in the amount.
    spent: spentSince(known.countedFrom),
    spentAtMost: spentSince(earliestTakenFor(known.countedFrom)),
    held: total(
      holds.map(({ amount }) => amount),
      false,
    ),
  };
}
