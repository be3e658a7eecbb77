/**
 * The digest of a log that is followed event by event, and whether what a statement says about it is so. A statement
 * found in the log stands a little behind the last event it covers, by what was committed while it was made: the digests
 * of the last positions are kept for it, and not those of all.
 */
import { digestAfter, emptyDigest } from './digest';
import type { Statement } from './statement';

export interface LogDigest {
  position(): number;
  digest(): string;
  /** One event more; `hash` is its own. */
  add(hash: string): void;
  /** Undefined when the statement is about a position too long ago to tell. */
  fits(statement: Pick<Statement, 'position' | 'digest'>): boolean | undefined;
}

/** More than is committed while a checkpoint is on its way into the log. */
const KEPT = 65_536;

export const createLogDigest = (kept = KEPT): LogDigest => {
  const digests = [emptyDigest];
  let position = 0;
  let digest = emptyDigest;
  return {
    position: () => position,
    digest: () => digest,
    add: (hash) => {
      digest = digestAfter(digest, hash);
      position += 1;
      digests[position % kept] = digest;
    },
    fits: (statement) => {
      if (statement.position > position) return false;
      return statement.position <= position - kept
        ? undefined
        : digests[statement.position % kept] === statement.digest;
    },
  };
};
