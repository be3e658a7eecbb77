/**
 * Reads the text kept at one location. A file loses one trailing newline (`\n` or `\r\n`), the one an editor or `echo`
 * adds; an environment variable is taken as it is. A file that others than its owner may read or write is refused
 * outside development, and the file that is checked is the file that is read. Symbolic links are followed: that is how
 * orchestrators mount secrets.
 */
import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type FileReference, formatReference, type LocationReference } from './reference';
import { SecretError } from './secret-error';

export interface LocationDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Accepts files that others may read or write. */
  readonly development: boolean;
}

/** Room for a share of the largest secret. */
const MAX_FILE_BYTES = 256 * 1024;
const GROUP_AND_OTHERS = 0o077;

/** Not empty. Throws SecretError. */
export const readLocation = async (location: LocationReference, deps: LocationDeps): Promise<string> => {
  if (location.kind === 'file') return readFile(location, deps);
  const text = deps.env[location.name];
  if (text === undefined || text === '') {
    throw new SecretError(formatReference(location), 'the variable is not set, or empty', {
      unavailable: true,
    });
  }
  return text;
};

const readFile = async (location: FileReference, { development }: LocationDeps): Promise<string> => {
  const refuse = (reason: string) => new SecretError(formatReference(location), reason);
  // Non-blocking, so that a named pipe in the place of the file is refused instead of waited for.
  const handle = await open(location.path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (error: unknown) => {
      throw unreadable(location, error);
    },
  );
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw refuse('is not a regular file');
    if (!development && (stat.mode & GROUP_AND_OTHERS) !== 0) {
      throw refuse('others than its owner have access to the file; run chmod 600 on it');
    }
    if (stat.size > MAX_FILE_BYTES) throw refuse(`the file is larger than ${MAX_FILE_BYTES} bytes`);
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) throw refuse('the file is not UTF-8 text');
    const text = bytes.toString('utf8').replace(/\r?\n$/, '');
    if (text === '') throw refuse('the file is empty');
    return text;
  } catch (error) {
    throw error instanceof SecretError ? error : unreadable(location, error);
  } finally {
    await handle.close();
  }
};

const unreadable = (location: FileReference, error: unknown): SecretError => {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
  const reason = `the file cannot be read (${code})`;
  return new SecretError(formatReference(location), reason, { unavailable: true, cause: error });
};
