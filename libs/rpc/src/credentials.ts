/**
 * Mutual TLS, the only way in: the server refuses a client without a certificate of the given authority during the
 * handshake, and the client refuses a server whose certificate does not name the engine, so that no other process of
 * the platform can pose as it. There is no unencrypted variant: without a certificate there is no identity.
 */
import { checkServerIdentity } from 'node:tls';
import { experimental } from '@grpc/grpc-js';
import type { ChannelCredentials, ServerCredentials } from '@grpc/grpc-js';
import { createCredentialProvider } from './credential-provider';
import { sourceOf } from './credential-source';
import type { CredentialSource, PeerCredentials } from './credential-source';
import { peerNamedBy } from './identity';

const servingPeer = 'engine';

// The same provider is given for both halves: the library's two functions disagree about which comes first.
export const serverCredentials = (credentials: PeerCredentials | CredentialSource): ServerCredentials => {
  const provider = createCredentialProvider(sourceOf(credentials));
  return experimental.createCertificateProviderServerCredentials(provider, provider, true);
};

export const channelCredentials = (credentials: PeerCredentials | CredentialSource): ChannelCredentials => {
  const provider = createCredentialProvider(sourceOf(credentials));
  return experimental.createCertificateProviderChannelCredentials(provider, provider, {
    checkServerIdentity: (host, certificate) => {
      const wrongHost = checkServerIdentity(host, certificate);
      if (wrongHost !== undefined) return wrongHost;
      if (peerNamedBy(certificate) === servingPeer) return undefined;
      return new Error(`the certificate of ${host} does not name the ${servingPeer}`);
    },
  });
};
