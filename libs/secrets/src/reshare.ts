import { combine } from './combine';
import { split, type SplitOptions } from './split';

/**
 * New shares of the same secret, which do not combine with the old ones. The old ones still give the secret among
 * themselves until they are destroyed. Throws ShareError, and RangeError on impossible options.
 */
export const reshare = (texts: readonly string[], options: SplitOptions): string[] => {
  const secret = combine(texts);
  try {
    return split(secret, options);
  } finally {
    secret.fill(0);
  }
};
