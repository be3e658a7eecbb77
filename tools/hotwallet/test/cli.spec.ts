/** The commands as a person meets them: what is printed, where, and with which exit code. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../src/cli';
import { buildNotification, notificationKinds } from '../src/notifications';
import { fixtures } from './backend/data';
import { secret, startBackend, type Backend } from './backend/server';

let backend: Backend;
let cwd: string;
beforeAll(async () => {
  backend = await startBackend();
  cwd = mkdtempSync(join(tmpdir(), 'hotwallet-cli-'));
  mkdirSync(join(cwd, '.data'));
  writeFileSync(join(cwd, 'secret'), `${secret}\n`);
  writeFileSync(
    join(cwd, '.data/fixtures.json'),
    JSON.stringify({ ...fixtures, url: backend.url, secretFile: '../secret' }),
  );
});
afterAll(async () => {
  rmSync(cwd, { recursive: true });
  await backend.stop();
});

const run = async (args: string[], env: Record<string, string> = {}, folder = cwd) => {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    errIsTty: false,
    env,
    cwd: folder,
  });
  return { code, out, err };
};

describe('call', () => {
  test('prints both plaintexts and the outer reply', async () => {
    const args = ['--username', fixtures.user.username, '--password', fixtures.user.password, '--x', 'x'];
    const { code, out, err } = await run(['call', 'user_verify', ...args]);
    expect(out).toContain(`POST     ${backend.url}/user_verify\n`);
    expect(out).toMatch(
      /^request {2}\{"hashedUsername":"[0-9a-f]{64}","hashedPassword":"[0-9a-f]{64}","x":"x"\}$/m,
    );
    expect(out).toMatch(
      /^status {3}200 \(\d+ ms\)\nsuccess {2}true\nmessage {2}OK\nreply {4}\{"uid":"uid-ada","key":/m,
    );
    expect([code, err]).toEqual([0, '']);
  });

  test('chooses a new x when none is given', async () => {
    const x = async (): Promise<string | undefined> =>
      /"x":"([0-9a-f]{64})"/.exec((await run(['call', 'machine_verify', '--machine', 'sweeper'])).out)?.[1];
    const [first, second] = [await x(), await x()];
    expect(first).toBeDefined();
    expect(first).not.toBe(second);
  });

  test('exits 1 on a refusal', async () => {
    const { code, out } = await run(['call', 'machine_verify', '--machine', 'nobody']);
    expect(out).toMatch(/success {2}false\nmessage {2}not verified\nreply {4}\{\}/);
    expect(code).toBe(1);
  });

  test('prints JSON for machines', async () => {
    const args = ['--uid', 'uid-ada', '--reference', fixtures.permit.reference, '--json-output'];
    const { code, out } = await run(['call', 'read', ...args]);
    expect(JSON.parse(out)).toMatchObject({
      url: `${backend.url}/read`,
      status: 200,
      outer: { success: true, message: 'OK' },
      payload: { role: 'signer' },
    });
    expect(code).toBe(0);
  });

  test('sends a whole payload as it stands, from the line or a file', async () => {
    const payload = '{"uid": "uid-ada",  "event":"sweep.failed"}';
    const inLine = await run(['call', 'update', '--json', payload]);
    expect(inLine.out).toContain(`request  ${payload}\n`);
    expect(inLine.code).toBe(0);
    writeFileSync(join(cwd, 'payload.json'), 'not json');
    expect(await run(['call', 'update', '--file', 'payload.json'])).toMatchObject({ code: 1 });
  });

  test('builds the documented notification', async () => {
    const args = ['--uid', 'u', '--address', 'a', '--chain', 'c', '--id', 'i', '--signature', 's'];
    const { code, out } = await run(['call', 'update', ...args]);
    expect(out).toContain(
      '{"uid":"u","destination":{"address":"a","chain_id":"c","signature":"s","id":"i"}}',
    );
    expect(code).toBe(0);
  });

  const subject = ['--uid', 'u', '--address', 'a', '--chain', 'c'];

  test.each(notificationKinds)('builds a notification of %s', async (kind) => {
    const given = ['--kind', kind, ...subject, '--reference', 'r', '--amount', '0.10'];
    const { code, out } = await run(['call', 'update', ...given, '--json-output']);
    const { request } = JSON.parse(out) as { request: { plaintext: string } };
    expect(JSON.parse(request.plaintext)).toEqual(
      buildNotification(kind, { uid: 'u', address: 'a', chainId: 'c', reference: 'r', amount: '0.10' }),
    );
    expect(code).toBe(0);
  });

  test('prefers options to the environment and the environment to the fixtures', async () => {
    const nowhere = 'http://127.0.0.1:1';
    const ask = ['call', 'machine_verify', '--machine', 'sweeper'];
    expect((await run(ask, { HOTWALLET_URL: nowhere })).code).toBe(2);
    expect((await run([...ask, '--url', backend.url], { HOTWALLET_URL: nowhere })).code).toBe(0);
    expect((await run(ask, { HOTWALLET_SECRET: 'wrong' })).code).toBe(2);
    expect((await run([...ask, '--secret-file', 'secret'], { HOTWALLET_SECRET: 'wrong' })).code).toBe(0);
    expect((await run([...ask, '--secret', secret], { HOTWALLET_SECRET: 'wrong' })).code).toBe(0);
  });
});

describe('mistakes exit 2 and say what is missing', () => {
  const read = ['call', 'read', '--uid', 'u'];
  test.each([
    ['no command', [], 'Usage:'],
    ['an unknown command', ['dance'], 'unknown command'],
    [
      'an unknown endpoint',
      ['call', 'write'],
      'Allowed choices are user_verify, machine_verify, read, update',
    ],
    ['no user', ['call', 'read'], 'read needs --uid'],
    ['no password', ['call', 'user_verify', '--username', 'u'], 'user_verify needs --password'],
    [
      'an unknown kind of event',
      ['call', 'update', '--kind', 'sweep.done'],
      'Allowed choices are omnibus.address_set,',
    ],
    [
      'a kind and a whole payload',
      ['call', 'update', '--kind', 'sweep.failed', '--json', '{}'],
      "'--kind <kind>' cannot be used with option '--json",
    ],
    [
      'a kind about nothing',
      ['call', 'update', '--kind', 'sweep.failed', '--uid', 'u'],
      'update needs --address',
    ],
    [
      'an amount without a kind to say it',
      ['call', 'update', '--uid', 'u', '--address', 'a', '--chain', 'c', '--amount', '1'],
      'update: --amount needs --kind',
    ],
    [
      'a reference without a kind to say it',
      ['call', 'update', '--uid', 'u', '--address', 'a', '--chain', 'c', '--reference', 'r'],
      'update: --reference needs --kind',
    ],
    ['two secrets', [...read, '--secret', 's', '--secret-file', 'f'], "cannot be used with option '--secret"],
    ['half a client certificate', [...read, '--cert', 'secret'], '--cert and --key go together'],
    ['a secret file that is not there', [...read, '--secret-file', 'nowhere'], 'nowhere'],
    ['a URL that is none', [...read, '--url', 'backend:8080'], 'is not an http(s) URL'],
    ['a timeout that is none', [...read, '--timeout', '-5'], 'not a positive whole number'],
    ['no backend', [...read, '--url', 'http://127.0.0.1:1'], 'cannot reach http://127.0.0.1:1'],
    ['another secret', [...read, '--secret', 'wrong'], 'cannot be opened'],
    ['a pattern that is none', ['conformance', '--only', '('], 'not a regular expression'],
    [
      'a pattern that selects nothing',
      ['conformance', '--only', 'nothing'],
      'no check has a name like nothing',
    ],
    ['fixtures that are not there', ['conformance', '--fixtures', 'nowhere.json'], 'nowhere.json'],
    [
      'no backend to judge',
      ['conformance', '--url', 'http://127.0.0.1:1'],
      'cannot reach http://127.0.0.1:1',
    ],
  ])('%s', async (_, args, message) => {
    const { code, err } = await run(args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('no URL and no secret anywhere', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'hotwallet-cli-'));
    expect((await run(read, {}, empty)).err).toContain('no URL: give --url');
    expect((await run([...read, '--url', backend.url], {}, empty)).err).toContain(
      'no secret: give --secret-file',
    );
    rmSync(empty, { recursive: true });
  });
});

test.each([[['--help']], [['call', '--help']], [['conformance', '--help']]])(
  '%j shows examples',
  async (args) => {
    const { code, out } = await run(args);
    expect(out).toContain('Examples:');
    expect(code).toBe(0);
  },
);

describe('conformance', () => {
  test('prints a table and exits 0 when all holds', async () => {
    const { code, out } = await run(['conformance', '--only', '^read/(live|foreign)']);
    expect(out).toMatch(/│ result +│ check +│ what it proves +│ seen +│ +ms │/);
    expect(out).toMatch(/│ holds +│ read\/live-permit /);
    expect(out).toContain('2 checks: 2 hold, 0 fail, 0 not run\n');
    expect(code).toBe(0);
  });

  test('exits 1 when a check fails, and tells what was seen', async () => {
    const flawed = await startBackend('unknown user named as such');
    const { code, out } = await run([
      'conformance',
      '--only',
      'user/refusals',
      '--url',
      flawed.url,
      '--json',
    ]);
    await flawed.stop();
    expect(JSON.parse(out)).toMatchObject({
      url: flawed.url,
      ok: false,
      results: [
        {
          name: 'user/refusals-alike',
          outcome: 'fails',
          detail: expect.stringContaining('no such user') as unknown,
        },
      ],
    });
    expect(code).toBe(1);
  });

  test('exits 1 when a check lacks its fixtures, and says which', async () => {
    writeFileSync(
      join(cwd, 'few.json'),
      JSON.stringify({ ...fixtures, permit: undefined, secretFile: 'secret' }),
    );
    const args = ['--fixtures', 'few.json', '--url', backend.url, '--only', 'live|published'];
    const { code, out } = await run(['conformance', ...args]);
    expect(out).toMatch(/NOT RUN │ read\/live-permit .*the fixtures lack: permit/);
    expect(out).toContain('2 checks: 1 hold, 0 fail, 1 not run\n');
    expect(code).toBe(1);
  });

  test('lists the checks without a backend', async () => {
    const { code, out } = await run(['conformance', '--list', '--url', 'http://127.0.0.1:1']);
    expect(out).toMatch(/│ read\/foreign-reference .*user, otherUser/);
    expect(code).toBe(0);
    const json = await run(['conformance', '--list', '--json', '--only', 'vectors']);
    expect(JSON.parse(json.out)).toEqual([
      { name: 'vectors/published', proves: expect.any(String) as unknown, needs: [] },
    ]);
  });
});
