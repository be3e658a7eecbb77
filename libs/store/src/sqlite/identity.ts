/**
 * Which file lies at a path: device and inode, as long as something keeps that file open (a closed file's inode may be
 * given to another), and the marks in SQLite's header (sqlite.org/fileformat.html, offsets 60 and 68).
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

export interface FileMark {
  readonly userVersion: number;
  readonly applicationId: number;
}

/** Undefined when there is no file, or none that can be reached. */
export const inodeOf = (path: string): string | undefined => {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? undefined : `${stat.dev}:${stat.ino}`;
  } catch {
    return undefined; // ENOTDIR, EACCES, EIO: for the caller the file is gone
  }
};

/** Changes whenever the file is replaced or written: what was refused once is not examined again until it changes. */
export const fingerprintOf = (path: string): string | undefined => {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined
      ? undefined
      : `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
  } catch {
    return undefined;
  }
};

/**
 * Reads a file's header. Never call it on a file that this process has open as a database: closing the descriptor
 * would drop the database's POSIX locks.
 */
export const markOf = (path: string): FileMark | undefined => {
  const header = Buffer.alloc(100);
  try {
    const descriptor = openSync(path, 'r');
    try {
      if (readSync(descriptor, header, 0, header.length, 0) < header.length) return undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined; // gone again, or not to be read: either way it cannot be shown to be ours
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return undefined;
  return { userVersion: header.readUInt32BE(60), applicationId: header.readUInt32BE(68) };
};
