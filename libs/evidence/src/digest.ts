/**
 * One digest over the whole log, resumable at any event: of no events it is 64 zeros, and each event makes it the
 * SHA-256 of the digest before it followed by the event's own hash, both as 64 hexadecimal characters.
 */
import { createHash } from 'node:crypto';

export const emptyDigest = '0'.repeat(64);

/** The digest of one event more. `hash` is the event's own. */
export const digestAfter = (digest: string, hash: string): string =>
  createHash('sha256').update(digest).update(hash).digest('hex');
