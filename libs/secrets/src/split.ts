/**
 * Splits a secret into shares, any `threshold` of which give it back and fewer of which tell nothing but its length
 * (to 16 bytes). The shares carry a commitment, so what comes back is the secret that was split or an error.
 */
import { randomBytes } from 'node:crypto';
import { commit, NONCE_BYTES } from './commitment';
import { toPoints } from './polynomial';
import { formatShare, isSetId, MAX_SHARES, MIN_THRESHOLD } from './share';

export const MAX_SECRET_BYTES = 65536;

export interface SplitOptions {
  /** How many shares are enough: 2 .. shares. */
  readonly threshold: number;
  /** How many there are: at most 20. */
  readonly shares: number;
  /** Names the set in every share, in the open: letters, digits, `-`, `_`, at most 64. Random when left out. */
  readonly setId?: string;
}

/** Texts in the format of share.ts. Throws RangeError on a secret of 0 or over 64 KiB, or on impossible options. */
export const split = (secret: string | Buffer, options: SplitOptions): string[] => {
  const { threshold, shares, setId = randomBytes(16).toString('hex') } = options;
  const bytes = typeof secret === 'string' ? Buffer.from(secret, 'utf8') : secret;
  if (typeof secret === 'string' && bytes.toString('utf8') !== secret) {
    throw new RangeError('the secret is not well-formed Unicode');
  }
  if (bytes.length < 1 || bytes.length > MAX_SECRET_BYTES) {
    throw new RangeError(`the secret must have 1 to ${MAX_SECRET_BYTES} bytes`);
  }
  const whole = Number.isInteger(threshold) && Number.isInteger(shares);
  if (!whole || threshold < MIN_THRESHOLD || threshold > shares || shares > MAX_SHARES) {
    throw new RangeError(
      `whole numbers with ${MIN_THRESHOLD} <= threshold <= shares <= ${MAX_SHARES} are needed`,
    );
  }
  if (!isSetId(setId)) throw new RangeError('the set id must be 1 to 64 letters, digits, - or _');

  const payload = Buffer.concat([randomBytes(NONCE_BYTES), bytes]);
  const commitment = commit({ setId, threshold, shares }, payload);
  return toPoints(payload, { threshold, shares }).map(({ index, data }) =>
    formatShare({ setId, index, threshold, shares, commitment, data }),
  );
};
