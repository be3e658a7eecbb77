/** One text under one secret, for callers that hold no keyring: tools and tests. The salt is fresh at every call. */
import { randomBytes } from 'node:crypto';
import { SALT_BYTES } from './container';
import { createPassphraseKey } from './passphrase-key';

/** The base64 envelope. Throws TypeError when the secret is empty or either string is not well-formed Unicode. */
export const encrypt = (plaintext: string, secret: string): string =>
  createPassphraseKey(secret).encrypt(plaintext, randomBytes(SALT_BYTES));
