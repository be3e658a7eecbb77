import { createCipheriv, createHash } from 'node:crypto';

/**
 * Whole blocks, encrypted as they are in CoKeeps' container (protocols.md §1.3): the padding is what the caller wrote
 * into the last one. No library makes such a thing, which is why this stands here.
 */
export const BLOCK_BYTES = 16;

export function sealedBlocks(blocks: Buffer, secret: string, salt: Buffer): Buffer {
  const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
  const tail = Buffer.concat([Buffer.from(secret), salt]);
  const first = md5(tail);
  const second = md5(first, tail);
  const cipher = createCipheriv('aes-256-cbc', Buffer.concat([first, second]), md5(second, tail));
  cipher.setAutoPadding(false);
  return Buffer.concat([Buffer.from('Salted__'), salt, cipher.update(blocks), cipher.final()]);
}

/** PKCS#7. */
export function padded(bytes: Buffer): Buffer {
  const size = BLOCK_BYTES - (bytes.length % BLOCK_BYTES);
  return Buffer.concat([bytes, Buffer.alloc(size, size)]);
}
