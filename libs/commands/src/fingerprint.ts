import { createHash } from 'node:crypto';

/** SHA-256 of a text, hex. */
export const fingerprint = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
