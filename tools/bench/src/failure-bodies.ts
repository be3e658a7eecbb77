import type { Random } from './random';
import { BLOCK_BYTES, padded, sealedBlocks } from './sealed-blocks';

/**
 * Requests that must all fail in one and the same way, each class for a reason of its own, all of exactly the same
 * length. Every body is new: a fresh salt, and the flaw at another place. The last two can only be made by who holds
 * the secret.
 */
export type FailureClass =
  | 'not JSON from the start'
  | 'not JSON at its end'
  | 'no ciphertext member'
  | 'ciphertext a number'
  | 'bad base64'
  | 'no Salted__'
  | 'cut block'
  | 'bad padding'
  | 'bad UTF-8'
  | 'bad JSON inside'
  | 'wrong secret'
  | 'JSON, not an object'
  | 'missing fields';

/** An envelope of three times as many blocks has a base64 text without `=`, so that a byte less keeps its length. */
const THREES = 12;
const BLOCKS = 3 * THREES - 1;
/** What is left of the last block is padding. */
const TEXT_BYTES = BLOCKS * BLOCK_BYTES - 5;

export const failureBodies = (
  random: Random,
  secret: string,
): Readonly<Record<FailureClass, () => string>> => {
  const seal = (blocks: Buffer, by = secret) => sealedBlocks(blocks, by, random.bytes(8));
  const envelope = (text: Buffer, by?: string) => body(seal(padded(text), by).toString('base64'));
  const anywhere = (length: number) => 16 + random.below(length - 32);
  /** Like a payload of CoKeeps, and as long as every other. */
  const question = () => filled({ uid: random.bytes(8).toString('hex') });

  return {
    'not JSON from the start': () => random.bytes(bodyLength).toString('hex').slice(0, bodyLength),
    'not JSON at its end': () => `${envelope(question()).slice(0, -1)}]`,
    'no ciphertext member': () => envelope(question()).replace('ciphertext', 'ciphertexT'),
    'ciphertext a number': () => `{"ciphertext":${digits(random, bodyLength - '{"ciphertext":}'.length)}}`,
    'bad base64': () => {
      const text = seal(padded(question())).toString('base64');
      const at = anywhere(text.length);
      return body(`${text.slice(0, at)}*${text.slice(at + 1)}`);
    },
    'no Salted__': () => {
      const bytes = seal(padded(question()));
      bytes.write('Sealed__', 'latin1');
      return body(bytes.toString('base64'));
    },
    'cut block': () => body(seal(padded(question())).subarray(0, -1).toString('base64')),
    'bad padding': () => {
      const blocks = padded(question());
      const last = blocks.length - 1;
      // Too long, none at all, or not the same throughout.
      const flaw = random.below(3);
      if (flaw < 2) blocks[last] = flaw === 0 ? 17 + random.below(200) : 0;
      else blocks[last - 1 - random.below(4)] = 6;
      return body(seal(blocks).toString('base64'));
    },
    'bad UTF-8': () => {
      const text = question();
      text[anywhere(text.length)] = 0xff;
      return envelope(text);
    },
    'bad JSON inside': () => {
      const text = question();
      text.write('\n', anywhere(text.length));
      return envelope(text);
    },
    'wrong secret': () => envelope(question(), random.bytes(16).toString('hex')),
    'JSON, not an object': () => envelope(Buffer.from(`"${'a'.repeat(TEXT_BYTES - 2)}"`)),
    'missing fields': () => envelope(filled({ other: random.bytes(8).toString('hex') })),
  };
};

/** The same failure of an envelope many times as long: what must be seen if anything can be. */
export const longerBody = (random: Random, times: number): string =>
  body(
    sealedBlocks(
      padded(random.bytes(TEXT_BYTES * times)),
      random.bytes(16).toString('hex'),
      random.bytes(8),
    ).toString('base64'),
  );

const body = (base64: string): string => `{"ciphertext":"${base64}"}`;

export const bodyLength = body('').length + THREES * BLOCK_BYTES * 4;

function filled(members: Readonly<Record<string, string>>): Buffer {
  const start = JSON.stringify({ ...members, note: '' }).slice(0, -2);
  return Buffer.from(`${start}${'a'.repeat(TEXT_BYTES - start.length - 2)}"}`);
}

const digits = (random: Random, count: number): string =>
  `1${Array.from(random.bytes(count - 1), (byte) => String(byte % 10)).join('')}`;
