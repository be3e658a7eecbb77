// Both directions against crypto-js, the library CoKeeps uses.
import CryptoJS from 'crypto-js';
import fc from 'fast-check';
import { encrypt } from './encrypt';
import { createKeyring } from './keyring';

const seed = 20260101;
const theirs = {
  encrypt: (text: string, secret: string) => CryptoJS.AES.encrypt(text, secret).toString(),
  decrypt: (ciphertext: string, secret: string) =>
    CryptoJS.AES.decrypt(ciphertext, secret).toString(CryptoJS.enc.Utf8),
};
const ours = {
  encrypt,
  decrypt: (ciphertext: string, secret: string) =>
    createKeyring({ current: secret, now: () => 0 }).open(ciphertext).text,
};

const agree = (text: string, secret: string) => {
  expect(ours.decrypt(theirs.encrypt(text, secret), secret)).toBe(text);
  expect(theirs.decrypt(ours.encrypt(text, secret), secret)).toBe(text);
};

// fast-check's 'grapheme' strings are well-formed: scripts, combining marks, emoji sequences.
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const secret = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 });

describe(`crypto-js compatibility, seed ${seed}`, () => {
  it('holds for any text and any secret', () => {
    fc.assert(fc.property(text, secret, agree), { seed, numRuns: 300 });
  });

  it('holds for any code points', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), secret, agree), {
      seed,
      numRuns: 300,
    });
  });

  it.each(Array.from({ length: 65 }, (_, length) => length))('holds for %i characters', (length) => {
    agree('a'.repeat(length), 'shared_secret');
    agree('é'.repeat(length), 'sécret-鍵-🔑');
  });

  it('holds for 1 MB', () => {
    agree('0123456789abcdef'.repeat(65536), 'shared_secret');
  });

  it.each([
    ['a byte order mark in front', '\uFEFF{}'],
    ['a NUL', 'a\u0000b'],
    ['text that ends like padding', 'abc\u0001\u0002\u0002'],
    ['the last code point', '\u{10FFFF}'],
  ])('keeps %s', (_, awkward) => agree(awkward, 'shared_secret'));

  it.each(['\uD800', 'a\uDC00b', '\uDC00\uD800'])(
    'refuses the lone surrogates of %j, as crypto-js does',
    (lone) => {
      expect(() => theirs.encrypt(lone, 'shared_secret')).toThrow(URIError);
      expect(() => ours.encrypt(lone, 'shared_secret')).toThrow(TypeError);
      expect(() => ours.encrypt('{}', lone)).toThrow(TypeError);
    },
  );

  it('never meets one in JSON.stringify output', () => {
    const json = JSON.stringify({ note: '\uD800' });
    agree(json, 'shared_secret');
    expect(JSON.parse(json)).toEqual({ note: '\uD800' });
  });
});
