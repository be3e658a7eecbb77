/** The commands that cut secrets into shares, with real files. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCountersign } from '@countersign/client';
import { combine, split } from '@countersign/secrets';
import { runCli } from '../src/cli';

const SECRET = '9f86d081884c7d659a2feaa0c55ad015';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'countersign-shards-'));
});
afterEach(() => rm(dir, { recursive: true }));

interface Run {
  readonly env?: Record<string, string>;
  readonly interrupted?: boolean;
}

async function shards(args: readonly string[], { env = {}, interrupted = false }: Run = {}) {
  let out = '';
  let err = '';
  const interrupt = new AbortController();
  if (interrupted) interrupt.abort();
  const code = await runCli(
    ['shards', ...args],
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      progress: undefined,
      env,
      cwd: dir,
      now: () => 0,
      signal: interrupt.signal,
    },
    createCountersign,
  );
  return { code, out, err };
}

const text = async (file: string) => (await readFile(join(dir, file), 'utf8')).trim();
const modeOf = async (file: string) => ((await stat(join(dir, file))).mode & 0o777).toString(8);
const put = (file: string, content: string) => writeFile(join(dir, file), content, { mode: 0o600 });
const putShares = async (folder: string, threshold: number, count: number, secret = SECRET) => {
  await mkdir(join(dir, folder));
  const made = split(secret, { threshold, shares: count });
  await Promise.all(made.map((share, at) => put(join(folder, `share-${at + 1}`), `${share}\n`)));
  return made;
};
const three = ['a/share-1', 'a/share-2', 'a/share-3'];
const scheme = ['--threshold', '2', '--shares', '3'];

describe('split', () => {
  it('writes shares that only their owner may read, and shows nothing of the secret', async () => {
    await put('secret', SECRET);
    const { code, out, err } = await shards([
      'split',
      ...scheme,
      '--secret',
      `file:${dir}/secret`,
      '--out',
      'new/a',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Any 2 of these 3 give the secret, tried with 3 of 3 sets');
    const files = ['share-1', 'share-2', 'share-3'];
    expect((await readdir(join(dir, 'new/a'))).sort()).toEqual(files);
    expect(await modeOf('new/a')).toBe('700');
    for (const file of files) {
      expect(await modeOf(`new/a/${file}`)).toBe('600');
      expect(out).not.toContain((await text(`new/a/${file}`)).slice(-100));
    }
    expect(out).not.toContain(SECRET);
    expect(combine([await text('new/a/share-3'), await text('new/a/share-1')]).toString()).toBe(SECRET);
  });

  it('brings shares to different places', async () => {
    const to = ['one', 'two', 'three'].flatMap((file) => ['--to', file]);
    expect(await shards(['split', ...scheme, '--generate', '64', ...to, '--json'])).toMatchObject({
      code: 0,
    });
    const secret = combine([await text('one'), await text('three')]).toString();
    expect(secret).toMatch(/^[0-9a-f]{128}$/);
    expect(combine([await text('two'), await text('three')]).toString()).toBe(secret);
  });

  it('overwrites nothing, and leaves nothing of what it had begun', async () => {
    await mkdir(join(dir, 'a'));
    await put('a/share-2', 'mine');
    const { code, err } = await shards(['split', ...scheme, '--generate', '32', '--out', 'a']);
    expect({ code, err }).toEqual({
      code: 1,
      err: `countersign: ${dir}/a/share-2: is there already, and is not overwritten\n`,
    });
    expect(await readdir(join(dir, 'a'))).toEqual(['share-2']);
    expect(await text('a/share-2')).toBe('mine');
  });

  it('leaves neither files nor folder when it is interrupted', async () => {
    const args = ['split', ...scheme, '--generate', '32', '--out', 'a'];
    expect(await shards(args, { interrupted: true })).toMatchObject({
      code: 130,
      err: 'countersign: interrupted\n',
    });
    expect(await readdir(dir)).toEqual([]);
  });

  it('warns of a weak secret, without showing it', async () => {
    const { code, err } = await shards(['split', ...scheme, '--secret', 'env:S', '--out', 'a'], {
      env: { S: 'hunter2' },
    });
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: the secret is weak: it is too short/);
    expect(err).not.toContain('hunter2');
  });
});

describe('combine', () => {
  it('puts the secret into a new file, or shows it when asked to', async () => {
    await putShares('a', 2, 3);
    expect(await shards(['combine', '--out', 'whole', 'a/share-1', `file:${dir}/a/share-3`])).toMatchObject({
      code: 0,
    });
    expect(await readFile(join(dir, 'whole'), 'utf8')).toBe(SECRET);
    expect(await modeOf('whole')).toBe('600');
    expect(await shards(['combine', '--stdout', ...three])).toEqual({ code: 0, out: SECRET, err: '' });
    expect(await shards(['combine', '--out', 'whole', ...three])).toMatchObject({ code: 1, out: '' });
  });

  it('does without the location of a reference that is not there, with a warning', async () => {
    await putShares('a', 2, 3);
    const reference = `shamir:2:file:${dir}/a/share-1,file:${dir}/gone,file:${dir}/a/share-3`;
    expect(await shards(['combine', '--stdout', reference])).toEqual({
      code: 0,
      out: SECRET,
      err: `warning: file:${dir}/gone: the file cannot be read (ENOENT)\n`,
    });
  });
});

describe('a share that is', () => {
  beforeEach(() => putShares('a', 2, 3));

  it.each([
    ['gone', () => rm(join(dir, 'a/share-2')), 'file:DIR/a/share-2: the file cannot be read (ENOENT)'],
    ['no share', () => put('a/share-2', 'hello'), 'what is there is not a share (file:DIR/a/share-2)'],
    [
      'damaged',
      async () =>
        put(
          'a/share-2',
          (await text('a/share-2')).replace(/.$/, (one) => (one === '0' ? '1' : '0')),
        ),
      'the share is damaged: its checksum does not match (file:DIR/a/share-2)',
    ],
    [
      'of another set',
      () => put('a/share-2', split(SECRET, { threshold: 2, shares: 3 })[1] ?? ''),
      'the share is of another set than the others (file:DIR/a/share-2)',
    ],
    [
      'a copy of another',
      async () => put('a/share-2', await text('a/share-1')),
      'the same share is at more than one location (file:DIR/a/share-1, file:DIR/a/share-2)',
    ],
    [
      'open to others',
      () => chmod(join(dir, 'a/share-2'), 0o644),
      'file:DIR/a/share-2: others than its owner have access to the file; run chmod 600 on it',
    ],
  ])('%s is named by every command', async (_, spoil, message) => {
    await spoil();
    for (const args of [
      ['combine', '--stdout', ...three],
      ['drill', ...three],
      ['rotate', ...scheme, '--out', 'b', ...three],
    ]) {
      const { code, out, err } = await shards(args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(message.replaceAll('DIR', dir));
    }
    expect(await readdir(dir)).toEqual(['a']);
  });
});

describe('drill', () => {
  it('shows numbers and nothing else', async () => {
    await putShares('a', 2, 3);
    expect(await shards(['drill', ...three])).toEqual({
      code: 0,
      out: '3 of 3 shares read; 2 are enough.\nEach of the 3 sets of 2 gives one and the same secret.\n',
      err: '',
    });
    const { out } = await shards(['drill', '--json', 'a/share-1', 'a/share-3']);
    expect(JSON.parse(out)).toEqual({ threshold: 2, shares: 2, total: 3, subsets: 1, rebuilt: 1 });
  });

  it('says which shares were not drilled, and fails for a location of a reference that is not there', async () => {
    await putShares('a', 2, 3);
    expect((await shards(['drill', 'a/share-1', 'a/share-3'])).out).toContain(
      "NOT DRILLED: 1 of the set's shares",
    );
    const reference = `shamir:2:file:${dir}/a/share-1,file:${dir}/gone,file:${dir}/a/share-3`;
    expect(await shards(['drill', reference])).toMatchObject({ code: 1, out: '' });
  });

  it('keeps to the threshold of a reference', async () => {
    await putShares('a', 3, 3);
    const { code, err } = await shards([
      'drill',
      `shamir:2:${three.map((one) => `file:${dir}/${one}`).join(',')}`,
    ]);
    expect(code).toBe(1);
    expect(err).toContain('were split with another threshold than 2');
  });
});

describe('rotate', () => {
  it('makes new shares of the same secret, and says that the old ones live', async () => {
    const old = await putShares('a', 2, 3);
    const { code, out, err } = await shards([
      'rotate',
      '--threshold',
      '3',
      '--shares',
      '5',
      '--out',
      'b',
      ...three,
    ]);
    expect(code).toBe(0);
    expect(out).toContain('Any 3 of these 5 give the secret, tried with 10 of 10 sets');
    expect(err).toContain('The old shares still give the secret among themselves.');
    const fresh = await Promise.all([1, 3, 5].map((at) => text(`b/share-${at}`)));
    expect(combine(fresh).toString()).toBe(SECRET);
    expect(combine(old).toString()).toBe(SECRET);
    await put('c', fresh[0] ?? '');
    expect(await shards(['drill', 'a/share-1', 'a/share-2', 'c'])).toMatchObject({ code: 1 });
  });
});

it.each([
  [['drill', ...three]],
  [['combine', '--stdout', ...three]],
  [['combine', '--out', 'whole', ...three]],
  [['rotate', ...scheme, '--out', 'b', ...three]],
])('shows and leaves nothing when it is interrupted: %j', async (args) => {
  await putShares('a', 2, 3);
  expect(await shards(args, { interrupted: true })).toEqual({
    code: 130,
    out: '',
    err: 'countersign: interrupted\n',
  });
  expect(await readdir(dir)).toEqual(['a']);
});

it.each([
  [['split', '--shares', '3', '--generate', '32', '--out', 'a']],
  [['split', ...scheme, '--out', 'a']],
  [['split', ...scheme, '--generate', '32', '--secret', 'env:S', '--out', 'a']],
  [['split', ...scheme, '--generate', '8', '--out', 'a']],
  [['split', ...scheme, '--generate', '32']],
  [['split', ...scheme, '--generate', '32', '--to', 'a', '--to', 'b']],
  [['split', ...scheme, '--generate', '32', '--to', 'a', '--to', 'b', '--to', './a']],
  [['split', ...scheme, '--generate', '32', '--out', 'x', '--to', 'a', '--to', 'b', '--to', 'c']],
  [['split', '--threshold', '1', '--shares', '3', '--generate', '32', '--out', 'a']],
  [['split', '--threshold', '4', '--shares', '3', '--generate', '32', '--out', 'a']],
  [['split', '--threshold', '2', '--shares', '21', '--generate', '32', '--out', 'a']],
  [['split', ...scheme, '--secret', 'hunter2', '--out', 'a']],
  [['combine', 'a', 'b']],
  [['combine', '--out', 'x', '--stdout', 'a', 'b']],
  [['drill']],
  [['drill', 'shamir:2:env:A,env:B', 'c']],
  [['drill', 'env:']],
  [['drill', 'csh1:set:1:2:3:hunter2:hunter2:hunter2']],
  [['rotate', 'a', 'b']],
])('refuses wrong usage with 2: %j', async (args) => {
  const { code, out, err } = await shards(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^(error|countersign): /);
  expect(err).not.toContain('hunter2');
  expect(await readdir(dir)).toEqual([]);
});
