/** What happened, counted. Tallies of episodes add up. */
export type Tally = Map<string, number>;

export const createTally = (): Tally => new Map();

export function count(tally: Tally, what: string, by = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + by);
}

export function addTo(total: Tally, part: Tally): void {
  for (const [what, by] of part) count(total, what, by);
}

export const counted = (tally: Tally, what: string): number => tally.get(what) ?? 0;

/** All that begin with `prefix`, without it, most first. */
export const countedUnder = (tally: Tally, prefix: string): readonly (readonly [string, number])[] =>
  [...tally]
    .filter(([what]) => what.startsWith(prefix))
    .map(([what, by]) => [what.slice(prefix.length), by] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
