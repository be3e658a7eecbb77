/**
 * A set of ids that can be read in order from any place on. It is put in order when it is read, not when it changes:
 * commits are many and lists are few. The order is that of the other stores, by Unicode's numbers for the characters,
 * which is not JavaScript's `<`: a character beyond U+FFFF is kept as two surrogates there, numbered below U+E000.
 */
export interface OrderedIds {
  readonly size: number;
  has(id: string): boolean;
  add(id: string): void;
  delete(id: string): void;
  /** Those behind `id`, which need not be one of them. Not to be read on after a change. */
  after(id: string): Iterable<string>;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** For well-formed text only. */
const compare = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) {
      return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
    }
  }
  return a.length - b.length;
};

const firstBehind = (sorted: readonly string[], id: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] ?? '', id) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
};

export const createOrderedIds = (): OrderedIds => {
  const members = new Set<string>();
  let sorted: readonly string[] | undefined;
  return {
    get size() {
      return members.size;
    },
    has: (id) => members.has(id),
    add: (id) => {
      members.add(id);
      sorted = undefined;
    },
    delete: (id) => {
      members.delete(id);
      sorted = undefined;
    },
    *after(id) {
      sorted ??= [...members].sort(compare);
      const ids = sorted;
      for (let i = firstBehind(ids, id); i < ids.length; i++) yield ids[i] ?? '';
    },
  };
};
