/**
 * Who sent a request: the subject of its bearer token or, when it carries none, the name in the certificate of its
 * connection. A token that does not verify is refused, whatever certificate came with it.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { fault, type Fault } from '@countersign/policy';
import { peerNamedBy } from '@countersign/rpc';
import type { CertificateScopes } from './certificate-scopes';
import type { Principal } from './principal';
import type { IdentityRefusal } from './refusal';
import type { VerifyToken } from './token';

export type Identified =
  { readonly principal: Principal } | { readonly refused: IdentityRefusal; readonly fault: Fault };

export interface IdentifyDeps {
  /** Absent: tokens are not accepted. */
  readonly verifyToken?: VerifyToken;
  readonly certificateScopes: CertificateScopes;
}

export type Identify = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => Promise<Identified>;

const BEARER = /^Bearer ([^ ]+)$/i;

export const createIdentify =
  ({ verifyToken, certificateScopes }: IdentifyDeps): Identify =>
  async ({ headers, socket }) => {
    const shown = certificateOf(socket);
    const { authorization } = headers;
    if (authorization === undefined) return identifyByCertificate(shown?.name, certificateScopes);
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined || verifyToken === undefined) return refusal('garbage');
    const verified = await verifyToken(token, shown?.thumbprint);
    return 'refused' in verified ? refusal(verified.refused) : verified;
  };

function identifyByCertificate(name: string | undefined, granted: CertificateScopes): Identified {
  if (name === undefined) return refusal('no_token');
  const scopes = granted.get(name);
  if (scopes === undefined) return refusal('unknown_certificate');
  return {
    principal: { actor: `spiffe://countersign/${name}`, scopes, expiresAt: null, token: null },
  };
}

/** One answer for every cause but one: that the issuer's keys cannot be had says nothing about the caller. */
const refusal = (refused: IdentityRefusal): Identified => ({
  refused,
  fault: fault(refused === 'keys_unavailable' ? 'unavailable' : 'unauthenticated'),
});

/** Only a certificate that the TLS layer has verified names anybody. */
function certificateOf(
  socket: IncomingMessage['socket'],
): { name: string | undefined; thumbprint: string } | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const certificate = socket.getPeerCertificate();
  if (!Buffer.isBuffer(certificate.raw)) return undefined;
  return {
    name: peerNamedBy(certificate),
    thumbprint: createHash('sha256').update(certificate.raw).digest('base64url'),
  };
}
