/**
 * The one source of chance in a simulation: xoshiro128** (Blackman and Vigna), seeded through splitmix32 from a text. The
 * same text gives the same numbers on every machine, which is what makes a failure repeatable. Not for secrets.
 */
export interface Random {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the entries, each as likely as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T;
  /** Whole milliseconds, most of them short, some a few times `mean`. */
  wait(mean: number): number;
}

export function createRandom(seed: string): Random {
  let [a, b, c, d] = seeded(seed);

  function next(): number {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  }
  const fraction = (): number => next() / 2 ** 32;
  const below = (n: number): number => Math.floor(fraction() * n);

  return {
    below,
    between: (from, to) => from + below(to - from + 1),
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
    wait: (mean) => Math.floor(-Math.log(1 - fraction()) * mean),
  };
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function seeded(seed: string): [number, number, number, number] {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  const splitmix = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [splitmix(), splitmix(), splitmix(), splitmix()];
}
