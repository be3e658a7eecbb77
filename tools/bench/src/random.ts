import { createHash } from 'node:crypto';

/** The same bytes for the same seed, so that a run can be repeated: SHA-256 of the seed and a counter. Not for secrets. */
export interface Random {
  bytes(count: number): Buffer;
  /** From 0 up to, not including, `end`. */
  below(end: number): number;
  /** A new array in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

export function createRandom(seed: string): Random {
  let block = 0;
  let pool = Buffer.alloc(0);

  function bytes(count: number): Buffer {
    const parts = [pool];
    let size = pool.length;
    while (size < count) {
      const next = createHash('sha256').update(`${seed}:${block}`).digest();
      block += 1;
      parts.push(next);
      size += next.length;
    }
    const all = Buffer.concat(parts);
    pool = all.subarray(count);
    return all.subarray(0, count);
  }

  const below = (end: number): number => bytes(6).readUIntBE(0, 6) % end;

  return {
    bytes,
    below,
    shuffled(items) {
      const found = [...items];
      for (let last = found.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [found[last], found[other]] = [
          found[other] as (typeof found)[number],
          found[last] as (typeof found)[number],
        ];
      }
      return found;
    },
  };
}
