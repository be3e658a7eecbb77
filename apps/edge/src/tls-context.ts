import type { Server as HttpsServer, ServerOptions } from 'node:https';
import type { TlsTexts } from '@countersign/runtime';

/**
 * TLS towards CoKeeps: 1.2 or newer, and with an authority of callers nobody gets past the handshake without a
 * certificate of it. A caller that connects and says nothing is cut off.
 */
const HANDSHAKE_TIMEOUT_MS = 5_000;

export const tlsOptions = ({ cert, key, ca }: TlsTexts): ServerOptions => ({
  ...contextOf({ cert, key, ...(ca !== undefined && { ca }) }),
  handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  ...(ca !== undefined && { requestCert: true, rejectUnauthorized: true }),
});

/** For handshakes from now on; connections that exist go on. Throws when the texts are not usable together. */
export const renewTls = (server: HttpsServer, texts: TlsTexts): void =>
  server.setSecureContext(contextOf(texts));

const contextOf = (texts: TlsTexts) => ({ ...texts, minVersion: 'TLSv1.2' as const });
