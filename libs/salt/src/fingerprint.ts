/**
 * A fingerprint recognises a secret without holding it: scrypt (RFC 7914; N = 2^15, r = 8, p = 1: 32 MiB and about a
 * tenth of a second) under a fixed label. It is kept in the database, so a guess at a weak secret costs whoever steals
 * the database that much; a strong secret cannot be found at all. The label is fixed rather than random because the
 * same secret has to give the same fingerprint in every process, which also means: never one label for two purposes.
 */
import { scrypt } from 'node:crypto';
import type { SaltSettings } from './countersign';

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;

/** `v1:<label>:<64 hex>`. The label says what the secret is for and is part of what is hashed. */
export const fingerprint = ({ label, value }: { label: string; value: string }): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(value, `countersign/fingerprint/v1/${label}`, BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(`v1:${label}:${key.toString('hex')}`);
    });
  });

/** `v1:derived:<64 hex>` or `v1:shared:<64 hex>`: another mode gives other keys, so it is another fingerprint. */
export const saltFingerprint = ({ salt, mode }: SaltSettings): Promise<string> =>
  fingerprint({ label: mode, value: salt });
