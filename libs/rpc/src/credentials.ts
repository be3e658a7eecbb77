/**
 * Mutual TLS, the only way in: the server refuses a client without a certificate of the given authority during the
 * handshake, and the client refuses a server whose certificate does not name the engine, so that no other process of
 * the platform can pose as it. There is no unencrypted variant: without a certificate there is no identity.
 */
import { checkServerIdentity } from 'node:tls';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import type { ChannelCredentials } from '@grpc/grpc-js';
import { peerNamedBy } from './identity';

/** PEM. `ca` is the authority of the platform's own peers, never the public ones. */
export interface PeerCredentials {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

const servingPeer = 'engine';

export const serverCredentials = ({ cert, key, ca }: PeerCredentials): ServerCredentials =>
  ServerCredentials.createSsl(
    Buffer.from(ca),
    [{ cert_chain: Buffer.from(cert), private_key: Buffer.from(key) }],
    true,
  );

export const channelCredentials = ({ cert, key, ca }: PeerCredentials): ChannelCredentials =>
  credentials.createSsl(Buffer.from(ca), Buffer.from(key), Buffer.from(cert), {
    checkServerIdentity: (host, certificate) => {
      const wrongHost = checkServerIdentity(host, certificate);
      if (wrongHost !== undefined) return wrongHost;
      if (peerNamedBy(certificate) === servingPeer) return undefined;
      return new Error(`the certificate of ${host} does not name the ${servingPeer}`);
    },
  });
