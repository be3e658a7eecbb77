/** What CoKeeps sends instead of a login name and a password: the SHA-256 of each, as lowercase hex. protocols.md §1.4. */
import CryptoJS from 'crypto-js';

export interface HashedCredentials {
  readonly hashedUsername: string;
  readonly hashedPassword: string;
}

export const sha256Hex = (text: string): string => CryptoJS.SHA256(text).toString(CryptoJS.enc.Hex);

export const hashCredentials = (login: {
  readonly username: string;
  readonly password: string;
}): HashedCredentials => ({
  hashedUsername: sha256Hex(login.username),
  hashedPassword: sha256Hex(login.password),
});
