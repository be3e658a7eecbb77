import { recorded, type History } from './history';
import { isSameAccount, type Place } from './place';

/** What one user has settled on one chain, kept apart for each destination that has limits of its own. */
export interface Usage {
  readonly chainId: string;
  readonly history: History;
  /** Least recently used first. */
  readonly destinations: readonly DestinationUsage[];
}

export interface DestinationUsage {
  readonly address: string;
  readonly tag: string | null;
  readonly history: History;
}

/** One settled operation, with what the limits in force at that moment need of it. */
export interface Settlement extends Place {
  readonly amount: string;
  readonly at: number; // ms UTC
  /** Starts of the calendar periods that run at `at`. */
  readonly boundaries: readonly number[];
  /** Whether a limit per destination is in force, or was when the operation was granted. */
  readonly perDestination: boolean;
}

/** Points of all destinations of one chain together; bounds the document whatever the number of destinations. */
const MAX_DESTINATION_POINTS = 10_000;

/** Destinations that may have a history of their own on one chain; no permit for another is taken beyond. */
export const MAX_USED_DESTINATIONS = 5_000;

export const usageOf = (all: readonly Usage[], chainId: string): Usage =>
  all.find((usage) => usage.chainId === chainId) ?? { chainId, history: [], destinations: [] };

export const destinationHistory = (
  { destinations }: Usage,
  to: Pick<DestinationUsage, 'address' | 'tag'>,
): History => destinations.find((entry) => isSameAccount(entry, to))?.history ?? [];

/** In order of chainId. */
export function withSettlement(all: readonly Usage[], settlement: Settlement): readonly Usage[] {
  const { chainId, at, amount, boundaries } = settlement;
  const before = usageOf(all, chainId);
  const usage: Usage = {
    chainId,
    history: recorded(before.history, at, amount, boundaries),
    // Once begun it goes on, so that a limit that is away for a moment has missed nothing when it is back.
    destinations:
      settlement.perDestination || before.destinations.length > 0
        ? withDestination(before, settlement)
        : before.destinations,
  };
  const others = all.filter((entry) => entry.chainId !== chainId);
  return [...others, usage].sort((a, b) => (a.chainId < b.chainId ? -1 : 1));
}

function withDestination(usage: Usage, settlement: Settlement): readonly DestinationUsage[] {
  const { address, tag, at, amount, boundaries } = settlement;
  const others = usage.destinations.filter((entry) => !isSameAccount(entry, settlement));
  const before = destinationHistory(usage, settlement);
  // Too many points: one destination's history gets coarser, which errs on the safe side as ever.
  const room = MAX_DESTINATION_POINTS - others.reduce((sum, { history }) => sum + history.length, 0);
  let history = recorded(before, at, amount, boundaries);
  for (let coarseness = 2; history.length > Math.max(room, 1) && coarseness <= 1 << 20; coarseness *= 2) {
    history = recorded(before, at, amount, boundaries, coarseness);
  }
  return [...others, { address, tag, history }];
}
