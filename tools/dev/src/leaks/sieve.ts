/**
 * Searches bytes for stretches of very many values in one pass (Rabin and Karp): a rolling hash over `window` bytes, a
 * bit map that rules out nearly every place, and a comparison of the bytes where it does not. Every stretch of a value
 * that is as long as the value needs, and as `window + stride - 1`, is found, wherever it was cut.
 */
export interface Sought {
  readonly bytes: Buffer;
  /** So many of its bytes in a row give it away. */
  readonly need: number;
}

export interface Sieved<T> {
  readonly of: T;
  readonly firstAt: number;
}

export interface Sieve<T> {
  look(bytes: Buffer): readonly Sieved<T>[];
}

interface Window<T> {
  readonly of: T;
  readonly at: number;
}

const BASE = 0x01000193;
const MAP_BITS = 22;
/** Spreads a byte over 32 bits; a run of zeros must not hash to the zero that the search starts with. */
const mixed = Int32Array.from({ length: 256 }, (_, byte) => Math.imul(byte + 1, 0x9e3779b1));

/** Throws RangeError for a value shorter than the window. */
export function createSieve<T extends Sought>(
  values: readonly T[],
  { window, stride }: { readonly window: number; readonly stride: number },
): Sieve<T> {
  const map = new Uint8Array(2 ** (MAP_BITS - 3));
  const byHash = new Map<number, Window<T>[]>();
  for (const value of values) {
    for (const at of windowsOf(value.bytes.length, window, stride)) {
      const hash = hashOf(value.bytes, at, window);
      const same = byHash.get(hash);
      if (same === undefined) byHash.set(hash, [{ of: value, at }]);
      else same.push({ of: value, at });
      const bit = hash >>> (32 - MAP_BITS);
      map[bit >>> 3] = (map[bit >>> 3] as number) | (1 << (bit & 7));
    }
  }
  let power = 1; // BASE ** window
  for (let i = 0; i < window; i += 1) power = Math.imul(power, BASE);
  /** What a byte counts for when it leaves the window. */
  const leaving = mixed.map((byte) => Math.imul(power, byte));

  return {
    look(bytes) {
      const found = new Map<T, number>();
      let hash = 0;
      for (let end = 0; end < bytes.length; end += 1) {
        hash = (Math.imul(hash, BASE) + (mixed[bytes[end] as number] as number)) | 0;
        if (end >= window) hash = (hash - (leaving[bytes[end - window] as number] as number)) | 0;
        const bit = hash >>> (32 - MAP_BITS);
        if (((map[bit >>> 3] as number) & (1 << (bit & 7))) === 0 || end < window - 1) continue;
        for (const { of, at } of byHash.get(hash) ?? []) {
          const start = end - window + 1;
          if (!found.has(of) && inCommon(of.bytes, at, bytes, start) >= Math.min(of.need, of.bytes.length))
            found.set(of, start);
        }
      }
      return [...found].map(([of, firstAt]) => ({ of, firstAt }));
    },
  };
}

function* windowsOf(length: number, window: number, stride: number): Generator<number> {
  const last = length - window;
  if (last < 0) throw new RangeError(`${length} bytes are too few to search for`);
  for (let at = 0; at < last; at += stride) yield at;
  yield last;
}

function hashOf(bytes: Buffer, at: number, window: number): number {
  let hash = 0;
  for (let i = at; i < at + window; i += 1)
    hash = (Math.imul(hash, BASE) + (mixed[bytes[i] as number] as number)) | 0;
  return hash;
}

/** How many bytes are the same in both, before and behind these two places. */
function inCommon(a: Buffer, atA: number, b: Buffer, atB: number): number {
  let before = 0;
  while (before < atA && before < atB && a[atA - before - 1] === b[atB - before - 1]) before += 1;
  let behind = 0;
  while (atA + behind < a.length && atB + behind < b.length && a[atA + behind] === b[atB + behind])
    behind += 1;
  return before + behind;
}
