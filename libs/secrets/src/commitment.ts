/**
 * What binds a set of shares to the secret that was split: SHA-256 over the set's parameters and the payload, which is
 * 32 random bytes followed by the secret. The commitment is in every share; because of the random bytes, which only
 * enough shares give back, it does not let the holder of one share test guesses of a weak secret.
 */
import { createHash } from 'node:crypto';
import type { ShareSet } from './share';

export const NONCE_BYTES = 32;

export const commit = ({ setId, threshold, shares }: Omit<ShareSet, 'commitment'>, payload: Buffer): string =>
  createHash('sha256')
    .update(`countersign/shamir/v1:${setId}:${threshold}:${shares}:`, 'utf8')
    .update(payload)
    .digest('hex');
