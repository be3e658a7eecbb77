/**
 * Shares with the names of the places they were found at, so that what is wrong with one can be said in the operator's
 * words.
 */
import { readLocation } from './location';
import type { LocationDeps } from './location-deps';
import { formatReference, type LocationReference } from './reference';
import { SecretError } from './secret-error';
import { ShareError, type ShareErrorCode } from './share-error';

export interface FoundShare {
  /** Where: a reference as text. */
  readonly location: string;
  /** Without surrounding whitespace. */
  readonly text: string;
}

export interface ReadShares {
  readonly found: readonly FoundShare[];
  /** A sentence for each location that nothing could be read at. */
  readonly missing: readonly string[];
}

/** All at once. Throws SecretError where something is there that must not be used. */
export const readShares = async (
  locations: readonly LocationReference[],
  deps: LocationDeps,
): Promise<ReadShares> => {
  const results = await Promise.allSettled(
    locations.map(async (location) => ({
      location: formatReference(location),
      text: (await readLocation(location, deps)).trim(),
    })),
  );
  const found = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = results.flatMap((result): unknown[] =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  const missing = failures.map((failure) => {
    if (failure instanceof SecretError && failure.unavailable) return failure.message;
    throw failure;
  });
  return { found, missing };
};

export const locationsAt = (found: readonly FoundShare[], positions: readonly number[]): string =>
  found
    .filter((_, position) => positions.includes(position))
    .map(({ location }) => location)
    .join(', ');

/** What `use` makes of the shares; what is wrong with them is a SecretError under `name` with their locations. */
export const useShares = <Made>(
  name: string,
  found: readonly FoundShare[],
  use: (texts: readonly string[]) => Made,
): Made => {
  try {
    return use(found.map(({ text }) => text));
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    throw new SecretError(name, `${advice[error.code]} (${locationsAt(found, error.positions)})`, {
      cause: error,
    });
  }
};

const advice: Readonly<Record<ShareErrorCode, string>> = {
  malformed: 'what is there is not a share',
  damaged: 'the share is damaged: its checksum does not match',
  mixed: 'the share is of another set than the others',
  duplicate: 'the same share is at more than one location',
  too_few: 'there are fewer shares than the set needs',
  mismatch: 'the shares do not give the secret that was split: at least one is forged',
};
