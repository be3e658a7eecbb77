import { drill } from './drill';
import { reshare } from './reshare';
import { combine } from './combine';
import { formatShare, parseShare, type Share } from './share';
import { ShareError } from './share-error';
import { split } from './split';

const forged = (text: string): string => {
  const share = parseShare(text) as Share;
  return formatShare({ ...share, data: share.data.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) });
};

describe('a drill', () => {
  it.each([
    [2, 3, 3],
    [3, 5, 10],
    [5, 5, 1],
    [2, 20, 190],
  ])('rebuilds every set of %p of %p: %p', (threshold, shares, subsets) => {
    expect(drill(split('hunter2', { threshold, shares }))).toEqual({
      threshold,
      shares,
      total: shares,
      subsets,
      rebuilt: subsets,
    });
  });

  it('takes the shares that are at hand, and says how many there should be', () => {
    expect(drill(split('hunter2', { threshold: 2, shares: 5 }).slice(1, 4))).toMatchObject({
      shares: 3,
      total: 5,
      subsets: 3,
    });
  });

  it('counts all sets, and rebuilds a bounded number', () => {
    expect(drill(split('hunter2', { threshold: 4, shares: 16 }))).toMatchObject({
      subsets: 1820,
      rebuilt: 1000,
    });
  });

  it('names a forged share that a secret could be had without', () => {
    const [a = '', b = '', c = ''] = split('hunter2', { threshold: 2, shares: 3 });
    expect(() => drill([a, b, forged(c)])).toThrow(new ShareError('mismatch', [2]));
    expect(() => drill([a])).toThrow(new ShareError('too_few', [0]));
    expect(() => drill([])).toThrow(ShareError);
  });
});

describe('resharing', () => {
  const old = split('hunter2', { threshold: 2, shares: 3 });

  it('gives new shares of the same secret, of any scheme', () => {
    const shares = reshare(old.slice(1), { threshold: 3, shares: 4 });
    expect(shares).toHaveLength(4);
    expect(combine(shares.slice(1)).toString()).toBe('hunter2');
  });

  it('gives shares that do not go with the old ones, of which the old ones know nothing', () => {
    const shares = reshare(old, { threshold: 2, shares: 3 });
    expect(() => combine([old[0] ?? '', shares[1] ?? ''])).toThrow(
      expect.objectContaining({ code: 'mixed' }),
    );
    expect(combine(old).toString()).toBe('hunter2');
  });

  it('refuses wrong shares and impossible schemes', () => {
    expect(() => reshare(old.slice(2), { threshold: 2, shares: 3 })).toThrow(ShareError);
    expect(() => reshare(old, { threshold: 4, shares: 3 })).toThrow(RangeError);
  });
});
