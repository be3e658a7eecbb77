/** Certificates for the tests of this app: one throw-away authority, and leaves it signs for whoever is named. */
import 'reflect-metadata';
import { createHash, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const HOUR_MS = 3_600_000;
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Texts, and the same in files. */
export interface Leaf {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
  readonly files: { readonly cert: string; readonly key: string; readonly ca: string };
  /** base64url SHA-256 of the certificate, as a token's `cnf` names it. */
  readonly thumbprint: string;
}

export interface Authority {
  issue(name: string): Promise<Leaf>;
}

export async function createAuthority(dir: string): Promise<Authority> {
  mkdirSync(dir, { recursive: true });
  const validity = { notBefore: new Date(Date.now() - HOUR_MS), notAfter: new Date(Date.now() + HOUR_MS) };
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    serialNumber: serial(),
    name: 'CN=authority of a test',
    signingAlgorithm: EC,
    keys,
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  const ca = { text: root.toString('pem'), file: join(dir, 'ca.crt') };
  writeFileSync(ca.file, ca.text);

  return {
    issue: async (name) => {
      const own = await newKeys();
      const leaf = await X509CertificateGenerator.create({
        ...validity,
        serialNumber: serial(),
        subject: `CN=${name}`,
        issuer: root.subject,
        signingAlgorithm: EC,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'ip', value: '127.0.0.1' },
            { type: 'url', value: `spiffe://countersign/${name}` },
          ]),
        ],
      });
      const cert = leaf.toString('pem');
      const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey)).toString('base64');
      const key = `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`;
      const files = { cert: join(dir, `${name}.crt`), key: join(dir, `${name}.key`), ca: ca.file };
      writeFileSync(files.cert, cert);
      writeFileSync(files.key, key, { mode: 0o600 });
      const thumbprint = createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
      return { cert, key, ca: ca.text, files, thumbprint };
    },
  };
}

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
const serial = (): string => `01${randomBytes(8).toString('hex')}`;
