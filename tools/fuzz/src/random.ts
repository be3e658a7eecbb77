/**
 * The one source of chance of the fuzzer: sfc32 (Chris Doty-Humphrey), seeded from a text. Every input has a generator of
 * its own, seeded by run, target and number, so that one input can be made again without those before it. Not for
 * secrets.
 */
import { createHash } from 'node:crypto';

export interface Random {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the entries, each as likely as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T;
  /** A size: small ones are likely, `most` is possible. */
  size(most: number): number;
  bytes(length: number): Buffer;
}

export const createRandom = (seed: string): Random => {
  const state = createHash('sha256').update(seed, 'utf8').digest();
  let a = state.readInt32LE(0);
  let b = state.readInt32LE(4);
  let c = state.readInt32LE(8);
  let counter = 1;
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  const fraction = (): number => next() / 2 ** 32;
  const below = (n: number): number => Math.floor(fraction() * n);

  return {
    below,
    chance: (probability) => fraction() < probability,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[below(from.length)] as T;
    },
    weighted<T>(from: readonly (readonly [number, T])[]): T {
      const total = from.reduce((sum, [weight]) => sum + weight, 0);
      let left = fraction() * total;
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new RangeError('nothing to choose from');
    },
    size: (most) => Math.floor((most + 1) ** fraction()) - 1 + below(2),
    bytes(length) {
      const bytes = Buffer.allocUnsafe(length);
      for (let at = 0; at < length; at += 1) bytes[at] = next() & 0xff;
      return bytes;
    },
  };
};
