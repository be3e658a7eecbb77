/**
 * Reads a text file whose content somebody relies on. Outside development a file that others than its owner may use in
 * a way it is closed to is refused, and the file that is checked is the file that is read. Symbolic links are followed:
 * that is how orchestrators mount secrets.
 */
import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { LocationDeps } from './location-deps';
import { SecretError } from './secret-error';

/** What others than the owner may not do with a file. */
export interface Closed {
  /** Bits of the file's mode. */
  readonly mode: number;
  readonly message: string;
}

export const SECRET: Closed = {
  mode: 0o077,
  message: 'others than its owner have access to the file; run chmod 600 on it',
};
/** Of what is no secret, but trusted. */
export const TRUSTED: Closed = {
  mode: 0o022,
  message: 'others than its owner may write to the file; run chmod go-w on it',
};

export interface SecretFile {
  readonly path: string;
  /** What the operator calls it: stands before every message. */
  readonly name: string;
  readonly closedTo: Closed;
}

/** Room for a share of the largest secret. */
export const MAX_TEXT_BYTES = 256 * 1024;

/** Not empty, and without one trailing newline. Throws SecretError. */
export const readSecretFile = async (
  file: SecretFile,
  { development }: Pick<LocationDeps, 'development'>,
): Promise<string> => {
  const refuse = (reason: string) => new SecretError(file.name, reason);
  // Non-blocking, so that a named pipe in the place of the file is refused instead of waited for.
  const handle = await open(file.path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw refuse('is not a regular file');
    if (!development && (stat.mode & file.closedTo.mode) !== 0) throw refuse(file.closedTo.message);
    if (stat.size > MAX_TEXT_BYTES) throw refuse(`the file is larger than ${MAX_TEXT_BYTES} bytes`);
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) throw refuse('the file is not UTF-8 text');
    const text = withoutNewline(bytes.toString('utf8'));
    if (text === '') throw refuse('the file is empty');
    return text;
  } catch (error) {
    throw error instanceof SecretError ? error : unreadable(file, error);
  } finally {
    await handle.close();
  }
};

export const withoutNewline = (text: string): string => text.replace(/\r?\n$/, '');

const unreadable = ({ name }: SecretFile, error: unknown): SecretError => {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
  return new SecretError(name, `the file cannot be read (${code})`, { unavailable: true, cause: error });
};
