/**
 * The secrets a local run needs, made once per folder and kept: a new salt would change every countersign, and the
 * database made with the old one would refuse it. The folder and its files are the owner's alone; values go into the
 * files and nowhere else. A file that exists is never written to, so that of two processes starting at once both end
 * with the same secrets.
 */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newIssuer } from './development-issuer';

/** Absolute paths when `dir` is absolute; each file holds one secret. */
export interface SecretFiles {
  /** The AES secret shared with CoKeeps: 32 random bytes, base64url. */
  readonly aesSecret: string;
  /** The master salt of the countersigns: 64 random bytes, hex. */
  readonly salt: string;
  /** The HMAC key under which usernames are looked up: 32 random bytes, hex. */
  readonly usernamePepper: string;
  /** Signs checkpoints: an Ed25519 private key, PKCS#8 in PEM. */
  readonly auditKey: string;
  /** Who issues the tokens of a local run: JSON, see development-issuer.ts. */
  readonly issuer: string;
}

export const ensureSecrets = async (dir: string): Promise<SecretFiles> => {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
  return {
    aesSecret: await ensureFile(join(dir, 'aes-secret'), randomBytes(32).toString('base64url')),
    salt: await ensureFile(join(dir, 'salt'), randomBytes(64).toString('hex')),
    usernamePepper: await ensureFile(join(dir, 'username-pepper'), randomBytes(32).toString('hex')),
    auditKey: await ensureFile(join(dir, 'audit-key'), newAuditKey()),
    issuer: await ensureFile(join(dir, 'issuer'), newIssuer()),
  };
};

const newAuditKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const ensureFile = async (path: string, secret: string): Promise<string> => {
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, secret, { mode: 0o600, flag: 'wx' });
  try {
    // A link, unlike a rename, does not replace: it is made of a whole file, or the file was there before.
    await link(unfinished, path);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    await unlink(unfinished);
  }
  await chmod(path, 0o600);
  return path;
};

const isAlreadyThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
