/**
 * A bearer token, verified: signed with ES256 or EdDSA by a key of the issuer, for this audience, with issuer, audience,
 * subject, expiry, not-before and issue time all present, valid now and not for longer than allowed. Why one was refused
 * is a word from a closed set, for the metric and the log; the token, and whatever stands in it, is in neither.
 */
import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { KeySet } from './key-set';
import { KeysUnavailable } from './key-set';
import type { Principal } from './principal';
import type { TokenRefusal } from './refusal';

export type VerifiedToken = { readonly principal: Principal } | { readonly refused: TokenRefusal };

/** `thumbprint`: base64url SHA-256 of the certificate that the connection showed. */
export type VerifyToken = (token: string, thumbprint: string | undefined) => Promise<VerifiedToken>;

export interface TokenDeps {
  readonly keys: KeySet;
  readonly issuer: string;
  readonly audience: string;
  /** ms between issue and expiry. */
  readonly maxAgeMs: number;
  readonly now: () => number;
}

/** Clocks of issuer and admin may differ by this much. */
const TOLERANCE_S = 5;
const MAX_TOKEN = 8 * 1024;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
/** What is stored and read by people: printable, without blanks at its ends. */
const SUBJECT = /^[\x21-\x7e](?:[\x20-\x7e]{0,126}[\x21-\x7e])?$/;
const isTokenId = (jti: unknown): boolean => typeof jti === 'string' && /^[\x21-\x7e]{1,256}$/.test(jti);

export const createVerifyToken =
  ({ keys, issuer, audience, maxAgeMs, now }: TokenDeps): VerifyToken =>
  async (token, thumbprint) => {
    if (token.length > MAX_TOKEN || !COMPACT.test(token)) return { refused: 'garbage' };
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys.find, {
        algorithms: ['ES256', 'EdDSA'],
        issuer,
        audience,
        requiredClaims: ['sub', 'exp', 'nbf', 'iat'],
        clockTolerance: TOLERANCE_S,
        currentDate: new Date(now()),
      });
      if (!TYPES.has(String(protectedHeader.typ).toLowerCase())) return { refused: 'wrong_claim' };
      return principalOf(payload, thumbprint);
    } catch (error) {
      return { refused: refusalOf(error) };
    }

    function principalOf(payload: JWTPayload, shown: string | undefined): VerifiedToken {
      const { sub, iat = 0, exp = 0, jti, cnf } = payload;
      const scope = payload['scope'] ?? '';
      // A subject that looks like a certificate's name would pass for that service in the log.
      if (typeof sub !== 'string' || !SUBJECT.test(sub)) return { refused: 'wrong_claim' };
      if (sub.toLowerCase().startsWith('spiffe:')) return { refused: 'wrong_claim' };
      if (typeof scope !== 'string') return { refused: 'wrong_claim' };
      if (jti !== undefined && !isTokenId(jti)) return { refused: 'wrong_claim' };
      if (iat > now() / 1000 + TOLERANCE_S) return { refused: 'not_yet_valid' };
      if (exp <= iat || (exp - iat) * 1000 > maxAgeMs) return { refused: 'too_long_lived' };
      if (!boundTo(cnf, shown)) return { refused: 'wrong_certificate' };
      return {
        principal: {
          actor: sub,
          scopes: new Set(scope.split(' ').filter((word) => word !== '')),
          expiresAt: (exp + TOLERANCE_S) * 1000,
          token: jti === undefined ? null : { issuer, id: jti },
        },
      };
    }
  };

/** A token bound to a key (RFC 8705) is worth nothing without it; one bound in a way we cannot check is, too. */
function boundTo(cnf: unknown, shown: string | undefined): boolean {
  if (cnf === undefined) return true;
  if (typeof cnf !== 'object' || cnf === null) return false;
  const members = Object.entries(cnf);
  return members.length === 1 && members[0]?.[0] === 'x5t#S256' && members[0][1] === shown;
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof KeysUnavailable) return 'keys_unavailable';
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error);
  if (error instanceof errors.JOSEAlgNotAllowed) return 'bad_algorithm';
  if (error instanceof errors.JOSENotSupported) return 'bad_algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'bad_signature';
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown_key';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'unknown_key';
  return 'garbage';
}

const claimRefusal = ({ claim, reason }: errors.JWTClaimValidationFailed): TokenRefusal => {
  if (reason === 'missing') return 'missing_claim';
  if (reason === 'invalid') return 'wrong_claim';
  if (claim === 'iss') return 'wrong_issuer';
  if (claim === 'aud') return 'wrong_audience';
  if (claim === 'nbf') return 'not_yet_valid';
  return 'wrong_claim';
};
