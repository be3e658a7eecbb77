/**
 * Certificates for tests: a throw-away authority, and leaves that say whatever a test needs them to, right or wrong.
 * Nothing here is used by a running process.
 */
import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { JsonGeneralName } from '@peculiar/x509';
import type { PeerCredentials } from '../src/credential-source';

export interface LeafOptions {
  /** Alternative names; by default `localhost`, 127.0.0.1 and the URI of `name`. */
  readonly alternativeNames?: JsonGeneralName[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

export interface Authority {
  readonly ca: string;
  /** Credentials that this authority has signed for `spiffe://countersign/<name>`. */
  issue(name: string, options?: LeafOptions): Promise<PeerCredentials>;
}

const hour = 3_600_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

const serialNumber = (): string => `01${randomBytes(8).toString('hex')}`;

const toPem = async (key: webcrypto.CryptoKey): Promise<string> => {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
};

export const createAuthority = async (): Promise<Authority> => {
  const now = Date.now();
  const keys = await newKeys();
  const authority = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=test authority',
    notBefore: new Date(now - hour),
    notAfter: new Date(now + hour),
    signingAlgorithm: algorithm,
    keys,
    // Authorities of one name are told apart by their keys, as where one follows another.
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const ca = authority.toString('pem');

  return {
    ca,
    issue: async (name, options = {}) => {
      const own = await newKeys();
      const alternativeNames = options.alternativeNames ?? [
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'url', value: `spiffe://countersign/${name}` },
      ];
      const leaf = await X509CertificateGenerator.create({
        serialNumber: serialNumber(),
        subject: 'CN=test peer',
        issuer: authority.subject,
        notBefore: options.notBefore ?? new Date(now - hour),
        notAfter: options.notAfter ?? new Date(now + hour),
        signingAlgorithm: algorithm,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          await AuthorityKeyIdentifierExtension.create(keys.publicKey),
          ...(alternativeNames.length === 0 ? [] : [new SubjectAlternativeNameExtension(alternativeNames)]),
        ],
      });
      return { cert: leaf.toString('pem'), key: await toPem(own.privateKey), ca };
    },
  };
};
