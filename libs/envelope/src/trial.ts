/**
 * An envelope has no key id, so opening is a trial of every key. Two things must hold at once: a wrong key whose
 * padding happens to fit must not hide the right one, so a key counts only when the reader accepts its text; and a
 * failure must not tell how far it got, so every failure ends in the one EnvelopeError after the work that an envelope
 * of that length costs: decoding, and under every key a decryption and a reading that fails, padding sound or not. Where
 * there is no envelope, a decoy of random bytes takes its place. Readings that fail are counted because an exception
 * costs more than a decryption.
 *
 * What is not promised: time grows with the length of the input, which the sender chose; base64 that is none is decoded
 * on a slower path, which is as visible to the sender as the text itself; and the reader's own time depends on what it
 * reads, which is why the rate and the sources of failures must be limited in front of this.
 */
import { randomBytes } from 'node:crypto';
import { BLOCK_BYTES, type Container, HEADER_BYTES, parseContainer, SALT_BYTES } from './container';
import { EnvelopeError } from './envelope-error';
import type { PassphraseKey } from './passphrase-key';

/** A thrown error means: not a text of ours. */
export type Reader<T> = (text: string) => T;

export interface Trial<K, T> {
  readonly key: K;
  readonly text: string;
  readonly value: T;
}

const noise = randomBytes(4096);

/** One for all: a stack trace, which nobody may see, costs as much as the rest of a failure, and what opens has none. */
const failure = new EnvelopeError();

/** The first key whose text is sound and read without an error. Throws EnvelopeError when there is none. */
export const tryKeys = <K extends Pick<PassphraseKey, 'decrypt'>, T>(
  keys: readonly K[],
  input: unknown,
  read: Reader<T>,
): Trial<K, T> => {
  const container = parseContainer(input);
  const tried = container ?? decoyFor(typeof input === 'string' ? input.length : 0);
  for (const key of keys) {
    const { text, sound } = key.decrypt(tried);
    const reading = attempt(read, text);
    if (container !== undefined && sound && reading !== undefined) return { key, text, value: reading.value };
    if (reading !== undefined) attempt(read, '');
  }
  throw failure;
};

/** With the blocks that a base64 text of this length has room for, and one at least. */
const decoyFor = (length: number): Container => {
  const blocks = Math.floor(((length * 3) / 4 - HEADER_BYTES) / BLOCK_BYTES);
  return {
    salt: noise.subarray(0, SALT_BYTES),
    body: Buffer.alloc(Math.max(1, blocks) * BLOCK_BYTES, noise),
  };
};

const attempt = <T>(read: Reader<T>, text: string): { value: T } | undefined => {
  try {
    return { value: read(text) };
  } catch {
    return undefined;
  }
};
