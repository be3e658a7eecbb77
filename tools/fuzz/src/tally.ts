/** How often each of a few things happened. */
export interface Tally {
  add(what: string): void;
  counts(): ReadonlyMap<string, number>;
}

export const createTally = (): Tally => {
  const counts = new Map<string, number>();
  return { add: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1), counts: () => counts };
};
