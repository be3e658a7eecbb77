/** The command line and the client's examples, as processes, against the product as processes. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../src/bundle';
import { alice, createWorld } from '../src/demo-world';
import { createPlatform } from '../src/platform';
import { startStack, type Stack } from '../src/stack';

let dir: string;
let stack: Stack;
let token: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-operator-'));
  stack = await startStack({ dir, onEnd: () => undefined });
  await createWorld(createPlatform(stack.admin));
  token = (await countersign('token')).out.trim();
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const run = (file: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', join(repositoryRoot, file), ...args],
      {
        cwd: repositoryRoot,
        env: { PATH: process.env['PATH'], COUNTERSIGN_URL: stack.adminUrl, COUNTERSIGN_TOKEN: token, ...env },
      },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

const countersign = (command: string, ...args: string[]): Promise<Ended> =>
  countersignAs(undefined, command, ...args);

const countersignAs = (own: string | undefined, command: string, ...args: string[]): Promise<Ended> =>
  run(
    'tools/cli/src/main.ts',
    [
      ...command.split(' '),
      ...args,
      ...(command === 'token' ? ['--issuer-file', join(dir, 'secrets/issuer')] : []),
    ],
    own === undefined ? {} : { COUNTERSIGN_TOKEN: own },
  );

const json = async (command: string, ...args: string[]): Promise<unknown> => {
  const { code, out, err } = await countersign(command, ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};

it('looks and changes', async () => {
  expect((await countersign('users list')).out).toContain(alice.uid);
  const set = [
    'limits set',
    '--user',
    alice.uid,
    'bitcoin',
    'transaction 0.04',
    '--reason',
    'lower',
  ] as const;
  expect(await countersign(...set, '--key', 'once')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^revision \d+\n$/),
  });
  expect((await countersign(...set, '--key', 'once')).out).toBe(
    (await countersign(...set, '--key', 'once')).out,
  );
  expect((await countersign('limits effective', alice.uid, '--chain', 'bitcoin')).out).toContain(
    'transaction 0.04',
  );
}, 120_000);

it('says why not, and by its exit code', async () => {
  expect(await countersign('users get', 'nobody')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('not_found'),
  });
  expect(await countersign('users list', '--status', 'sad')).toMatchObject({ code: 2 });
  expect(await run('tools/cli/src/main.ts', ['users', 'list'], { COUNTERSIGN_TOKEN: 'x.y.z' })).toMatchObject(
    {
      code: 1,
      err: expect.stringContaining('unauthenticated'),
    },
  );
  expect(await run('tools/cli/src/main.ts', ['token', '--url', 'https://admin.example.com'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('another'),
  });
}, 120_000);

it('imports, tells of the rows that are wrong, and may be run again', async () => {
  const file = join(dir, 'users.csv');
  const rows = Array.from({ length: 150 }, (_, n) => `imported-${n},${n === 120 ? 'king' : 'signer'}`);
  writeFileSync(file, `uid,role\n${rows.join('\n')}\n`);
  const first = await countersign('users import', file, '--reason', 'moving in');
  expect(first).toMatchObject({ code: 1, err: '' });
  expect(first.out).toContain(`${file}:122: invalid: role:`);
  expect(first.out).toContain('150 rows: 149 done, 0 there already, 1 failed');
  expect(await countersign('users import', file, '--reason', 'moving in')).toEqual(first);
  writeFileSync(file, readFileSync(file, 'utf8').replace('king', 'signer'));
  expect((await countersign('users import', file, '--reason', 'moving in', '--skip-existing')).out).toBe(
    '150 rows: 1 done, 149 there already, 0 failed\n',
  );
}, 120_000);

it('exports a log that proves itself, and finds one altered byte', async () => {
  const [file, key] = [join(dir, 'log.ndjson'), join(dir, 'audit.pem')];
  const { publicKey } = (await json('audit key')) as { publicKey: string };
  writeFileSync(key, publicKey);
  const { position } = (await json('audit export', file)) as { position: number };
  const text = readFileSync(file, 'utf8');
  expect(text.trim().split('\n')).toHaveLength(position + 2);
  const offline = { COUNTERSIGN_URL: 'http://127.0.0.1:1' };
  const verify = () => run('tools/cli/src/main.ts', ['audit', 'verify', file, '--key', key], offline);
  expect(await verify()).toMatchObject({
    code: 0,
    out: expect.stringContaining(`Verified: ${position} events`),
  });
  writeFileSync(file, text.replace('demonstration', 'Demonstration'));
  expect(await verify()).toMatchObject({ code: 1, out: expect.stringMatching(/^NOT VERIFIED: line 2: /) });
}, 120_000);

it('has every effect once although the admin service dies in the middle', async () => {
  const platform = stack.as('user-management');
  let made = 0;
  let crash: Promise<void> | undefined;
  const create = async (n: number) => {
    await platform.users.create.mutate({ uid: `survivor-${n}`, role: 'signer', reason: 'sign-up' });
    made += 1;
    if (made === 10) crash = stack.adminProcess.crash();
  };
  // Without a remembered key a user whose reply was lost would be refused as one that already exists.
  await Promise.all(Array.from({ length: 60 }, (_, n) => create(n)));
  await crash;
  const { users } = await platform.users.list.query({ after: 'survivor', limit: 1000 });
  expect(users.filter(({ uid }) => uid.startsWith('survivor-')).map(({ revision }) => revision)).toEqual(
    Array(60).fill(1),
  );
}, 120_000);

it('runs the examples', async () => {
  const example = (name: string, ...args: string[]) => run(`libs/client/examples/${name}.ts`, args);
  expect(await example('push-balances', alice.uid, 'nobody')).toMatchObject({
    code: 0,
    out: expect.stringMatching(new RegExp(`^${alice.uid}: revision \\d+\\nnobody: no such user\\n$`)),
  });
  expect(await example('lower-a-limit', alice.uid)).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('0.01 of the user'),
  });
  const followed = await example('follow-events', '2', '3');
  expect(followed).toMatchObject({ code: 0 });
  expect(
    followed.out
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[0])),
  ).toEqual([3, 4, 5]);
}, 120_000);

// Last, because from then on nobody loosens alone.
it('raises with a second person only', async () => {
  const tokenOf = async (subject: string) => (await countersign('token', '--subject', subject)).out.trim();
  const [olga, pavel] = await Promise.all([tokenOf('olga'), tokenOf('pavel')]);
  const settings = ['--loosening', 'approved', '--reason', 'two people'];
  expect(await countersignAs(olga, 'platform settings', ...settings)).toMatchObject({ code: 0 });
  const raise = ['--user', alice.uid, 'bitcoin', 'transaction 0.3', '--reason', 'raise'];
  expect(await countersignAs(olga, 'limits set', ...raise)).toMatchObject({
    code: 1,
    err: expect.stringContaining('forbidden'),
  });
  const proposed = await countersignAs(olga, 'limits set', ...raise, '--propose');
  expect(proposed).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/status +pending/) });
  const [, id = ''] = /^change +(\S+)/.exec(proposed.out) ?? [];
  expect(await countersignAs(olga, 'changes approve', id, '--reason', 'mine')).toMatchObject({ code: 1 });
  expect(await countersignAs(pavel, 'changes approve', id, '--reason', 'checked')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/status +applied/),
  });
}, 120_000);
