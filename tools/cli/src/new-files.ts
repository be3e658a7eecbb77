/**
 * Writes files that must not be there yet, all of them or none: 0600 from their first byte, whole and on disk before
 * they have their names. A file that exists is never written to, also when it appears in between. What was written is
 * taken away again when a later one fails or the person interrupts.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface NewFile {
  /** absolute */
  readonly path: string;
  readonly content: string | Buffer;
}

export interface NewFilesOptions {
  readonly signal: AbortSignal;
  /** Made with mode 0700 where it is missing. */
  readonly folder?: string;
  /** Looks at the files before it is done with; what it throws takes them away again. */
  readonly check?: () => Promise<void>;
}

/** A path that cannot be written to. The message names it. */
export class NewFileError extends Error {
  override readonly name = 'NewFileError';
}

/** Throws NewFileError, what `check` throws, and the signal's reason. */
export async function writeNewFiles(
  files: readonly NewFile[],
  { signal, folder, check }: NewFilesOptions,
): Promise<void> {
  const made: string[] = [];
  const madeFolder = folder === undefined ? undefined : await makeFolder(folder);
  try {
    for (const file of files) {
      await writeNew(file);
      made.push(file.path);
    }
    for (const place of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(place);
    await check?.();
    signal.throwIfAborted();
  } catch (error) {
    await Promise.all(made.map((path) => rm(path, { force: true })));
    // Not recursive: what somebody else put there in between stays.
    if (madeFolder !== undefined) await rmdir(madeFolder).catch(() => undefined);
    throw error;
  }
}

/** Or a power cut could take the names away again. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}

async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw refused(path, error);
  }
}

async function writeNew({ path, content }: NewFile): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    // A link, unlike a rename, does not replace.
    await link(unfinished, path);
  } catch (error) {
    throw refused(path, error);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function refused(path: string, error: unknown): NewFileError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === 'EEXIST' ? 'is there already, and is not overwritten' : `cannot be written (${code ?? message})`;
  return new NewFileError(`${path}: ${reason}`, { cause: error });
}
