/**
 * OpenSSL's EVP_BytesToKey with MD5 and one round, the derivation behind crypto-js passphrases: digest follows digest,
 * each over the one before, the secret and the salt, until there are 32 bytes of key and 16 of IV. One MD5 round adds
 * nothing to a weak secret, so the secret itself has to carry the entropy.
 *
 * `crypto.hash` is the one-shot form: no hash object per digest, which is a tenth of the throughput of a callback.
 * MD5 is absent from an OpenSSL in FIPS mode; there every call throws.
 */
import { hash } from 'node:crypto';

export interface DerivedKey {
  /** 32 bytes, AES-256. */
  readonly key: Buffer;
  /** 16 bytes. */
  readonly iv: Buffer;
}

export const deriveKey = (secret: Buffer, salt: Buffer): DerivedKey => {
  const tail = Buffer.concat([secret, salt]);
  const first = hash('md5', tail, 'buffer');
  const second = hash('md5', Buffer.concat([first, tail]), 'buffer');
  const third = hash('md5', Buffer.concat([second, tail]), 'buffer');
  return { key: Buffer.concat([first, second]), iv: third };
};
