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
  ])('decrypts and reads under every key before it fails: %s', (_, input) => {
    const keys = [counting(unsound), counting(unsound)];
    let readings = 0;
    expect(() => tryKeys(keys, input, () => (readings += 1))).toThrow(EnvelopeError);
    expect(keys.map((key) => key.decryptions)).toEqual([1, 1]);
    expect(readings).toBe(2);
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
