/**
 * Certificates for development and tests: one authority per folder and one certificate per process, so that local
 * processes speak the mutual TLS of production and are told apart by it. The identity is the URI in the certificate,
 * `spiffe://countersign/<name>`; the host names are those of this machine alone.
 *
 * What is found usable is kept byte for byte. What is unreadable, of another authority, not of its key or within seven
 * days of its end is made anew, and a new authority renews everything it has to sign. The folder is the owner's
 * alone. The authority's key lies in it in the open: nothing but development may trust it.
 */
import 'reflect-metadata';
import { createPrivateKey, randomUUID, webcrypto, X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const DAY = 24 * 60 * 60 * 1000;
const RENEW_BEFORE = 7 * DAY;
const EC = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };
const AUTHORITY = 'CN=Countersign development CA';

/** PEM texts. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Paths of PEM files: what a process needs to speak mutual TLS. */
export interface CertificateFiles {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

export const identityUri = (name: string): string => `spiffe://countersign/${name}`;

/**
 * Makes sure of `ca.crt`, `ca.key` and, for each name (lowercase letters, digits, `-`; not `ca`), `<name>.crt` and
 * `<name>.key`. Not meant for two processes on one folder at once: the later call mends what the two left.
 */
export const ensureCertificates = async <Name extends string>(
  dir: string,
  names: readonly Name[],
  { now = Date.now }: { now?: () => number } = {},
): Promise<Record<Name, CertificateFiles>> => {
  for (const name of names) {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name === 'ca')
      throw new RangeError(`no certificate can be named ${name}`);
  }
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  const authority = await keepOrMake(dir, 'ca', isUsableAuthority(now()), () =>
    createAuthority(validFor(10 * 365 * DAY, now())),
  );
  for (const name of names) {
    await keepOrMake(dir, name, isUsable(name, authority, now()), () =>
      issueCertificate(authority, name, validFor(365 * DAY, now())),
    );
  }
  const files = (name: Name) => ({
    ca: join(dir, 'ca.crt'),
    certificate: join(dir, `${name}.crt`),
    key: join(dir, `${name}.key`),
  });
  return Object.fromEntries(names.map((name) => [name, files(name)])) as Record<Name, CertificateFiles>;
};

/** The authority of a folder that `ensureCertificates` made, to issue what that function would not: for tests. */
export const readAuthority = (dir: string): Promise<Identity> => readIdentity(dir, 'ca');

export const createAuthority = async (validity: Validity): Promise<Identity> => {
  const keys = await generateKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: AUTHORITY,
      keys,
      ...validity,
      signingAlgorithm: SIGNING,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { certificate: certificate.toString('pem'), key: await toPem(keys.privateKey) };
};

/** A certificate for one process, client and server in one. Any validity is signed, past ones too. */
export const issueCertificate = async (
  authority: Identity,
  name: string,
  validity: Validity,
): Promise<Identity> => {
  const keys = await generateKeys();
  const issuer = new X509Certificate(authority.certificate);
  const issuerKey = issuer.publicKey.export({ type: 'spki', format: 'der' });
  const certificate = await X509CertificateGenerator.create(
    {
      subject: `CN=${name}`,
      issuer: AUTHORITY,
      publicKey: keys.publicKey,
      signingKey: await signingKeyOf(authority),
      ...validity,
      signingAlgorithm: SIGNING,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth, ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          { type: 'url', value: identityUri(name) },
          { type: 'dns', value: 'localhost' },
          { type: 'ip', value: '127.0.0.1' },
          { type: 'ip', value: '::1' },
        ]),
        await AuthorityKeyIdentifierExtension.create(
          await webcrypto.subtle.importKey('spki', issuerKey, EC, true, ['verify']),
          false,
          webcrypto,
        ),
      ],
    },
    webcrypto,
  );
  return { certificate: certificate.toString('pem'), key: await toPem(keys.privateKey) };
};

const validFor = (milliseconds: number, now: number): Validity => ({
  notBefore: new Date(now - 60_000),
  notAfter: new Date(now + milliseconds),
});

const generateKeys = () => webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']);

const toPem = async (key: webcrypto.CryptoKey): Promise<string> => {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
};

const signingKeyOf = ({ key }: Identity): Promise<webcrypto.CryptoKey> => {
  const der = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, EC, false, ['sign']);
};

type Check = (certificate: X509Certificate) => boolean;

const lastsBeyond =
  (now: number): Check =>
  (certificate) =>
    Date.parse(certificate.validTo) - now > RENEW_BEFORE;

const isUsableAuthority =
  (now: number): Check =>
  (certificate) =>
    certificate.ca && lastsBeyond(now)(certificate);

const isUsable =
  (name: string, authority: Identity, now: number): Check =>
  (certificate) =>
    certificate.verify(new X509Certificate(authority.certificate).publicKey) &&
    (certificate.subjectAltName ?? '').split(', ').includes(`URI:${identityUri(name)}`) &&
    lastsBeyond(now)(certificate);

const keepOrMake = async (dir: string, name: string, usable: Check, make: () => Promise<Identity>) => {
  const kept = await readIdentity(dir, name).catch(() => undefined);
  const keeps = kept !== undefined && passes(kept, usable);
  const identity = keeps ? kept : await make();
  if (!keeps) {
    await writeSecretly(join(dir, `${name}.key`), identity.key);
    await writeSecretly(join(dir, `${name}.crt`), identity.certificate);
  }
  await chmod(join(dir, `${name}.key`), 0o600);
  return identity;
};

const passes = ({ certificate, key }: Identity, usable: Check): boolean => {
  try {
    const parsed = new X509Certificate(certificate);
    return parsed.checkPrivateKey(createPrivateKey(key)) && usable(parsed);
  } catch {
    return false;
  }
};

const readIdentity = async (dir: string, name: string): Promise<Identity> => ({
  certificate: await readFile(join(dir, `${name}.crt`), 'utf8'),
  key: await readFile(join(dir, `${name}.key`), 'utf8'),
});

/** Whole or not at all, and never readable by others, not even while it is written. */
const writeSecretly = async (path: string, content: string): Promise<void> => {
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, content, { mode: 0o600, flag: 'wx' });
  await rename(unfinished, path);
};
