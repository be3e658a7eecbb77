import * as secrets from '@countersign/secrets';
import { createRandom } from '../random';
import { readShareSeeds } from '../seeds';
import type { ShareParsers } from './share-oracle';
import { createShareTarget } from './share-target';

const real: ShareParsers = secrets;
const { combine } = secrets;
const seeds = readShareSeeds();

/** What is found in the first inputs of a constant seed. */
const problems = async (parsers: Partial<ShareParsers>, inputs = 250): Promise<Set<string>> => {
  const target = createShareTarget({ ...real, ...parsers }, seeds, { limitMs: 200 });
  const made = Array.from({ length: inputs }, (_, n) => target.make(createRandom(`spec ${n}`)));
  const found = await Promise.all(made.map((input) => target.check(input)));
  return new Set(found.filter((problem) => problem !== undefined));
};

test('nothing is found in the parsers as they are, and all ways out are taken', async () => {
  const target = createShareTarget(real, seeds);
  const made = Array.from({ length: 1_000 }, (_, n) => target.make(createRandom(`spec ${n}`)));
  const found = await Promise.all(made.map((input) => target.check(input)));
  expect(found.filter((problem) => problem !== undefined)).toEqual([]);
  expect([...target.answers().keys()]).toEqual(
    expect.arrayContaining([
      'combine: secret',
      'combine: mismatch',
      'resolve: secret',
      'reference: shamir',
      'keyring: read',
      'keyring: refused',
      'weakness: told',
      'weakness: none',
    ]),
  );
});

const failing = (error: unknown) => () => {
  throw error;
};

test.each<[string, Partial<ShareParsers>, string]>([
  ['gives another secret', { combine: () => Buffer.from('other') }, 'shares gave a secret that nobody split'],
  ['fails by accident', { combine: failing(new TypeError('x is undefined')) }, 'TypeError: x is undefined'],
  [
    'blames nobody',
    { combine: failing(new secrets.ShareError('damaged', [99])) },
    'a share error points nowhere',
  ],
  [
    'repeats a reference that it refuses',
    {
      parseReference: (text) => {
        throw Object.assign(new secrets.InvalidReference(), { message: `not a reference: ${text}` });
      },
    },
    'a refused reference is repeated in the message',
  ],
  [
    'repeats a keyring file that it refuses',
    {
      parseKeyringFile: (text) => {
        throw new secrets.InvalidKeyringFile(`no keyring file: ${text}`);
      },
    },
    'a refused keyring file is repeated in the message',
  ],
  [
    'writes a keyring file otherwise',
    { formatKeyringFile: () => '{"current":"env:OTHER"}' },
    'a keyring file is written otherwise than it was read',
  ],
  [
    'repeats a weak secret',
    { weaknessOf: (text) => `${text} is weak` },
    'a weak secret is repeated in the sentence',
  ],
  [
    'gives new shares of another secret',
    { reshare: () => secrets.split('other', { threshold: 2, shares: 2 }) },
    'new shares give another secret',
  ],
  ['drills nothing', { drill: () => ({ subsets: 0 }) }, 'a drill counts no set where there is one'],
  [
    'writes a reference otherwise',
    { formatReference: () => 'env:OTHER' },
    'a reference is written otherwise than it was read',
  ],
  [
    'tells a share in a secret error',
    {
      resolveSecret: async (_, { env }) => {
        throw new secrets.SecretError('env:S0', `is ${env['S0']}`);
      },
    },
    'a secret error holds a part of a share',
  ],
  [
    'resolves to another secret',
    { resolveSecret: async () => secrets.createSecret('other') },
    'a reference gave a secret that nobody split',
  ],
])('a parser that %s is found', async (_, parsers, problem) => {
  expect([...(await problems(parsers))]).toEqual(expect.arrayContaining([problem]));
});

test('a parser that does not end is found, and the others are still tried', async () => {
  let calls = 0;
  const found = await problems(
    {
      combine: (texts) => {
        for (calls += 1; calls === 3;);
        return combine(texts);
      },
    },
    60,
  );
  expect([...found]).toEqual([]);
  expect(calls).toBeGreaterThan(3);

  const always = await problems({ parseReference: () => hang() }, 10);
  expect([...always]).toEqual(['no end within 200 ms']);
});

const hang = (): never => {
  for (;;);
};
