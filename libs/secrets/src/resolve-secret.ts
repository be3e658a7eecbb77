/**
 * From a reference to the secret it stands for. The secret is whole and the one that was meant, or there is an error
 * that names the location: of the locations of a shamir reference as many may be unreachable as the threshold allows
 * (each is reported), but a share that is there and is damaged, of another set or forged stops the start, because it
 * means that someone or something altered it.
 */
import { isUtf8 } from 'node:buffer';
import { combine } from './combine';
import { readLocation } from './location';
import type { LocationDeps } from './location-deps';
import { formatReference, parseReference, type Reference, type ShamirReference } from './reference';
import { createSecret, type Secret } from './secret';
import { SecretError } from './secret-error';
import { parseShare } from './share';
import { locationsAt, readShares, useShares } from './shares-at';
import { MAX_SECRET_BYTES } from './split';

export interface ResolveDeps extends LocationDeps {
  /** Told, one sentence each, of locations that could be done without. Names locations, never values. */
  readonly report: (message: string) => void;
}

/** Throws InvalidReference, or SecretError with a message for the operator. */
export const resolveSecret = async (reference: string | Reference, deps: ResolveDeps): Promise<Secret> => {
  const parsed = typeof reference === 'string' ? parseReference(reference) : reference;
  const text =
    parsed.kind === 'shamir' ? await resolveShamir(parsed, deps) : await readLocation(parsed, deps);
  if (Buffer.byteLength(text, 'utf8') > MAX_SECRET_BYTES) {
    throw new SecretError(formatReference(parsed), `the secret is longer than ${MAX_SECRET_BYTES} bytes`);
  }
  return createSecret(text);
};

const resolveShamir = async (reference: ShamirReference, deps: ResolveDeps): Promise<string> => {
  const { threshold, locations } = reference;
  const name = formatReference(reference);
  const { found, missing } = await readShares(locations, deps);
  if (found.length < threshold) {
    throw new SecretError(
      name,
      `${found.length} of ${threshold} shares could be read; ${missing.join('; ')}`,
      { unavailable: true },
    );
  }
  const otherThreshold = found.flatMap(({ text }, position) => {
    const share = parseShare(text);
    return typeof share === 'object' && share.threshold !== threshold ? [position] : [];
  });
  const bytes = useShares(name, found, combine);
  if (otherThreshold.length > 0) {
    throw new SecretError(
      name,
      `the shares at ${locationsAt(found, otherThreshold)} were split with another threshold`,
    );
  }
  if (!isUtf8(bytes)) throw new SecretError(name, 'the shared secret is not UTF-8 text');
  for (const message of missing) deps.report(`${name}: done without one share: ${message}`);
  return bytes.toString('utf8');
};
