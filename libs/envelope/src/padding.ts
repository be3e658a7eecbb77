/**
 * PKCS#7 (RFC 5652 section 6.3) removed by hand, because OpenSSL reports bad padding by an exception that costs more
 * than the good case: a difference that can be timed. This looks at all sixteen bytes whatever they are.
 */
import { BLOCK_BYTES } from './container';

export interface Unpadded {
  /** How many of the bytes are text. All of them when the padding is not sound. */
  readonly length: number;
  readonly sound: boolean;
}

/** `padded` is one or more whole blocks. */
export const unpad = (padded: Buffer): Unpadded => {
  const size = padded[padded.length - 1] ?? 0;
  let wrong = Number(size < 1) | Number(size > BLOCK_BYTES);
  for (let fromEnd = 1; fromEnd <= BLOCK_BYTES; fromEnd += 1) {
    wrong |= Number(fromEnd <= size) & Number(padded[padded.length - fromEnd] !== size);
  }
  const sound = wrong === 0;
  return { length: padded.length - size * Number(sound), sound };
};
