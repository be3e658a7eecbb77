import { statSync, type BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * What files look like from outside, as one text that differs when any of them was written, replaced, removed or
 * brought back. Links are followed, because orchestrators swap a link and leave the file behind it alone. Looking,
 * and not waiting for the system's notifications, is what works on every mount.
 *
 * The content is not read: a file with the same inode, size and times is the same file. What is written over in place,
 * with as many bytes, within one tick of the file system's clock (some ms) of being looked at is therefore not seen; a
 * file put in place by a rename always is.
 */
export const lookAt = async (paths: readonly string[]): Promise<string> =>
  together(
    paths,
    await Promise.all(paths.map((path) => stat(path, { bigint: true }).catch(() => undefined))),
  );

/** The same, before anything else can happen. */
export const lookAtNow = (paths: readonly string[]): string => together(paths, paths.map(statNow));

/** A file system's clock is coarser than ours. */
const TICK_MS = 20;

/** Whether any of them was written or replaced at or after that time, ms UTC. */
export const changedSince = (paths: readonly string[], ms: number): boolean =>
  paths.map(statNow).some((found) => found !== undefined && Number(found.ctimeMs) >= ms - TICK_MS);

function statNow(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

const together = (paths: readonly string[], stats: readonly (BigIntStats | undefined)[]): string =>
  JSON.stringify(paths.map((path, index) => [path, ...identityOf(stats[index])]));

const identityOf = (found: BigIntStats | undefined): readonly string[] =>
  found === undefined
    ? []
    : [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].map((number) => number.toString());
