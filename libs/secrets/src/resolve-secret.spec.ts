import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidReference } from './reference';
import { resolveSecret } from './resolve-secret';
import { SecretError } from './secret-error';
import { formatShare, parseShare, type Share } from './share';
import { split } from './split';

let dir: string;
let reports: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-secrets-'));
  reports = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

const deps = (env: Record<string, string> = {}, development = false) => ({
  env,
  development,
  report: (message: string) => void reports.push(message),
});
const put = (name: string, content: string | Buffer, mode = 0o600): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return `file:${path}`;
};
const reveal = async (...args: Parameters<typeof resolveSecret>) => (await resolveSecret(...args)).reveal();
const failure = async (...args: Parameters<typeof resolveSecret>): Promise<SecretError> => {
  const error: unknown = await resolveSecret(...args).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(SecretError);
  return error as SecretError;
};

describe('an environment variable', () => {
  it('is taken as it is', async () => {
    expect(await reveal('env:A', deps({ A: ' sécret\n' }))).toBe(' sécret\n');
  });

  it.each([{}, { A: '' }])('that is missing or empty is named: %j', async (env) => {
    expect((await failure('env:A', deps(env))).message).toBe('env:A: the variable is not set, or empty');
  });
});

describe('a file', () => {
  it.each([
    ['hunter2', 'hunter2'],
    ['hunter2\n', 'hunter2'],
    ['hunter2\r\n', 'hunter2'],
    ['hunter2\n\n', 'hunter2\n'],
    ['hunter2 \n', 'hunter2 '],
    ['a\nb\n', 'a\nb'],
    ['\uFEFFhunter2', '\uFEFFhunter2'],
  ])('%j loses one trailing newline at most', async (content, secret) => {
    expect(await reveal(put('a', content), deps())).toBe(secret);
  });

  it.each([0o640, 0o604, 0o620, 0o602, 0o644])('of mode %o is for development only', async (mode) => {
    const reference = put('a', 'hunter2', mode);
    const { message, unavailable } = await failure(reference, deps());
    expect(message).toContain(`${reference}: others than its owner have access`);
    expect(unavailable).toBe(false);
    expect(await reveal(reference, deps({}, true))).toBe('hunter2');
  });

  it('may be a symbolic link, and is judged by what it points to', async () => {
    symlinkSync(put('a', 'hunter2').slice('file:'.length), join(dir, 'link'));
    symlinkSync(put('b', 'hunter2', 0o644).slice('file:'.length), join(dir, 'open'));
    expect(await reveal(`file:${dir}/link`, deps())).toBe('hunter2');
    expect((await failure(`file:${dir}/open`, deps())).message).toContain('chmod 600');
  });

  it('that is not there is named, with the reason', async () => {
    const { message, unavailable } = await failure(`file:${dir}/none`, deps());
    expect(message).toBe(`file:${dir}/none: the file cannot be read (ENOENT)`);
    expect(unavailable).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['a newline', '\n'],
  ])('that is %s is refused', async (_, content) => {
    expect((await failure(put('a', content), deps())).message).toMatch(/the file is empty$/);
  });

  it('that is not UTF-8, or too large, is refused', async () => {
    expect((await failure(put('a', Buffer.from([0x61, 0xff])), deps())).message).toMatch(/not UTF-8 text$/);
    expect((await failure(put('b', 'x'.repeat(262145)), deps())).message).toMatch(
      /larger than 262144 bytes$/,
    );
    expect((await failure(put('c', 'x'.repeat(65537)), deps())).message).toMatch(/longer than 65536 bytes$/);
    expect(await reveal(put('d', 'x'.repeat(65536)), deps())).toHaveLength(65536);
  });

  it('that is a directory or a named pipe is refused at once', async () => {
    mkdirSync(join(dir, 'folder'), { mode: 0o700 });
    execFileSync('mkfifo', ['-m', '600', join(dir, 'pipe')]);
    for (const name of ['folder', 'pipe']) {
      expect((await failure(`file:${dir}/${name}`, deps())).message).toMatch(/is not a regular file$/);
    }
  });
});

describe('a shamir reference', () => {
  const shares = split('hunter2', { threshold: 2, shares: 3, setId: 'aes' });
  const [a = '', b = '', c = ''] = shares;
  const three = 'shamir:2:env:A,env:B,env:C';

  it('gives the secret from files and variables, surrounding whitespace aside', async () => {
    const reference = `shamir:2:${put('a', `${a}\n\n`)},env:B,${put('c', c)}`;
    expect(await reveal(reference, deps({ B: ` ${b} ` }))).toBe('hunter2');
    expect(reports).toEqual([]);
  });

  it('does without as many locations as the threshold allows, and reports each', async () => {
    const reference = `shamir:2:env:A,file:${dir}/none,env:C`;
    expect(await reveal(reference, deps({ A: a, C: c }))).toBe('hunter2');
    expect(reports).toEqual([
      `${reference}: done without one share: file:${dir}/none: the file cannot be read (ENOENT)`,
    ]);
  });

  it('names every location that is missing when too few are left', async () => {
    const { message, unavailable } = await failure(`shamir:2:env:A,file:${dir}/none,env:C`, deps({ A: a }));
    expect(message).toContain('1 of 2 shares could be read');
    expect(message).toContain(`file:${dir}/none: the file cannot be read (ENOENT)`);
    expect(message).toContain('env:C: the variable is not set, or empty');
    expect(unavailable).toBe(true);
    expect(reports).toEqual([]);
  });

  it('does not do without a share that is there but open to others', async () => {
    const open = put('c', c, 0o644);
    expect((await failure(`shamir:2:env:A,env:B,${open}`, deps({ A: a, B: b }))).message).toContain(
      `${open}: others`,
    );
  });

  const forged = (() => {
    const share = parseShare(b) as Share;
    return formatShare({ ...share, data: share.data.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) });
  })();
  const [, other = ''] = split('other', { threshold: 2, shares: 3, setId: 'other' });

  it.each([
    ['no share', 'hunter2', 'what is there is not a share (env:B)'],
    ['a damaged share', b.replace('aes', 'aet'), 'the share is damaged: its checksum does not match (env:B)'],
    ['a share of another set', other, 'the share is of another set than the others (env:B)'],
    ['a forged share', forged, 'at least one is forged (env:B)'],
    ['a share that is also elsewhere', a, 'the same share is at more than one location (env:A, env:B)'],
  ])('names the location of %s, though the others would do', async (_, wrong, message) => {
    const error = await failure(three, deps({ A: a, B: wrong, C: c }));
    expect(error.message).toContain(message);
    for (const value of [a, b, c, wrong, 'hunter2']) expect(error.message).not.toContain(value);
  });

  it('names all locations when it cannot tell which share is forged', async () => {
    expect((await failure('shamir:2:env:A,env:B', deps({ A: a, B: forged }))).message).toContain(
      '(env:A, env:B)',
    );
  });

  it('keeps to the threshold the shares were split with', async () => {
    const env = deps({ A: a, B: b, C: c });
    expect((await failure('shamir:3:env:A,env:B,env:C', env)).message).toContain(
      'split with another threshold',
    );
    const strict = split('hunter2', { threshold: 3, shares: 3 });
    const [x = '', y = '', z = ''] = strict;
    expect((await failure(three, deps({ A: x, B: y, C: z }))).message).toContain(
      'split with another threshold',
    );
    expect((await failure(three, deps({ A: x, B: y }))).message).toContain('fewer shares than the set needs');
  });

  it('refuses a shared secret that is no text', async () => {
    const [x = '', y = ''] = split(Buffer.from([0xff]), { threshold: 2, shares: 2 });
    expect((await failure('shamir:2:env:A,env:B', deps({ A: x, B: y }))).message).toContain('not UTF-8 text');
  });
});

it('refuses what is no reference without repeating it', async () => {
  const error: unknown = await resolveSecret('hunter2', deps()).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InvalidReference);
  expect((error as Error).message).not.toContain('hunter2');
});
