import { EnvelopeError } from './envelope-error';
import { encrypt } from './encrypt';
import type { Decrypted } from './passphrase-key';
import { tryKeys } from './trial';

const counting = (result: Decrypted) => {
  const key = { decryptions: 0, decrypt: () => ((key.decryptions += 1), result) };
  return key;
};
const envelope = encrypt('{}', 'shared_secret');
const unsound = { text: 'garbage', sound: false };

describe('a trial of keys', () => {
  it.each([
    ['no string', undefined],
    ['no container', 'AAAA'],
    ['an envelope no key opens', envelope],
  ])('decrypts and fails to read under every key before it fails: %s', (_, input) => {
    const keys = [counting(unsound), counting(unsound)];
    let failures = 0;
    const refusing = () => {
      failures += 1;
      throw new Error('not ours');
    };
    expect(() => tryKeys(keys, input, refusing)).toThrow(EnvelopeError);
    expect(keys.map((key) => key.decryptions)).toEqual([1, 1]);
    expect(failures).toBe(2);
  });

  it.each([
    ['bad padding around JSON', envelope, { text: '{}', sound: false }],
    ['a decoy that reads well', 'AAAA', { text: '{}', sound: true }],
  ])('fails to read once for each key, too, after a reading that did not: %s', (_, input, decrypted) => {
    let failures = 0;
    const read = (text: string): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        failures += 1;
        throw error;
      }
    };
    expect(() => tryKeys([counting(decrypted), counting(decrypted)], input, read)).toThrow(EnvelopeError);
    expect(failures).toBe(2);
  });

  it.each([
    ['characters that are no base64', (text: string) => '!'.repeat(text.length)],
    ['base64 of something else', (text: string) => 'A'.repeat(text.length)],
    ['another magic', (text: string) => `V${text.slice(1)}`],
    ['the envelope itself', (text: string) => text],
  ])('decrypts as many blocks as an envelope of that length has: %s', (_, of) => {
    for (const length of [0, 15, 16, 17, 1000, 5000]) {
      const sizes: number[] = [];
      const decrypt = ({ body }: { body: Buffer }) => {
        sizes.push(body.length);
        return unsound;
      };
      const input = of(encrypt('x'.repeat(length), 'shared_secret'));
      expect(() => tryKeys([{ decrypt }], input, JSON.parse)).toThrow(EnvelopeError);
      expect(sizes).toEqual([(Math.floor(length / 16) + 1) * 16]);
    }
  });

  it('does not let the decoy for a bad container pass for a text', () => {
    expect(() => tryKeys([counting({ text: '{}', sound: true })], 'AAAA', String)).toThrow(EnvelopeError);
  });

  it('does not take a text with bad padding, even if it reads well', () => {
    expect(() => tryKeys([counting({ text: '{}', sound: false })], envelope, JSON.parse)).toThrow(
      EnvelopeError,
    );
  });

  it('passes over a key whose text the reader refuses', () => {
    const keys = [counting({ text: 'lucky', sound: true }), counting({ text: '{"a":1}', sound: true })];
    const found = tryKeys(keys, envelope, (text): unknown => JSON.parse(text));
    expect(found).toEqual({ key: keys[1], text: '{"a":1}', value: { a: 1 } });
  });

  it('takes a value that is null or undefined', () => {
    expect(tryKeys([counting({ text: 'null', sound: true })], envelope, () => null).value).toBeNull();
    expect(tryKeys([counting({ text: '', sound: true })], envelope, () => undefined).value).toBeUndefined();
  });
});
