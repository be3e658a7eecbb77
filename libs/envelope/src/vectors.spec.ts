// Frozen: vectors.json may grow, its rows are never edited. A row that fails means CoKeeps could not read us.
import CryptoJS from 'crypto-js';
import { parseContainer } from './container';
import { deriveKey } from './key-derivation';
import { createKeyring } from './keyring';
import { createPassphraseKey } from './passphrase-key';
import vectors from './vectors.json';

describe.each(vectors)('$from', ({ secret, salt, key, iv, plaintext, ciphertext }) => {
  const saltBytes = Buffer.from(salt, 'hex');

  it('derives the key and the IV', () => {
    const derived = deriveKey(Buffer.from(secret, 'utf8'), saltBytes);
    expect(derived.key.toString('hex')).toBe(key);
    expect(derived.iv.toString('hex')).toBe(iv);
  });

  it('encrypts to the same bytes', () => {
    expect(createPassphraseKey(secret).encrypt(plaintext, saltBytes)).toBe(ciphertext);
  });

  it('is opened by the keyring', () => {
    expect(createKeyring({ current: secret, now: () => 0 }).open(ciphertext).text).toBe(plaintext);
  });

  it('carries its salt in the open', () => {
    expect(parseContainer(ciphertext)?.salt.toString('hex')).toBe(salt);
  });

  it('is what crypto-js reads', () => {
    expect(CryptoJS.AES.decrypt(ciphertext, secret).toString(CryptoJS.enc.Utf8)).toBe(plaintext);
  });
});
