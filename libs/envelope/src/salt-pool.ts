/**
 * Random salts for sealing, drawn from the system in bulk because one draw of 4 KiB costs little more than one of
 * 8 bytes. A salt is handed out once: a spent pool is replaced, not overwritten, so a salt still held by a caller
 * keeps its bytes.
 */
import { SALT_BYTES } from './container';

const POOL_BYTES = 512 * SALT_BYTES;

/** Returns a function that gives 8 fresh bytes at each call. `randomBytes` is node:crypto's. */
export const createSaltPool = ({
  randomBytes,
}: {
  randomBytes: (size: number) => Buffer;
}): (() => Buffer) => {
  let pool: Buffer = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === pool.length) {
      pool = randomBytes(POOL_BYTES);
      used = 0;
    }
    used += SALT_BYTES;
    return pool.subarray(used - SALT_BYTES, used);
  };
};
