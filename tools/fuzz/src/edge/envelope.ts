/**
 * CoKeeps' AES envelope, written from its description and not from the product's code, so that it can also be made wrong
 * on purpose: base64 of `Salted__`, eight bytes of salt and AES-256-CBC under a key that OpenSSL's EVP_BytesToKey derives
 * with MD5. The fake CoKeeps does the same with crypto-js, far too slowly for this.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const MAGIC = Buffer.from('Salted__');
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const derive = (secret: string, salt: Buffer): { key: Buffer; iv: Buffer } => {
  const round = (before: Buffer): Buffer =>
    createHash('md5').update(before).update(secret, 'utf8').update(salt).digest();
  const first = round(Buffer.alloc(0));
  const second = round(first);
  return { key: Buffer.concat([first, second]), iv: round(second) };
};

export interface Sealing {
  readonly secret: string;
  readonly salt: Buffer;
  /** False: `bytes` are whole blocks already, and their padding may be a lie. */
  readonly padded?: boolean;
}

export const seal = (bytes: Buffer, { secret, salt, padded = true }: Sealing): string => {
  const { key, iv } = derive(secret, salt);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(padded);
  return Buffer.concat([MAGIC, salt, cipher.update(bytes), cipher.final()]).toString('base64');
};

/** The text, or undefined when it is no envelope of this secret to the letter. */
export const open = (ciphertext: string, secret: string): string | undefined => {
  const bytes = BASE64.test(ciphertext) ? Buffer.from(ciphertext, 'base64') : Buffer.alloc(0);
  if (bytes.length < 32 || bytes.length % 16 !== 0 || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  const { key, iv } = derive(secret, bytes.subarray(8, 16));
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]),
    );
  } catch {
    return undefined;
  }
};
