/**
 * Who vouches for the callers of a local admin service: a key of this machine's own, and the public half that the admin
 * service is told to trust. A real deployment has an identity provider in this place.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { importJWK, SignJWT, type JWK } from 'jose';

export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** A private ES256 key with its id. */
  readonly key: JWK;
}

/** The content of the secret file `issuer`, with a new key. */
export const newIssuer = (): string => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'ES256', use: 'sig' };
  return JSON.stringify({ issuer: 'countersign-development', audience: 'countersign-admin', key });
};

export const readIssuer = async (file: string): Promise<DevelopmentIssuer> =>
  JSON.parse(await readFile(file, 'utf8')) as DevelopmentIssuer;

/** Writes what everybody may know of the key. */
export async function writeKeySet(file: string, { key }: DevelopmentIssuer): Promise<void> {
  const { kty, crv, x, y, kid, alg, use } = key;
  await writeFile(file, JSON.stringify({ keys: [{ kty, crv, x, y, kid, alg, use }] }));
}

export interface Claims {
  /** Stands as the actor in every event. */
  readonly subject: string;
  readonly scopes: readonly string[];
}

const LIFETIME_S = 15 * 60;

/** Good for a quarter of an hour and, where a procedure asks for it, for one use. `now` is in ms UTC. */
export async function developmentToken(
  { issuer, audience, key }: DevelopmentIssuer,
  { subject, scopes }: Claims,
  now: number,
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...(key.kid !== undefined && { kid: key.kid }) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + LIFETIME_S)
    .sign(await importJWK(key, 'ES256'));
}
