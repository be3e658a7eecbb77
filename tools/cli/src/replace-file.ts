/**
 * Replaces a file that exists by what `edit` makes of it: whoever reads it sees the one or the other, never a part, and
 * it keeps its mode and its owner. Two that replace it at once do not lose a change: the second is refused. A symbolic link stays
 * one; the file it leads to is replaced.
 */
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Why the file could not be replaced. The message names it. */
export class ReplaceFileError extends Error {
  override readonly name = 'ReplaceFileError';
}

/** Throws ReplaceFileError, what `edit` throws, and the signal's reason; then the file is as it was. */
export async function replaceFile(
  path: string,
  edit: (text: string) => string | Promise<string>,
  signal: AbortSignal,
): Promise<void> {
  const real = await realpath(path).catch(refuse(path, 'cannot be read'));
  const { mode, uid, gid } = await stat(real).catch(refuse(path, 'cannot be read'));
  const unfinished = `${real}.new`;
  const file = await open(unfinished, 'wx', mode & 0o777).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') return refuse(path, 'cannot be replaced')(error);
    throw new ReplaceFileError(
      `${unfinished} is there: somebody is replacing ${path}, or was interrupted; if nobody is, remove it`,
    );
  });
  try {
    try {
      await file.writeFile(await edit(await readFile(real, 'utf8').catch(refuse(path, 'cannot be read'))));
      await file.chown(uid, gid).catch(refuse(path, 'cannot be given to its owner'));
      await file.chmod(mode & 0o777);
      await file.sync();
    } finally {
      await file.close();
    }
    signal.throwIfAborted();
    await rename(unfinished, real).catch(refuse(path, 'cannot be replaced'));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const folder = await open(dirname(real));
  await folder.sync().finally(() => folder.close());
}

const refuse = (path: string, what: string) => (error: NodeJS.ErrnoException) => {
  throw new ReplaceFileError(`${path} ${what} (${error.code ?? error.message})`, { cause: error });
};
