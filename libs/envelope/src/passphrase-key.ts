/**
 * One shared secret, ready to encrypt and decrypt: AES-256-CBC under a key derived from the secret and the salt that
 * travels in the container. Encrypting never alters the text: a string with a lone surrogate has no UTF-8 form and is
 * refused (crypto-js refuses it too), which JSON.stringify output never contains. Decrypting never throws and takes
 * the same steps whatever comes out; the caller must look at `sound`.
 */
import { isUtf8 } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { toUSVString } from 'node:util';
import { type Container, formatContainer, SALT_BYTES } from './container';
import { deriveKey } from './key-derivation';
import { unpad } from './padding';

export interface Decrypted {
  /** Meaningless unless sound. */
  readonly text: string;
  /** The padding is whole and the bytes are UTF-8. For short texts a wrong secret can get this far by chance. */
  readonly sound: boolean;
}

export interface PassphraseKey {
  /** `salt`: 8 bytes, used for one text only. Throws TypeError when the text is not well-formed Unicode. */
  encrypt(text: string, salt: Buffer): string;
  decrypt(container: Container): Decrypted;
}

const isWellFormed = (text: string): boolean => toUSVString(text) === text;

/** Throws when the secret is empty or not well-formed Unicode: two such secrets could be the same bytes. */
export const createPassphraseKey = (secret: string): PassphraseKey => {
  if (secret === '') throw new TypeError('the envelope secret is empty');
  if (!isWellFormed(secret)) throw new TypeError('the envelope secret is not well-formed Unicode');
  const bytes = Buffer.from(secret, 'utf8');
  // Derived once for nothing, so that an OpenSSL without MD5 fails at start and not at the first request.
  deriveKey(bytes, Buffer.alloc(SALT_BYTES));

  return {
    encrypt(text, salt) {
      if (!isWellFormed(text)) throw new TypeError('the text to encrypt is not well-formed Unicode');
      const { key, iv } = deriveKey(bytes, salt);
      const cipher = createCipheriv('aes-256-cbc', key, iv);
      return formatContainer({ salt, body: Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]) });
    },

    decrypt({ salt, body }) {
      const { key, iv } = deriveKey(bytes, salt);
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      const padded = Buffer.concat([decipher.update(body), decipher.final()]);
      const { length, sound } = unpad(padded);
      const plain = padded.subarray(0, length);
      const utf8 = isUtf8(plain);
      // As UTF-8, garbage is decoded many times slower than text: that would tell a wrong secret from a torn envelope.
      return { text: plain.toString(utf8 ? 'utf8' : 'latin1'), sound: sound && utf8 };
    },
  };
};
