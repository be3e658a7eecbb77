/** An issuer of tokens: right ones by default, and wrong in whatever way a test asks for. */
import { randomUUID } from 'node:crypto';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose';

export const ISSUER = 'https://issuer.test';
export const AUDIENCE = 'countersign-admin';

export interface TokenOptions {
  /** Members that replace the right ones; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

export interface Issuer {
  token(scope: string, options?: TokenOptions): Promise<string>;
  /** A new signing key under a new id; the old one is no longer published. */
  rotate(): Promise<void>;
  published(): JSONWebKeySet;
  /** PEM of the public key: what a confused verifier takes for an HMAC secret. */
  publicPem(): Promise<string>;
}

export async function createIssuer(alg: 'ES256' | 'EdDSA' | 'RS256' = 'ES256'): Promise<Issuer> {
  let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
  let kid: string;
  let set: JSONWebKeySet;
  const rotate = async (): Promise<void> => {
    keys = await generateKeyPair(alg, { extractable: true });
    kid = randomUUID();
    set = { keys: [{ ...(await exportJWK(keys.publicKey)), kid, alg, use: 'sig' }] };
  };
  await rotate();
  return {
    rotate,
    published: () => set,
    publicPem: () => exportSPKI(keys.publicKey),
    token: (scope, { claims = {}, header = {} } = {}) =>
      new SignJWT(claimsOf(scope, claims))
        .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
        .sign(keys.privateKey),
  };
}

export function claimsOf(scope: string, claims: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const right = { iss: ISSUER, aud: AUDIENCE, sub: 'tester', iat: now, nbf: now, exp: now + 600 };
  const all = { ...right, jti: randomUUID(), scope, ...claims };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
