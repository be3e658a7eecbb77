/** `secret`: on keyring files in a temporary folder, and against something that answers as an edge's operations port. */
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../src/cli';

const OLD = 'q3Jk0eVYx8sTtZ1mW7uB4nDfGhL2pRcA';
const NEW = 'Zp5vM8wKs1XtQe7RyB3cNhD6jFgU0aLo';
const NOW = Date.UTC(2027, 0, 1);
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-secret-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const path = (name: string) => join(dir, name);
const put = (name: string, text: string, mode = 0o600): string => {
  writeFileSync(path(name), text);
  chmodSync(path(name), mode);
  return `file:${path(name)}`;
};
const putKeyring = (members: object) => put('keyring.json', JSON.stringify(members), 0o640);
const keyring = (): unknown => JSON.parse(readFileSync(path('keyring.json'), 'utf8'));

async function run(args: readonly string[], env: Record<string, string> = {}, interrupted = false) {
  let out = '';
  let err = '';
  const signal = interrupted ? AbortSignal.abort() : new AbortController().signal;
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    progress: undefined,
    env,
    cwd: dir,
    now: () => NOW,
    signal,
  };
  const code = await runCli(['secret', ...args], terminal, () => {
    throw new Error('the admin service was asked');
  });
  for (const value of [OLD, NEW]) expect(out + err).not.toContain(value);
  return { code, out, err };
}

const rotate = (...more: string[]) =>
  run(['rotate', '--keyring', 'keyring.json', '--to', `file:${path('new')}`, '--overlap', '7d', ...more]);

describe('generate', () => {
  it('writes 32 random bytes to a file of their owner, and shows where', async () => {
    expect(await run(['generate', '--out', 'a'])).toEqual({ code: 0, out: `file:${path('a')}\n`, err: '' });
    expect(await run(['generate', '--out', 'b', '--json'])).toMatchObject({ code: 0 });
    expect(statSync(path('a')).mode & 0o777).toBe(0o600);
    const [a, b] = ['a', 'b'].map((name) => readFileSync(path(name), 'utf8'));
    for (const text of [a, b]) expect(text).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(a).not.toBe(b);
  });

  it('overwrites nothing', async () => {
    put('a', OLD);
    expect(await run(['generate', '--out', 'a'])).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(path('a'), 'utf8')).toBe(OLD);
    expect(await run(['generate'])).toMatchObject({ code: 2 });
  });
});

describe('rotate', () => {
  it('makes the current one the previous one for as long as was said', async () => {
    const [from, to] = [put('old', OLD), put('new', NEW)];
    putKeyring({ current: from });
    // One that the usual umask would not give a new file.
    chmodSync(path('keyring.json'), 0o660);
    const { code, out, err } = await rotate();
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('secret status') });
    expect(out).toBe(`current   ${to}\nprevious  ${from}\nuntil     ${iso(NOW + 168 * HOUR)}\n`);
    expect(keyring()).toEqual({ current: to, previous: from, previousUntil: iso(NOW + 168 * HOUR) });
    expect(statSync(path('keyring.json')).mode & 0o777).toBe(0o660);
    expect(readdirSync(dir).sort()).toEqual(['keyring.json', 'new', 'old']);
  });

  it('leaves the file to its owner, who is not always who rotates', async () => {
    const [from, to] = [put('old', OLD), put('new', NEW)];
    putKeyring({ current: from });
    // Only root can give a file away; anybody else sees that it stays his.
    const owner = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 0);
    chownSync(path('keyring.json'), owner, statSync(dir).gid);
    expect((await rotate()).code).toBe(0);
    expect(statSync(path('keyring.json')).uid).toBe(owner);
    expect(keyring()).toMatchObject({ current: to });
  });

  it('replaces the file that a link leads to', async () => {
    const [from, to] = [put('old', OLD), put('new', NEW)];
    writeFileSync(path('real.json'), JSON.stringify({ current: from }));
    symlinkSync('real.json', path('keyring.json'));
    expect(await rotate()).toMatchObject({ code: 0 });
    expect(keyring()).toMatchObject({ current: to });
    expect(JSON.parse(readFileSync(path('real.json'), 'utf8'))).toMatchObject({ current: to });
  });

  it('does not end a previous one that still opens, unless told to', async () => {
    const [from] = [put('old', OLD), put('new', NEW)];
    const before = { current: from, previous: 'env:OLDER', previousUntil: iso(NOW + 1) };
    putKeyring(before);
    expect(await rotate()).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`env:OLDER still opens until ${iso(NOW + 1)}`),
    });
    expect(keyring()).toEqual(before);
    expect(await rotate('--force')).toMatchObject({ code: 0 });
    expect(keyring()).toMatchObject({ previous: from });
  });

  it('needs no force once the previous one has ended', async () => {
    put('new', NEW);
    putKeyring({ current: put('old', OLD), previous: 'env:OLDER', previousUntil: iso(NOW) });
    expect(await rotate()).toMatchObject({ code: 0 });
  });

  it('says that it could not compare, where the current one is elsewhere', async () => {
    put('new', NEW);
    putKeyring({ current: 'env:OF_THE_EDGE' });
    expect(await rotate()).toMatchObject({ code: 0, err: expect.stringContaining('not compared') });
  });

  it.each<[string, () => unknown, string]>([
    ['a new secret that is not there', () => undefined, 'ENOENT'],
    ['a new secret that others may read', () => put('new', NEW, 0o644), 'chmod 600'],
    ['a weak new secret', () => put('new', 'hunter2'), 'too short'],
    ['the same secret', () => put('new', OLD), 'the same secret'],
    [
      'the same reference',
      () => [put('new', NEW), putKeyring({ current: `file:${path('new')}` })],
      'the current one already',
    ],
    ['a keyring file that is not there', () => [put('new', NEW), rmSync(path('keyring.json'))], 'ENOENT'],
    ['a keyring file that is none', () => [put('new', NEW), putKeyring({ next: 'a' })], 'only current'],
    ['a replacement that is under way', () => [put('new', NEW), put('keyring.json.new', '')], 'remove it'],
  ])('refuses %s', async (_, spoil, message) => {
    putKeyring({ current: put('old', OLD) });
    spoil();
    const files = readdirSync(dir).sort();
    const text = files.includes('keyring.json') ? readFileSync(path('keyring.json'), 'utf8') : undefined;
    const { code, out, err } = await rotate();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^countersign: /);
    expect(err).toContain(message);
    expect(readdirSync(dir).sort()).toEqual(files);
    if (text !== undefined) expect(readFileSync(path('keyring.json'), 'utf8')).toBe(text);
  });

  it('only warns of a weak secret in development', async () => {
    put('new', 'hunter2');
    putKeyring({ current: put('old', OLD) });
    const args = ['rotate', '--keyring', 'keyring.json', '--to', `file:${path('new')}`, '--overlap', '1h'];
    const done = await run(args, { NODE_ENV: 'development' });
    expect(done).toMatchObject({ code: 0, err: expect.stringMatching(/^warning: .*too short/) });
    expect(done.err).not.toContain('hunter2');
  });

  it.each([
    [['--to', 'hunter2', '--overlap', '7d']],
    [['--to', 'file:/x', '--overlap', 'long']],
    [['--to', 'file:/x']],
    [['--overlap', '7d']],
  ])('wants to be told what to do: %j', async (args) => {
    putKeyring({ current: put('old', OLD) });
    const { code, err } = await run(['rotate', '--keyring', 'keyring.json', ...args]);
    expect(code).toBe(2);
    expect(err).not.toContain('hunter2');
  });

  it('changes nothing when it is interrupted', async () => {
    put('new', NEW);
    putKeyring({ current: put('old', OLD) });
    const args = ['rotate', '--keyring', 'keyring.json', '--to', `file:${path('new')}`, '--overlap', '7d'];
    expect(await run(args, {}, true)).toMatchObject({ code: 130, out: '' });
    expect(keyring()).toEqual({ current: `file:${path('old')}` });
    expect(readdirSync(dir).sort()).toEqual(['keyring.json', 'new', 'old']);
  });
});

describe('retire', () => {
  it('drops the previous secret', async () => {
    putKeyring({ current: 'env:A', previous: 'env:B', previousUntil: iso(NOW + HOUR) });
    const done = { code: 0, out: 'current  env:A\ndropped  env:B\n', err: '' };
    expect(await run(['retire', '--keyring', 'keyring.json'])).toEqual(done);
    expect(keyring()).toEqual({ current: 'env:A' });
    expect(await run(['retire', '--keyring', 'keyring.json'])).toMatchObject({
      code: 0,
      out: 'There is no previous secret.\n',
    });
  });
});

describe('status', () => {
  let server: Server;
  let url: string;
  let page: unknown;
  beforeEach(async () => {
    server = createServer((request, response) => {
      response.writeHead(request.url === '/secrets' ? 200 : 404).end(JSON.stringify(page));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  const current = { reference: 'env:A', loadedAt: iso(NOW), opened: 7, lastUsedAt: null };
  const previous = (usedAgo: number, endsIn: number) => ({
    ...{ reference: 'env:B', loadedAt: iso(NOW), opened: 41 },
    lastUsedAt: iso(NOW - usedAgo),
    until: iso(NOW + endsIn),
  });

  it('shows a row for each secret of each edge', async () => {
    page = { current, previous: previous(2 * HOUR, HOUR) };
    const { code, out, err } = await run(['status', '--edge', url, url]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const rows = out.split('\n').filter((line) => line.includes(url));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/current .* env:A .* 7 .* never/);
    expect(rows[1]).toMatch(
      /previous .* env:B .* 41 .* 2026-12-31T22:00:00\.000Z .* 2027-01-01T01:00:00\.000Z/,
    );
  });

  it('gives it as JSON', async () => {
    page = { current, previous: null };
    expect(JSON.parse((await run(['status', '--edge', url, '--json'])).out)).toEqual([
      { edge: url, current, previous: null },
    ]);
  });

  it.each([
    [59 * 60_000, 23 * HOUR, true],
    [61 * 60_000, 23 * HOUR, false],
    [59 * 60_000, 25 * HOUR, false],
    [59 * 60_000, 0, false],
  ])(
    'warns of a previous one that is in use and ends soon: used %d ms ago, ends in %d ms',
    async (...times) => {
      const [usedAgo, endsIn, warned] = times;
      page = { current, previous: previous(usedAgo, endsIn) };
      const { code, err } = await run(['status', '--edge', url]);
      expect(code).toBe(0);
      expect(err).toBe(
        warned
          ? `warning: ${url}: env:B was used 59m ago and opens nothing from ${iso(NOW + endsIn)} on (in 23h)\n`
          : '',
      );
    },
  );

  it.each([
    ['nothing', 'null'],
    ['another page', { ready: true }],
    ['a secret without a reference', { current: { ...current, reference: undefined }, previous: null }],
    ['a previous one without an end', { current, previous: current }],
  ])('knows that there is no edge when it gets %s', async (_, answer) => {
    page = answer;
    expect(await run(['status', '--edge', url])).toMatchObject({
      code: 2,
      out: '',
      err: `countersign: ${url}: this is not the operations port of an edge\n`,
    });
  });

  it('ends with 2 when nobody is there', async () => {
    expect(await run(['status', '--edge', 'http://127.0.0.1:1'])).toMatchObject({
      code: 2,
      err: 'countersign: http://127.0.0.1:1: the edge could not be reached\n',
    });
    expect(await run(['status', '--edge', 'edge'])).toMatchObject({ code: 2 });
  });
});
