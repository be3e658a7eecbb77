import type { Books } from './books';
import type { InForce } from './limits';
import { isSamePlace, type Permit } from './state';
import { ONE, unitsText } from './units';
import { demand } from '../violation';

/** Assets that truly moved, when they did, and the permit they moved under. */
export interface Movement {
  readonly permit: Permit;
  readonly at: number;
  /** At most what was held: what the ledger moves beyond its word is nothing a limit can stop. */
  readonly amount: bigint;
}

/**
 * What it is all for: in no true window did more truly move than was allowed. A limit is in force from grant to grant, so
 * the cap of every grant is held against what moved under it and under the grants before it, in every window that it
 * moved in. Windows are of true time; when anything was reported does not matter. Returns the number of windows.
 */
export function demandTruth({ calendar }: Pick<Books, 'calendar'>, all: readonly Movement[]): number {
  let windows = 0;
  const granted = (one: Movement): number => one.permit.held?.position ?? 0;
  const inOrder = [...all].sort((a, b) => granted(a) - granted(b));
  inOrder.forEach((last, i) => {
    const { uid, chainId } = last.permit;
    const before = inOrder
      .slice(0, i + 1)
      .filter(({ permit }) => permit.uid === uid && permit.chainId === chainId);
    for (const cap of last.permit.held?.caps ?? []) {
      const counted = before.filter((one) => isCounted(cap, one, last));
      for (const moved of windowsOf(cap, counted, last)) {
        windows += 1;
        const sum = cap.limit.measure === 'count' ? BigInt(moved.length) * ONE : total(moved);
        demand(
          sum <= cap.max,
          () =>
            `overspend: ${last.permit.uid} moved ${unitsText(sum)} on ${last.permit.chainId} in one window of ` +
            `${cap.key} with ${unitsText(cap.max)}, the last granted by ${last.permit.held?.decisionId}`,
        );
      }
    }
  });
  return windows;

  function windowsOf(
    { limit }: InForce,
    counted: readonly Movement[],
    last: Movement,
  ): readonly (readonly Movement[])[] {
    switch (limit.kind) {
      case 'share': // of what is open at once, which is no window of time
        return [];
      case 'transaction':
        return [[last]];
      case 'lifetime':
        return [counted];
      case 'calendar': {
        const period = calendar.period(limit, last.at);
        return [counted.filter((one) => calendar.period(limit, one.at) === period)];
      }
      case 'sliding':
        return counted
          .filter(({ at }) => at >= last.at && at - limit.ms < last.at)
          .map((end) => counted.filter(({ at }) => at > end.at - limit.ms && at <= end.at));
    }
  }
}

/** A destination's settlements count from when a limit per destination was in force as they were recorded. */
function isCounted({ limit }: InForce, one: Movement, last: Movement): boolean {
  if (!limit.perDestination) return true;
  if (!isSamePlace(one.permit, last.permit)) return false;
  const { ended, perDestination, held } = one.permit;
  const wasOpen = ended === null || held === null || ended.position > (last.permit.held?.position ?? 0);
  return wasOpen || perDestination;
}

const total = (moved: readonly Movement[]): bigint => moved.reduce((sum, { amount }) => sum + amount, 0n);
