/**
 * The outer layer of an envelope: standard base64 of `Salted__`, 8 bytes of salt and the AES-CBC blocks (the container
 * `openssl enc` writes). Reading is strict: a text has exactly one accepted spelling, so no whitespace, no URL-safe
 * alphabet, no missing `=`, no stray bits in the last character.
 */
export const SALT_BYTES = 8;
export const BLOCK_BYTES = 16;

const MAGIC = Buffer.from('Salted__', 'latin1');
/** What comes before the blocks. */
export const HEADER_BYTES = MAGIC.length + SALT_BYTES;

export interface Container {
  /** 8 bytes. */
  readonly salt: Buffer;
  /** One or more whole AES blocks. */
  readonly body: Buffer;
}

/** `undefined` for everything that is not a whole container. Never throws. The size limit is the caller's. */
export const parseContainer = (input: unknown): Container | undefined => {
  if (typeof input !== 'string') return undefined;
  const bytes = Buffer.from(input, 'base64');
  // Node decodes leniently; only the canonical spelling survives the way back.
  if (bytes.toString('base64') !== input) return undefined;
  if (bytes.length < HEADER_BYTES + BLOCK_BYTES || (bytes.length - HEADER_BYTES) % BLOCK_BYTES !== 0)
    return undefined;
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  return { salt: bytes.subarray(MAGIC.length, HEADER_BYTES), body: bytes.subarray(HEADER_BYTES) };
};

export const formatContainer = ({ salt, body }: Container): string =>
  Buffer.concat([MAGIC, salt, body]).toString('base64');
