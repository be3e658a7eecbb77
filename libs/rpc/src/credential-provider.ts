/**
 * Hands a source of credentials to grpc-js, whose own provider of this kind reads files by itself and then would refuse
 * every connection while one of them is missing or half written.
 *
 * Both of its listeners are told in one go, so that no handshake meets the new authority with the old certificate. The
 * first news waits for the next tick: a server asks before it is ready to hear the answer, and cannot accept a
 * connection before that tick has passed.
 */
import type { experimental } from '@grpc/grpc-js';
import type { CredentialSource } from './credential-source';

export const createCredentialProvider = (source: CredentialSource): experimental.CertificateProvider => {
  const caListeners = new Set<experimental.CaCertificateUpdateListener>();
  const identityListeners = new Set<experimental.IdentityCertificateUpdateListener>();
  let unsubscribe: (() => void) | undefined;

  const tellCa = (listener: experimental.CaCertificateUpdateListener): void =>
    listener({ caCertificate: Buffer.from(source.current().ca) });
  const tellIdentity = (listener: experimental.IdentityCertificateUpdateListener): void => {
    const { cert, key } = source.current();
    listener({ certificate: Buffer.from(cert), privateKey: Buffer.from(key) });
  };
  const tellAll = (): void => {
    caListeners.forEach(tellCa);
    identityListeners.forEach(tellIdentity);
  };

  const add = <Listener>(
    listeners: Set<Listener>,
    tell: (listener: Listener) => void,
    listener: Listener,
  ): void => {
    unsubscribe ??= source.onChange(tellAll);
    listeners.add(listener);
    process.nextTick(() => {
      if (listeners.has(listener)) tell(listener);
    });
  };
  const remove = <Listener>(listeners: Set<Listener>, listener: Listener): void => {
    listeners.delete(listener);
    if (caListeners.size + identityListeners.size > 0) return;
    unsubscribe?.();
    unsubscribe = undefined;
  };

  return {
    addCaCertificateListener: (listener) => add(caListeners, tellCa, listener),
    removeCaCertificateListener: (listener) => remove(caListeners, listener),
    addIdentityCertificateListener: (listener) => add(identityListeners, tellIdentity, listener),
    removeIdentityCertificateListener: (listener) => remove(identityListeners, listener),
  };
};
