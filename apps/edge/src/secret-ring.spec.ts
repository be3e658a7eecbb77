import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encrypt } from '@countersign/envelope';
import { resolveSecret } from '@countersign/secrets';
import { createSecretRing, SecretRingError, type SecretRing, type SecretRingDeps } from './secret-ring';
import { lastUsedSeconds, secretStatus } from './secret-status';

const FIRST = 'q3Jk0eVYx8sTtZ1mW7uB4nDfGhL2pRcA';
const SECOND = 'Zp5vM8wKs1XtQe7RyB3cNhD6jFgU0aLo';
const THIRD = '4bTn9YxWq2Sd7KfHmV0RzJc5UgEpLi8A';
const T0 = Date.UTC(2027, 0, 1);
const HOUR = 3_600_000;

let dir: string;
let time: number;
let warned: object[];
let asked: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-ring-'));
  time = T0;
  warned = [];
  asked = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

const path = (name: string): string => join(dir, name);
const ref = (name: string): string => `file:${path(name)}`;
const put = (name: string, text: string, mode = 0o600): string => {
  writeFileSync(path(`${name}.new`), text);
  chmodSync(path(`${name}.new`), mode);
  renameSync(path(`${name}.new`), path(name));
  return ref(name);
};
const putKeyring = (members: Record<string, string>, mode = 0o600) => {
  put('keyring.json', JSON.stringify(members), mode);
  return { EDGE_KEYRING: path('keyring.json') };
};
const iso = (ms: number) => new Date(ms).toISOString();

const ringOf = (config: SecretRingDeps['config'], development = false): Promise<SecretRing> =>
  createSecretRing({
    config,
    resolve: (reference) => {
      asked.push(reference);
      return resolveSecret(reference, { env: {}, development: false, report: () => undefined });
    },
    now: () => time,
    development,
    log: { warn: (fields) => void warned.push(fields) },
  });

/** Which of the secrets open a request now. */
const opening = ({ keyring }: SecretRing): string[] =>
  [FIRST, SECOND, THIRD].filter((secret) => {
    try {
      keyring.openJson(encrypt('{}', secret));
      return true;
    } catch {
      return false;
    }
  });

describe('secrets named in the settings', () => {
  it('are the ones that open', async () => {
    const config = {
      EDGE_SECRET: put('a', FIRST),
      EDGE_SECRET_PREVIOUS: put('b', SECOND),
      EDGE_SECRET_PREVIOUS_UNTIL: T0 + HOUR,
    };
    const ring = await ringOf(config);
    expect(opening(ring)).toEqual([FIRST, SECOND]);
    expect(ring.files()).toEqual([path('a'), path('b')]);
    time += HOUR;
    expect(opening(ring)).toEqual([FIRST]);
  });

  it('are read again, and without a previous one the old secret opens nothing any more', async () => {
    const ring = await ringOf({ EDGE_SECRET: put('a', FIRST) });
    put('a', SECOND);
    expect(opening(ring)).toEqual([FIRST]);
    await ring.load();
    expect(opening(ring)).toEqual([SECOND]);
  });

  it('must be there at the start', async () => {
    await expect(ringOf({ EDGE_SECRET: ref('absent') })).rejects.toThrow('ENOENT');
    await expect(ringOf({})).rejects.toThrow(SecretRingError);
  });
});

describe('a keyring file', () => {
  it('changes both secrets at once', async () => {
    put('a', FIRST);
    put('b', SECOND);
    const ring = await ringOf(putKeyring({ current: ref('a') }));
    expect(opening(ring)).toEqual([FIRST]);
    expect(ring.files()).toEqual([path('keyring.json'), path('a')]);
    putKeyring({ current: ref('b'), previous: ref('a'), previousUntil: iso(T0 + HOUR) });
    await ring.load();
    expect(opening(ring)).toEqual([FIRST, SECOND]);
    expect(ring.references()).toEqual({ current: ref('b'), previous: ref('a') });
    expect(ring.files()).toEqual([path('keyring.json'), path('b'), path('a')]);
    time += HOUR;
    expect(opening(ring)).toEqual([SECOND]);
  });

  it('may name a previous secret whose time is over, which is not even looked for', async () => {
    put('b', SECOND);
    const members = { current: ref('b'), previous: ref('destroyed'), previousUntil: iso(T0) };
    const ring = await ringOf(putKeyring(members));
    expect(opening(ring)).toEqual([SECOND]);
    expect(asked).toEqual([ref('b')]);
    expect(secretStatus(ring).previous).toBeNull();
  });

  it.each([0o620, 0o602])('of mode %o is for development only', async (mode) => {
    put('a', FIRST);
    const config = putKeyring({ current: ref('a') }, mode);
    await expect(ringOf(config)).rejects.toThrow('others than its owner may write to it');
    expect(opening(await ringOf(config, true))).toEqual([FIRST]);
  });

  it('may be read by everybody: it holds no secret', async () => {
    put('a', FIRST);
    expect(opening(await ringOf(putKeyring({ current: ref('a') }, 0o644)))).toEqual([FIRST]);
  });

  it('that is much too large is not read', async () => {
    put('keyring.json', ' '.repeat(64 * 1024 + 1));
    await expect(ringOf({ EDGE_KEYRING: path('keyring.json') })).rejects.toThrow('larger than');
  });
});

describe('a load that fails changes nothing', () => {
  const until = iso(T0 + HOUR);
  it.each<[string, () => void, string]>([
    ['a file that is gone', () => rmSync(path('keyring.json')), 'cannot be read (ENOENT)'],
    ['a file that is not JSON', () => void put('keyring.json', '{'), 'it is not JSON'],
    [
      'a member that is not known',
      () => void putKeyring({ current: ref('b'), next: ref('c') }),
      'only current, previous, previousUntil may stand in it',
    ],
    ['a secret that is not there', () => void putKeyring({ current: ref('c') }), 'ENOENT'],
    [
      'a previous secret that is not there',
      () => void putKeyring({ current: ref('b'), previous: ref('c'), previousUntil: until }),
      'ENOENT',
    ],
    [
      'the same secret at two places',
      () => {
        put('copy', FIRST);
        putKeyring({ current: ref('a'), previous: ref('copy'), previousUntil: until });
      },
      'is the current one (file:',
    ],
    [
      'a weak secret',
      () => void putKeyring({ current: put('weak', 'hunter2'), previous: ref('a'), previousUntil: until }),
      'too short',
    ],
    ['a secret that others may read', () => chmodSync(path('a'), 0o644), 'chmod 600'],
  ])('%s', async (_, spoil, message) => {
    put('a', FIRST);
    put('b', SECOND);
    const ring = await ringOf(putKeyring({ current: ref('a') }));
    opening(ring);
    const before = secretStatus(ring);
    spoil();
    const error: unknown = await ring.load().catch((caught: unknown) => caught);
    expect((error as Error).message).toContain(message);
    for (const value of [FIRST, SECOND, 'hunter2']) expect((error as Error).message).not.toContain(value);
    expect(secretStatus(ring)).toEqual(before);
    expect(opening(ring)).toEqual([FIRST]);
    putKeyring({ current: ref('b') });
    await ring.load();
    expect(opening(ring)).toEqual([SECOND]);
  });

  it('and what it could not read is watched, so that it is tried again when it is there', async () => {
    put('a', FIRST);
    const ring = await ringOf(putKeyring({ current: ref('a') }));
    putKeyring({ current: ref('c') });
    await expect(ring.load()).rejects.toThrow('ENOENT');
    expect(ring.files()).toEqual([path('keyring.json'), path('a'), path('c')]);
    put('c', THIRD);
    await ring.load();
    expect(opening(ring)).toEqual([THIRD]);
    expect(ring.files()).toEqual([path('keyring.json'), path('c')]);
  });
});

it('warns of a weak secret in development, without a word of it', async () => {
  const ring = await ringOf({ EDGE_SECRET: put('a', 'hunter2') }, true);
  expect(ring.keyring.openJson(encrypt('{}', 'hunter2')).value).toEqual({});
  expect(warned).toEqual([{ reference: ref('a'), weakness: expect.stringContaining('too short') }]);
  expect(JSON.stringify(warned)).not.toContain('hunter2');
});

it('tells where the secrets are and what they were used for, and nothing of what they are', async () => {
  put('a', FIRST);
  put('b', SECOND);
  const ring = await ringOf(putKeyring({ current: ref('a') }));
  expect(secretStatus(ring)).toEqual({
    current: { reference: ref('a'), loadedAt: iso(T0), opened: 0, lastUsedAt: null },
    previous: null,
  });
  expect(lastUsedSeconds(ring, 'current')).toBe(0);
  expect(lastUsedSeconds(ring, 'previous')).toBe(0);
  time += 1000;
  ring.keyring.openJson(encrypt('{}', FIRST));
  time += 1000;
  putKeyring({ current: ref('b'), previous: ref('a'), previousUntil: iso(T0 + HOUR) });
  await ring.load();
  ring.keyring.openJson(encrypt('{}', SECOND));
  expect(secretStatus(ring)).toEqual({
    current: { reference: ref('b'), loadedAt: iso(T0 + 2000), opened: 1, lastUsedAt: iso(T0 + 2000) },
    previous: {
      reference: ref('a'),
      loadedAt: iso(T0),
      opened: 1,
      lastUsedAt: iso(T0 + 1000),
      until: iso(T0 + HOUR),
    },
  });
  expect(lastUsedSeconds(ring, 'current')).toBe(T0 / 1000 + 2);
  expect(lastUsedSeconds(ring, 'previous')).toBe(T0 / 1000 + 1);
  for (const value of [FIRST, SECOND]) expect(JSON.stringify(secretStatus(ring))).not.toContain(value);
});
