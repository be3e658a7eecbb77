/** Bytes that were well-formed, and are so no longer, or hardly: what any fuzzer does to a file. */
import type { Random } from './random';

type Mutation = (bytes: Buffer, random: Random, donor: () => Buffer) => Buffer;

const spliced = (bytes: Buffer, from: number, to: number, inserted: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), inserted, bytes.subarray(to)]);

const range = (bytes: Buffer, random: Random): [number, number] => {
  const from = random.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.size(64))];
};

const changed = (bytes: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy[at] = value & 0xff;
  return copy;
};

const MOST_BYTES = 256 * 1024;

const mutations: readonly (readonly [number, Mutation])[] = [
  [3, (bytes, random) => changed(bytes, random.below(bytes.length), random.below(256))],
  [
    3,
    (bytes, random) => {
      const at = random.below(bytes.length);
      return changed(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
    },
  ],
  [
    2,
    (bytes, random) => changed(bytes, random.below(bytes.length), random.pick([0, 0x7f, 0x80, 0xff, 0x0a])),
  ],
  [2, (bytes, random) => spliced(bytes, ...range(bytes, random), Buffer.alloc(0))],
  [1, (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1))],
  [1, (bytes, random) => bytes.subarray(random.below(bytes.length + 1))],
  [
    2,
    (bytes, random) => {
      const at = random.below(bytes.length + 1);
      return spliced(bytes, at, at, random.bytes(random.size(64)));
    },
  ],
  [
    2,
    (bytes, random) => {
      const [from, to] = range(bytes, random);
      const at = random.below(bytes.length + 1);
      return spliced(bytes, at, at, bytes.subarray(from, to));
    },
  ],
  [
    1,
    (bytes, random) => {
      const [from, to] = range(bytes, random);
      const times = Math.min(2 + random.size(2000), Math.ceil(MOST_BYTES / Math.max(1, to - from)));
      const repeated = Buffer.concat(Array.from({ length: times }, () => bytes.subarray(from, to)));
      return spliced(bytes, from, to, repeated);
    },
  ],
  [
    2,
    (bytes, random, donor) => {
      const other = donor();
      const [from, to] = range(other, random);
      return spliced(bytes, ...range(bytes, random), other.subarray(from, to));
    },
  ],
];

/** One to a few changes. `donor` gives other bytes to take parts from. At most 256 KiB unless `bytes` is longer. */
export const mutateBytes = (bytes: Buffer, random: Random, donor: () => Buffer): Buffer => {
  let mutated = bytes;
  for (let left = 1 + random.size(4); left > 0; left -= 1) {
    const next = random.weighted(mutations)(mutated, random, donor);
    if (next.length <= Math.max(MOST_BYTES, bytes.length)) mutated = next;
  }
  return mutated;
};
