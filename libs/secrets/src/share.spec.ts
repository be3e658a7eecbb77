import frozen from './frozen-shares.json';
import { formatShare, isSetId, parseShare, type Share } from './share';
import { split } from './split';

const [text = ''] = frozen.shares;
const share = parseShare(text) as Share;

describe('a share', () => {
  it('is read and written as one and the same text', () => {
    expect(share).toMatchObject({ setId: 'frozen-2025', index: 1, threshold: 2, shares: 3 });
    expect(formatShare(share)).toBe(text);
    expect(text).not.toMatch(/\s/);
  });

  it.each(frozen.shares.map((_, i) => i))('%i: damage is seen at every character', (i) => {
    const whole = frozen.shares[i] ?? '';
    for (let at = 0; at < whole.length; at += 1) {
      const character = whole[at] ?? '';
      for (const other of ['0', '1', '9', 'a', 'f', 'F', 'z', ':', ' ', '\n', 'é', character.toUpperCase()]) {
        if (other === character) continue;
        expect(parseShare(whole.slice(0, at) + other + whole.slice(at + 1))).toMatch(/^(malformed|damaged)$/);
        expect(parseShare(whole.slice(0, at) + other + whole.slice(at))).toMatch(/^(malformed|damaged)$/);
      }
      expect(parseShare(whole.slice(0, at) + whole.slice(at + 1))).toMatch(/^(malformed|damaged)$/);
      const next = whole[at + 1];
      if (next !== undefined && next !== character) {
        const swapped = whole.slice(0, at) + next + character + whole.slice(at + 2);
        expect(parseShare(swapped)).toMatch(/^(malformed|damaged)$/);
      }
    }
  });

  it('is damaged, not malformed, when only its values are wrong', () => {
    expect(parseShare(text.replace(':1:2:3:', ':2:2:3:'))).toBe('damaged');
    expect(parseShare(text.replace('frozen', 'frosen'))).toBe('damaged');
  });

  it.each([
    ['nothing', ''],
    ['another version', text.replace('csh1', 'csh2')],
    ['a share of the library itself', '801' + share.data],
    ['two shares', `${text}\n${text}`],
    ['a trailing newline', `${text}\n`],
  ])('is malformed when it is %s', (_, bad) => {
    expect(parseShare(bad)).toBe('malformed');
  });

  it.each([
    ['a threshold of 1', { threshold: 1 }],
    ['a threshold above the number of shares', { threshold: 4 }],
    ['more than 20 shares', { shares: 21 }],
    ['an index above the number of shares', { index: 4 }],
    ['half a byte of data', { data: share.data + '0' }],
    ['half a block of data', { data: share.data + '0000' }],
  ])('is malformed when it claims %s, checksum or not', (_, claim) => {
    expect(parseShare(formatShare({ ...share, ...claim }))).toBe('malformed');
  });

  it('names its set with a closed alphabet', () => {
    expect(['a', 'A-z_0', 'x'.repeat(64)].every(isSetId)).toBe(true);
    expect(['', 'a:b', 'a b', 'é', 'a\n', 'x'.repeat(65)].some(isSetId)).toBe(false);
  });

  it('gets a set id of its own when none is given', () => {
    const ids = [0, 1].map(
      () => (parseShare(split('s', { threshold: 2, shares: 2 })[0] ?? '') as Share).setId,
    );
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});
