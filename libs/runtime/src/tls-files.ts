import { createPrivateKey, X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * A certificate, its key and an authority, as files. They are read together or not at all: a key of another
 * certificate, a certificate whose time has not come or is over, a text that is neither, are found here and by their
 * file, and not by the peers that would refuse the handshake.
 */
export interface TlsFilesDeps {
  /** PEM; this process's own certificate first, then those between it and the authority. */
  readonly cert: string;
  /** PEM, PKCS#8 or the older forms, without a passphrase. */
  readonly key: string;
  /** PEM; several while one authority follows another. */
  readonly ca?: string;
  /** ms UTC */
  readonly now: () => number;
}

export interface TlsTexts {
  readonly cert: string;
  readonly key: string;
  readonly ca?: string;
}

export interface TlsFiles<Texts extends TlsTexts = TlsTexts> {
  /** Throws an Error that says which file is wrong and how; never what is in it. */
  read(): Promise<Texts>;
  readonly files: readonly string[];
}

const pemCertificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

export function createTlsFiles(deps: TlsFilesDeps & { readonly ca: string }): TlsFiles<Required<TlsTexts>>;
export function createTlsFiles(deps: TlsFilesDeps): TlsFiles;
export function createTlsFiles({ cert, key, ca, now }: TlsFilesDeps): TlsFiles {
  return {
    files: [cert, key, ...(ca === undefined ? [] : [ca])],
    read: async () => {
      const certText = await text(cert);
      const keyText = await text(key);
      const caText = ca === undefined ? undefined : await text(ca);
      const own = certificatesIn(cert, certText)[0] as X509Certificate;
      if (!isKeyOf(own, key, keyText))
        throw new Error(`${key}: is not the key of the certificate in ${cert}`);
      checkTime(own, cert, now());
      if (ca === undefined || caText === undefined) return { cert: certText, key: keyText };
      certificatesIn(ca, caText);
      return { cert: certText, key: keyText, ca: caText };
    },
  };
}

/** ms UTC when the first certificate of the PEM text ends. */
export const certificateEnd = (cert: string): number => Date.parse(new X509Certificate(cert).validTo);

async function text(path: string): Promise<string> {
  let handle;
  try {
    // Non-blocking, so that a named pipe in the place of the file is refused instead of waited for.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return (await handle.stat()).isFile() ? await handle.readFile('utf8') : '';
  } catch (error) {
    throw new Error(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  } finally {
    await handle?.close();
  }
}

/** At least one. */
function certificatesIn(path: string, pem: string): readonly X509Certificate[] {
  const blocks = pem.match(pemCertificate);
  if (blocks === null) throw new Error(`${path}: has no certificate in it`);
  // A torn one would be left out in silence.
  if (pem.split('-----BEGIN CERTIFICATE-----').length - 1 !== blocks.length)
    throw new Error(`${path}: ends in the middle of a certificate`);
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    throw new Error(`${path}: has a certificate in it that cannot be read`);
  }
}

function isKeyOf(certificate: X509Certificate, path: string, pem: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(pem));
  } catch {
    throw new Error(`${path}: is not a private key`);
  }
}

function checkTime({ validFrom, validTo }: X509Certificate, path: string, now: number): void {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (now < from) throw new Error(`${path}: is not valid before ${new Date(from).toISOString()}`);
  if (now > to) throw new Error(`${path}: has expired at ${new Date(to).toISOString()}`);
}
