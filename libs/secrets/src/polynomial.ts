/**
 * Shamir's scheme over GF(256), one polynomial per byte, computed by secrets.js-grempe. This file is all that knows
 * that library; the rest of the world sees bytes in and hex points out.
 *
 * The library's own generator redraws a byte of zeros, so that no coefficient is ever 0. Then a single share of a
 * threshold of two rules out one value for every byte of the secret, where Shamir's proof asks for no knowledge at
 * all. So the coefficients are drawn here, evenly. The library tests a generator by asking it for a few numbers that
 * must not be 0; those get a 1, and are not used.
 */
import { randomBytes } from 'node:crypto';
import library from 'secrets.js-grempe';

export interface Point {
  /** 1..255 */
  readonly index: number;
  /** hex */
  readonly data: string;
}

/** Points 1..shares; any `threshold` of them give the payload back. Their length is the payload's, padded to 16 bytes. */
export const toPoints = (
  payload: Buffer,
  { shares, threshold }: { shares: number; threshold: number },
): Point[] => {
  useEvenCoefficients();
  return library.share(payload.toString('hex'), shares, threshold).map((text) => {
    const { id, data } = library.extractShareComponents(text);
    return { index: id, data };
  });
};

/** What the points lead to. Points that do not belong together lead to other bytes, or to none. */
export const toPayload = (points: readonly Point[]): Buffer =>
  Buffer.from(library.combine(points.map(toText)), 'hex');

/** The point at `index` on the polynomials through the given points. */
export const pointAt = (index: number, points: readonly Point[]): Point => ({
  index,
  data: library.combine(points.map(toText), index),
});

/** The library's spelling: 8 bits per field element, the index in two hex digits, the data. */
const toText = ({ index, data }: Point): string => `8${index.toString(16).padStart(2, '0')}${data}`;

const POOL_BYTES = 4096;

const useEvenCoefficients = (): void => {
  let pool = Buffer.alloc(0);
  let used = 0;
  let tested = false;
  const draw = (bits: number): string => {
    if (!tested) return '1'.padStart(bits, '0');
    if (used === pool.length) {
      pool = randomBytes(POOL_BYTES);
      used = 0;
    }
    return pool.readUInt8(used++).toString(2).padStart(bits, '0');
  };
  // The library takes a function as well; its type declarations name the built-in generators only.
  library.setRNG(draw as unknown as Parameters<typeof library.setRNG>[0]);
  tested = true;
};
