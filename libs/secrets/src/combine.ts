/**
 * Puts a secret back together. The result is the secret that was split, byte for byte, or a ShareError: the payload is
 * checked against the commitment all shares agree on, and every share given, needed or not, must lie on the same
 * polynomials. When more shares than needed are given and one is forged, it is named; of two or more forged together
 * the blame can fall on others, but what comes out cannot be another secret.
 */
import { commit, NONCE_BYTES } from './commitment';
import { type Point, pointAt, toPayload } from './polynomial';
import { parseShare, type Share } from './share';
import { ShareError } from './share-error';
import { subsets } from './subsets';

/**
 * How much is tried before a forgery goes unnamed, in byte operations: some ten seconds. For secrets of ordinary length
 * that is every set of up to ten shares.
 */
const MAX_WORK = 8_000_000;

/** Throws ShareError. Shares are exact texts: trim them first. */
export const combine = (texts: readonly string[]): Buffer => {
  const shares = parseAll(texts);
  const [first] = shares;
  if (first === undefined) throw new ShareError('too_few', []);
  refuseMixed(shares);
  refuseDuplicates(shares);
  if (shares.length < first.threshold) throw new ShareError('too_few', positionsOf(shares));

  const workPerSet = (first.data.length / 2) * first.threshold ** 2;
  let work = 0;
  for (const chosen of choices(shares, first.threshold)) {
    const payload = toPayload(chosen);
    if (payload.length > NONCE_BYTES && commit(first, payload) === first.commitment) {
      refuseForged(shares, chosen);
      return payload.subarray(NONCE_BYTES);
    }
    work += workPerSet;
    if (work > MAX_WORK) break;
  }
  throw new ShareError('mismatch', positionsOf(shares));
};

const positionsOf = (list: readonly unknown[]): number[] => [...list.keys()];

const parseAll = (texts: readonly string[]): Share[] => {
  const parsed = texts.map(parseShare);
  for (const code of ['malformed', 'damaged'] as const) {
    const positions = positionsOf(parsed).filter((position) => parsed[position] === code);
    if (positions.length > 0) throw new ShareError(code, positions);
  }
  return parsed.filter((share) => typeof share === 'object');
};

/** Shares of the smaller parties are at fault; with no largest party, all are. */
const refuseMixed = (shares: readonly Share[]): void => {
  const parties = new Map<string, number[]>();
  shares.forEach(({ setId, threshold, shares: total, commitment, data }, position) => {
    const party = [setId, threshold, total, commitment, data.length].join(':');
    parties.set(party, [...(parties.get(party) ?? []), position]);
  });
  if (parties.size < 2) return;
  const bySize = [...parties.values()].sort((a, b) => b.length - a.length);
  const [largest = [], second = []] = bySize;
  const atFault = largest.length > second.length ? bySize.slice(1) : bySize;
  throw new ShareError(
    'mixed',
    atFault.flat().sort((a, b) => a - b),
  );
};

const refuseDuplicates = (shares: readonly Share[]): void => {
  const positions = positionsOf(shares).filter((position) =>
    shares.some((other, at) => at !== position && other.index === shares[position]?.index),
  );
  if (positions.length > 0) throw new ShareError('duplicate', positions);
};

const refuseForged = (shares: readonly Share[], sound: readonly Point[]): void => {
  const positions = positionsOf(shares).filter((position) => {
    const share = shares[position];
    return share !== undefined && pointAt(share.index, sound).data !== share.data;
  });
  if (positions.length > 0) throw new ShareError('mismatch', positions);
};

/**
 * Sets of `size` shares, by leaving out none, then each one, then each two and so on: with few forgeries among many
 * shares a sound set comes early. A set may come more than once.
 */
function* choices(shares: readonly Share[], size: number): Generator<Share[]> {
  for (let left = 0; left <= shares.length - size; left += 1) {
    for (const out of subsets(shares, left))
      yield shares.filter((share) => !out.includes(share)).slice(0, size);
  }
}
