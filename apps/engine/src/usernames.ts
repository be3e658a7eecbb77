import { createHmac } from 'node:crypto';

/**
 * hashedUsername is an unsalted hash of something guessable, so the store never holds it: users are looked up by its
 * HMAC under a pepper that only the engine has.
 */
export type UsernameKey = (hashedUsername: string) => string;

export const createUsernameKey =
  (pepper: string): UsernameKey =>
  (hashedUsername) =>
    createHmac('sha256', pepper).update(hashedUsername, 'utf8').digest('hex');
