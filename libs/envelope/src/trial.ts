/**
 * An envelope has no key id, so opening is a trial of every key. Two things must hold at once: a wrong key whose
 * padding happens to fit must not hide the right one, so a key counts only when the reader accepts its text; and a
 * failure must not tell how far it got, so every failure ends in the one EnvelopeError after a decryption and a
 * reading under every key, padding sound or not.
 *
 * What is not promised: time still grows with the length of the input, a body that is no container is answered with
 * the work for one block, and the reader's own time depends on what it reads. The first two say nothing the sender
 * does not know; the third is why the rate and the sources of failures must be limited in front of this.
 */
import { BLOCK_BYTES, type Container, parseContainer, SALT_BYTES } from './container';
import { EnvelopeError } from './envelope-error';
import type { PassphraseKey } from './passphrase-key';

/** A thrown error means: not a text of ours. */
export type Reader<T> = (text: string) => T;

export interface Trial<K, T> {
  readonly key: K;
  readonly text: string;
  readonly value: T;
}

const decoy: Container = { salt: Buffer.alloc(SALT_BYTES), body: Buffer.alloc(BLOCK_BYTES) };

/** The first key whose text is sound and read without an error. Throws EnvelopeError when there is none. */
export const tryKeys = <K extends Pick<PassphraseKey, 'decrypt'>, T>(
  keys: readonly K[],
  input: unknown,
  read: Reader<T>,
): Trial<K, T> => {
  const container = parseContainer(input);
  for (const key of keys) {
    const { text, sound } = key.decrypt(container ?? decoy);
    const reading = attempt(read, text);
    if (container !== undefined && sound && reading !== undefined) return { key, text, value: reading.value };
  }
  throw new EnvelopeError();
};

const attempt = <T>(read: Reader<T>, text: string): { value: T } | undefined => {
  try {
    return { value: read(text) };
  } catch {
    return undefined;
  }
};
