import { z } from 'zod';
import { sha256Hex } from './fields';

/**
 * The shapes of CoKeeps' questions, after translation to our names. The edge refuses what does not fit as it refuses
 * what it cannot decrypt; the engine checks again, because it does not rest on the edge being honest. Unknown fields
 * are dropped. Ill-formed Unicode is refused: it would not survive the wire unchanged, and a key depends on x.
 */
const text = (min: number, max: number) =>
  z
    .string()
    .min(min, `must have at least ${min} character`)
    .max(max, `must have at most ${max} characters`)
    .regex(/^[^\p{Cs}]*$/u, 'must be well-formed Unicode');

const hash = z
  .string()
  .transform((value) => value.toLowerCase())
  .pipe(sha256Hex);

const x = text(1, 4096);

export const userVerifyRequest = z.object({ hashedUsername: hash, hashedPassword: hash, x });
export const machineVerifyRequest = z.object({ machineId: text(1, 256), x });
/** `uid` may name a machine: `/machine_verify` gives CoKeeps no uid to ask with. */
export const readRequest = z.object({ uid: text(1, 256), referenceId: text(0, 1024) });

/** What an internal service sends when it creates a user or resets a password. */
export const credentialHashes = z.object({ hashedUsername: hash, hashedPassword: hash });
export const newPassword = z.object({ hashedPassword: hash });
