// Wrong shares are an error that says which, never a wrong secret. The forger here writes valid checksums.
import { combine } from './combine';
import { formatShare, parseShare, type Share } from './share';
import { ShareError } from './share-error';
import { split } from './split';

const secret = 'hunter2';
const setOf = (threshold: number, shares: number, setId = 'set') =>
  split(secret, { threshold, shares, setId });

const forge = (text: string, change: (share: Share) => Partial<Share>): string => {
  const share = parseShare(text) as Share;
  return formatShare({ ...share, ...change(share) });
};
/** Another byte in every share: changes of the same byte can cancel out, and then the secret is the right one. */
const forgeData = (text: string, at?: number): string =>
  forge(text, ({ data, index }) => {
    const bytes = Buffer.from(data, 'hex');
    const place = at ?? bytes.length - index;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return { data: bytes.toString('hex') };
  });
const flipLowestBit = (digit: string): string => (parseInt(digit, 16) ^ 1).toString(16);
const withForged = (shares: readonly string[], ...positions: number[]): string[] =>
  shares.map((share, position) => (positions.includes(position) ? forgeData(share) : share));

const failure = (shares: readonly string[]): Pick<ShareError, 'code' | 'positions'> | 'a secret' => {
  try {
    combine(shares);
    return 'a secret';
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    return { code: error.code, positions: error.positions };
  }
};

describe('combining', () => {
  it('nothing is too few', () => {
    expect(failure([])).toEqual({ code: 'too_few', positions: [] });
  });

  it('names damaged and malformed shares', () => {
    const shares = setOf(2, 4);
    const [a = '', b = '', c = '', d = ''] = shares;
    const flipped = b.slice(0, -1) + (b.endsWith('0') ? '1' : '0');
    expect(failure([a, flipped, c, flipped])).toEqual({ code: 'damaged', positions: [1, 3] });
    expect(failure([a, b, 'not a share', d])).toEqual({ code: 'malformed', positions: [2] });
  });

  it('names the share that was given twice', () => {
    const [a = '', b = '', c = ''] = setOf(3, 3);
    expect(failure([a, b, a])).toEqual({ code: 'duplicate', positions: [0, 2] });
    expect(failure([a, b, c, forgeData(b)])).toEqual({ code: 'duplicate', positions: [1, 3] });
  });

  describe('mixed sets', () => {
    it('names the odd one out', () => {
      const [a = '', b = ''] = setOf(2, 3);
      const [, , other = ''] = setOf(2, 3, 'other');
      expect(failure([a, other, b])).toEqual({ code: 'mixed', positions: [1] });
    });

    it('names all when no set has the most', () => {
      const [a = ''] = setOf(2, 3);
      const [, other = ''] = setOf(2, 3, 'other');
      expect(failure([a, other])).toEqual({ code: 'mixed', positions: [0, 1] });
    });

    it('is not fooled by equal set ids', () => {
      const [a = ''] = setOf(2, 3);
      const [, other = ''] = setOf(2, 3);
      expect(failure([a, other])).toEqual({ code: 'mixed', positions: [0, 1] });
    });

    it.each([
      ['threshold', { threshold: 3 }],
      ['number of shares', { shares: 5 }],
      ['commitment', { commitment: '0'.repeat(64) }],
      ['length', { data: '0'.repeat(64) }],
    ])('sees a share whose %s is another', (_, claim) => {
      const [a = '', b = '', c = ''] = setOf(2, 4);
      expect(failure([a, b, forge(c, () => claim)])).toEqual({ code: 'mixed', positions: [2] });
    });
  });

  describe('forged shares', () => {
    it('are a mismatch among just enough, whichever they are and wherever they lie', () => {
      for (const forged of [[0], [1], [2], [0, 2], [0, 1, 2]]) {
        expect(failure(withForged(setOf(3, 3), ...forged))).toEqual({
          code: 'mismatch',
          positions: [0, 1, 2],
        });
      }
      const [a = '', b = ''] = setOf(2, 2);
      for (let at = 0; at < 48; at += 1)
        expect(failure([a, forgeData(b, at)])).toMatchObject({ code: 'mismatch' });
    });

    it('are named among more than enough', () => {
      expect(failure(withForged(setOf(2, 3), 0))).toEqual({ code: 'mismatch', positions: [0] });
      expect(failure(withForged(setOf(2, 3), 2))).toEqual({ code: 'mismatch', positions: [2] });
      expect(failure(withForged(setOf(3, 6), 0, 1, 4))).toEqual({ code: 'mismatch', positions: [0, 1, 4] });
      expect(failure(withForged(setOf(10, 20), 0, 9))).toEqual({ code: 'mismatch', positions: [0, 9] });
    });

    it('are a mismatch of all when too few sound ones are left', () => {
      expect(failure(withForged(setOf(3, 4), 0, 1))).toEqual({ code: 'mismatch', positions: [0, 1, 2, 3] });
    });

    it('end in an error within bounded work', () => {
      const shares = withForged(setOf(10, 20), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      expect(failure(shares)).toMatchObject({ code: 'mismatch' });
    });

    it('that cancel each other out give the secret that was split, as long as nothing else is at hand to compare', () => {
      const [a = '', b = '', c = '', d = ''] = setOf(3, 4);
      const shifted = (text: string) =>
        forge(text, ({ data }) => ({ data: data.replace(/.$/, flipLowestBit) }));
      expect(combine([shifted(a), b, shifted(c)]).toString()).toBe(secret);
      expect(failure([shifted(a), b, shifted(c), d])).toMatchObject({ code: 'mismatch' });
    });

    it('cannot claim another index, or lower the threshold together', () => {
      const [a = '', b = '', c = ''] = setOf(3, 4);
      expect(failure([a, b, forge(c, () => ({ index: 4 }))])).toMatchObject({ code: 'mismatch' });
      const lowered = [a, b].map((share) => forge(share, () => ({ threshold: 2 })));
      expect(failure(lowered)).toMatchObject({ code: 'mismatch' });
    });

    it('of a whole set of another secret are not taken for this set', () => {
      const relabelled = (text: string, commitment: string) => forge(text, () => ({ commitment }));
      const { commitment } = parseShare(setOf(2, 2)[0] ?? '') as Share;
      const others = split('another secret', { threshold: 2, shares: 2, setId: 'set' });
      expect(failure(others.map((share) => relabelled(share, commitment)))).toMatchObject({
        code: 'mismatch',
      });
    });
  });

  it('says nothing of the shares in its errors', () => {
    const [a = '', b = ''] = setOf(2, 2);
    const { data, commitment } = parseShare(a) as Share;
    try {
      combine([a, forgeData(b)]);
    } catch (error) {
      const { message, stack = '' } = error as Error;
      expect(message).toMatch(/^share 1, 2: /);
      for (const part of [data, commitment, secret]) expect(message + stack).not.toContain(part);
    }
    expect.assertions(4);
  });
});
