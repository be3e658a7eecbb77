/** The subsets of `size` items, in the items' order. */
export function* subsets<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) return yield [];
  for (const [at, item] of items.entries()) {
    for (const rest of subsets(items.slice(at + 1), size - 1)) yield [item, ...rest];
  }
}

/** How many there are: exact for every set of shares there can be. */
export const countSubsets = (items: number, size: number): number => {
  let count = 1;
  for (let i = 1; i <= size; i += 1) count = (count * (items - size + i)) / i;
  return count;
};
