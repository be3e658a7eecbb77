/**
 * Spoilt shares, references and keyring files. Half of the spoilt shares get a checksum that is right again, as a forger would give
 * them; otherwise nothing would ever come past it.
 */
import { createHash } from 'node:crypto';
import { mutateBytes } from '../mutate-bytes';
import { mutateJson, type Json } from '../mutate-json';
import { oddText } from '../odd-values';
import type { Random } from '../random';
import type { Input } from '../target';

/** Shares and references that are right, to be spoilt. */
export interface ShareSeeds {
  readonly references: readonly string[];
  readonly keyrings: readonly Json[];
  readonly sets: readonly KnownSet[];
}

export interface KnownSet {
  readonly secret: string;
  readonly shares: readonly string[];
}

/** Of more shares, or longer ones, combining is slow by design: a limit of its own, known and tested elsewhere. */
const MOST_SHARES = 7;
const MOST_LENGTH = 4_096;

export const createShareInputs =
  ({ references, keyrings, sets }: ShareSeeds) =>
  (random: Random): Input => {
    const everyShare = sets.flatMap(({ shares }) => shares);
    const anyShare = (): Buffer => Buffer.from(random.pick(everyShare));
    const anyReference = (): Buffer => Buffer.from(random.pick(references));

    const reference = (): string => {
      const bytes = anyReference();
      if (random.chance(0.05)) return oddText(random);
      if (random.chance(0.2)) return grown(bytes.toString(), random);
      return mutateBytes(bytes, random, anyReference).toString();
    };
    const spoilt = (share: string): string =>
      random
        .weighted<() => string>([
          [3, () => share],
          [3, () => mutateBytes(Buffer.from(share), random, anyShare).toString()],
          [4, () => withField(share, random, everyShare)],
          [0.2, () => oddText(random)],
        ])()
        .slice(0, MOST_LENGTH)
        .replaceAll('\n', ' ');
    const texts = (): string => {
      const set = random.pick(sets);
      const chosen = shuffled(set, random).slice(0, 1 + random.below(set.shares.length));
      const added = random.chance(0.3) ? [random.pick(everyShare)] : [];
      const touched = [...chosen, ...added].slice(0, MOST_SHARES);
      const victim = random.below(touched.length);
      return touched
        .map((share, at) => (at === victim || random.chance(0.2) ? spoilt(share) : share))
        .join('\n');
    };

    const keyring = (): string => {
      const text = (): Buffer => Buffer.from(JSON.stringify(random.pick(keyrings)));
      if (random.chance(0.5)) return mutateBytes(text(), random, text).toString();
      return JSON.stringify(
        mutateJson(random.pick(keyrings), random, ['current', 'previous', 'previousUntil']),
      );
    };
    const secret = (): string =>
      random.weighted<() => string>([
        [2, () => mutateBytes(Buffer.from(random.pick(sets).secret), random, anyShare).toString()],
        [
          1,
          () => random.bytes(random.size(64)).toString(random.pick(['hex', 'base64', 'base64url', 'latin1'])),
        ],
        [1, () => oddText(random)],
      ])();

    return random.weighted<() => Input>([
      [1.5, () => ({ kind: 'keyring', bytes: Buffer.from(keyring()) })],
      [1.5, () => ({ kind: 'weakness', bytes: Buffer.from(secret()) })],
      [5, () => ({ kind: 'reference', bytes: Buffer.from(reference()) })],
      [4, () => ({ kind: 'combine', bytes: Buffer.from(texts()) })],
      [1, () => ({ kind: 'resolve', bytes: Buffer.from(`${2 + random.below(3)}\n${texts()}`) })],
    ])();
  };

const shuffled = ({ shares }: KnownSet, random: Random): string[] =>
  shares
    .map((share) => ({ share, place: random.below(2 ** 20) }))
    .sort((a, b) => a.place - b.place)
    .map(({ share }) => share);

/** One field from another share or from nowhere. */
const withField = (share: string, random: Random, others: readonly string[]): string => {
  const fields = share.split(':');
  const at = 1 + random.below(6);
  const before = fields[at] ?? '';
  const other = random.pick(others).split(':')[at] ?? '';
  const flipped = (): string => {
    const place = random.below(before.length);
    return before.slice(0, place) + random.pick([...'0123456789abcdef']) + before.slice(place + 1);
  };
  fields[at] = random.weighted<() => string>([
    [3, flipped],
    [2, () => other],
    [1, () => String(random.below(22))],
    [1, () => before + before],
    [1, () => before.slice(0, random.below(before.length + 1))],
    [1, () => oddText(random).slice(0, 300)],
  ])();
  if (random.chance(0.2)) return fields.join(':');
  const body = `${fields.slice(0, 7).join(':')}:`;
  return body + createHash('sha256').update(body, 'utf8').digest('hex').slice(0, 16);
};

/** A list of references that is longer than it may be, or nearly. */
const grown = (reference: string, random: Random): string => {
  const items = Array.from({ length: 1 + random.below(25) }, (_, at) =>
    random.chance(0.9) ? `env:S${at}` : reference,
  );
  return `shamir:${random.below(25)}:${items.join(',')}`;
};
