/**
 * Credentials that can be replaced while a process runs. Whoever shakes hands next uses the new ones; connections that
 * exist, the calls in flight on them and open streams go on under those they were made with.
 *
 * What is put in place must be usable: certificate, key and authority are tried together first, and the certificate
 * must name the peer that the one before named, because a process that changed its name would be let in nowhere, or
 * where it does not belong.
 */
import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { peerNamedBy } from './identity';

/** PEM. `ca` is the authority of the platform's own peers, never the public ones; several while one follows another. */
export interface PeerCredentials {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

export interface CredentialSource {
  current(): PeerCredentials;
  /** Called after each change, until the function it returns is called. */
  onChange(listener: () => void): () => void;
}

export interface ReplaceableCredentials extends CredentialSource {
  /** Throws an Error with a message for the operator, and leaves everything as it was. */
  replace(credentials: PeerCredentials): void;
}

export const createPeerCredentials = (first: PeerCredentials): ReplaceableCredentials => {
  const listeners = new Set<() => void>();
  const name = nameIn(first);
  checkUsable(first);
  let current = first;
  return {
    current: () => current,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    replace: (next) => {
      const nextName = nameIn(next);
      if (nextName !== name) {
        throw new Error(
          `the certificate names ${nextName ?? 'nobody'}, and the one in use ${name ?? 'nobody'}`,
        );
      }
      checkUsable(next);
      current = next;
      for (const listener of listeners) listener();
    },
  };
};

/** What never changes is checked all the same. */
export const sourceOf = (credentials: PeerCredentials | CredentialSource): CredentialSource =>
  'current' in credentials ? credentials : createPeerCredentials(credentials);

const nameIn = ({ cert }: PeerCredentials): string | undefined =>
  peerNamedBy({ subjectaltname: new X509Certificate(cert).subjectAltName ?? '' });

const checkUsable = ({ cert, key, ca }: PeerCredentials): void => {
  try {
    // An authority that cannot be read would be left out in silence.
    new X509Certificate(ca);
    createSecureContext({ cert, key, ca });
  } catch (error) {
    throw new Error(
      `TLS cannot use the certificate, key and authority together: ${(error as Error).message}`,
    );
  }
};
