/**
 * The proof that shares will do when they are needed: every set of `threshold` of them gives one and the same secret,
 * the one that was split. All shares are shown to lie on the same polynomials, which settles it for every set; up to
 * MAX_REBUILT sets are then rebuilt one by one as well, as on the day itself. Nothing of the secret comes out.
 */
import { combine } from './combine';
import { parseShare } from './share';
import { ShareError } from './share-error';
import { countSubsets, subsets } from './subsets';

export interface Drill {
  readonly threshold: number;
  /** How many were given. */
  readonly shares: number;
  /** How many the set has. */
  readonly total: number;
  /** How many sets of `threshold` the given shares make: each gives the secret. */
  readonly subsets: number;
  /** How many of these were rebuilt one by one. */
  readonly rebuilt: number;
}

/** All there are of 12 shares or fewer. */
const MAX_REBUILT = 1000;

/** Throws ShareError. Shares are exact texts: trim them first. */
export const drill = (texts: readonly string[]): Drill => {
  const secret = combine(texts);
  try {
    const [first] = texts.map(parseShare);
    if (typeof first !== 'object') throw new ShareError('malformed', [0]);
    const { threshold, shares: total } = first;
    let rebuilt = 0;
    for (const chosen of subsets([...texts.keys()], threshold)) {
      if (rebuilt === MAX_REBUILT) break;
      const again = combine(chosen.map((position) => texts[position] ?? ''));
      const same = again.equals(secret);
      again.fill(0);
      if (!same) throw new ShareError('mismatch', chosen);
      rebuilt += 1;
    }
    return {
      threshold,
      shares: texts.length,
      total,
      subsets: countSubsets(texts.length, threshold),
      rebuilt,
    };
  } finally {
    secret.fill(0);
  }
};
