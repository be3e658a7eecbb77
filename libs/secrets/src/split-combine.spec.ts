import fc from 'fast-check';
import { combine } from './combine';
import frozen from './frozen-shares.json';
import { parseShare, type Share } from './share';
import { MAX_SECRET_BYTES, split } from './split';

const seed = 20260102;

const subsets = <T>(items: readonly T[], size: number): T[][] => {
  const [head, ...tail] = items;
  if (size === 0) return [[]];
  if (head === undefined) return [];
  return [...subsets(tail, size - 1).map((rest) => [head, ...rest]), ...subsets(tail, size)];
};

const schemes = [2, 3, 4, 5, 6].flatMap((shares) =>
  Array.from({ length: shares - 1 }, (_, i) => ({ threshold: i + 2, shares })),
);

describe('split and combine', () => {
  it.each(schemes)(
    '$threshold of $shares: every sufficient subset gives the secret, no smaller one',
    (scheme) => {
      const secret = 'sécret-鍵-🔑';
      const shares = split(secret, scheme);
      expect(shares).toHaveLength(scheme.shares);
      for (let size = 1; size <= scheme.shares; size += 1) {
        for (const subset of subsets(shares, size)) {
          if (size >= scheme.threshold) expect(combine(subset).toString('utf8')).toBe(secret);
          else expect(() => combine(subset)).toThrow(expect.objectContaining({ code: 'too_few' }));
        }
      }
    },
  );

  it('does not mind the order', () => {
    const shares = split('secret', { threshold: 3, shares: 5 });
    expect(combine([...shares].reverse()).toString()).toBe('secret');
    expect(combine([shares[4] ?? '', shares[0] ?? '', shares[2] ?? '']).toString()).toBe('secret');
  });

  it(`gives any bytes back, seed ${seed}`, () => {
    const scheme = fc
      .integer({ min: 2, max: 20 })
      .chain((shares) =>
        fc.record({ shares: fc.constant(shares), threshold: fc.integer({ min: 2, max: shares }) }),
      );
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        scheme,
        fc.integer(),
        (bytes, options, pick) => {
          const shares = split(Buffer.from(bytes), options);
          const from = Math.abs(pick) % shares.length;
          const chosen = [...shares.slice(from), ...shares.slice(0, from)].slice(0, options.threshold);
          expect([...combine(chosen)]).toEqual([...bytes]);
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it.each([
    ['a zero byte', Buffer.alloc(1)],
    ['leading zero bytes', Buffer.from('0000000001', 'hex')],
    ['trailing zero bytes', Buffer.from('0100000000', 'hex')],
    ['nothing but zero bytes', Buffer.alloc(64)],
    ['nothing but ones', Buffer.alloc(33, 0xff)],
    ['the largest secret', Buffer.alloc(MAX_SECRET_BYTES, 0xa5)],
  ])('gives back %s', (_, secret) => {
    expect(combine(split(secret, { threshold: 2, shares: 2 })).equals(secret)).toBe(true);
  });

  it('still reads the shares that were written first', () => {
    for (const subset of subsets(frozen.shares, frozen.threshold)) {
      expect(combine(subset).toString('utf8')).toBe(frozen.secret);
    }
  });

  it('does not commit to the secret alone: two splits of one secret share nothing', () => {
    const [one, two] = [0, 1].map(
      () => parseShare(split('1234', { threshold: 2, shares: 2, setId: 'pin' })[0] ?? '') as Share,
    );
    expect(one?.commitment).not.toBe(two?.commitment);
    expect(one?.data).not.toBe(two?.data);
  });

  it.each([
    [1, 3],
    [0, 2],
    [4, 3],
    [2, 21],
    [2.5, 3],
    [2, 3.5],
    [NaN, 3],
  ])('refuses %p of %p', (threshold, shares) => {
    expect(() => split('secret', { threshold, shares })).toThrow(RangeError);
  });

  it('refuses secrets it could not give back, and bad set ids', () => {
    const scheme = { threshold: 2, shares: 2 };
    expect(() => split('', scheme)).toThrow(RangeError);
    expect(() => split('a\uD800', scheme)).toThrow(RangeError);
    expect(() => split(Buffer.alloc(MAX_SECRET_BYTES + 1), scheme)).toThrow(RangeError);
    expect(() => split('secret', { ...scheme, setId: 'a:b' })).toThrow(RangeError);
  });
});
