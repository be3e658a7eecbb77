/** The command line in this process, against nothing: what it says before it asks anybody. */
import { createCountersign, CountersignError } from '@countersign/client';
import { runCli } from '../src/cli';

async function run(args: readonly string[], env: Record<string, string> = {}) {
  let out = '';
  let err = '';
  const interrupted = new AbortController();
  const options: unknown[] = [];
  const code = await runCli(
    args,
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      progress: undefined,
      env,
      cwd: __dirname,
      now: () => 0,
      signal: interrupted.signal,
    },
    (given) => {
      options.push(given);
      return createCountersign({ ...given, url: 'http://127.0.0.1:1', retryForMs: 0 });
    },
  );
  return { code, out, err, options };
}

const groups = [
  'users',
  'machines',
  'tiers',
  'platform',
  'limits',
  'destinations',
  'balances',
  'permits',
  'freeze',
  'unfreeze',
  'frozen',
  'changes',
  'policy',
  'events',
  'decisions',
  'explain',
  'audit',
  'token',
  'shards',
  'secret',
];

it.each(groups)('has help for %s', async (group) => {
  expect((await run(['--help'])).out).toContain(`  ${group} `);
  const { code, out } = await run([group, '--help']);
  expect(code).toBe(0);
  expect(out).toContain(`Usage: countersign ${group}`);
});

it.each([
  [['nonsense']],
  [['users', 'get']],
  [['users', 'list', '--limit', 'many']],
  [['users', 'create', 'ada']], // no reason
  [['limits', 'set', 'bitcoin', 'transaction 1', '--reason', 'r']], // whose
  [['limits', 'set', '--user', 'ada', '--tier', 'gold', 'bitcoin', 'transaction 1', '--reason', 'r']],
  [['limits', 'set', '--user', 'ada', 'bitcoin', 'much', '--reason', 'r']],
  [['tiers', 'create', 'gold', '--cooling-off', 'long', '--reason', 'r']],
  [['freeze', 'user', '--reason', 'r']],
  [['freeze', 'platform', 'all', '--reason', 'r']],
  [['policy', 'draft', 'absent.json', '--reason', 'r']],
  [['policy', 'publish', 'latest', '--reason', 'r']],
  [['changes', 'propose', 'limits.set', '[]', '--reason', 'r']],
  [['changes', 'propose', 'limits.set', '{', '--reason', 'r']],
  [['audit', 'verify', 'absent.ndjson', '--key', 'absent.pem']],
  [['audit', 'verify', 'cli.spec.ts', '--key', 'cli.spec.ts']],
  [['token', '--scope', 'everything']],
  [['token', '--issuer-file', 'absent']],
  [['users', 'list', '--url', 'admin']],
])('refuses wrong usage with 2 and asks nobody: %j', async (args) => {
  const { code, out, err } = await run(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^(error|countersign): /);
});

it('makes no token outside development, and none for another machine', async () => {
  expect(await run(['token'], { NODE_ENV: 'production' })).toMatchObject({
    code: 2,
    err: 'countersign: tokens are made for development, and NODE_ENV is production\n',
  });
  expect(await run(['token'], { COUNTERSIGN_URL: 'https://admin.example.com' })).toMatchObject({
    code: 2,
    err: 'countersign: tokens are made for this machine, and https://admin.example.com is another\n',
  });
});

it('ends with 2 when nobody is there', async () => {
  expect(await run(['users', 'get', 'ada'])).toMatchObject({
    code: 2,
    err: 'countersign: unavailable: the service could not be reached\n',
  });
});

it('takes address and token from options before the environment', async () => {
  const env = { COUNTERSIGN_URL: 'http://from.env', COUNTERSIGN_TOKEN: 'from-env' };
  expect((await run(['users', 'get', 'ada'], env)).options).toMatchObject([
    { url: 'http://from.env', token: 'from-env' },
  ]);
  const args = ['users', 'get', 'ada', '--url', 'http://from.option', '--token', 'from-option'];
  expect((await run(args, env)).options).toMatchObject([{ url: 'http://from.option', token: 'from-option' }]);
});

it('tells everything that a refusal says', async () => {
  let err = '';
  const code = await runCli(
    ['users', 'get', 'ada'],
    {
      out: () => undefined,
      err: (text) => void (err += text),
      progress: undefined,
      env: {},
      cwd: '.',
      now: () => 0,
      signal: new AbortController().signal,
    },
    () => {
      throw new CountersignError({
        code: 'conflict',
        message: 'the state changed',
        details: ['a: must be b'],
        revision: 7,
        correlationId: 'abc',
      });
    },
  );
  expect(code).toBe(1);
  expect(err).toBe(
    'countersign: conflict: the state changed\n  a: must be b\n  the revision is 7 now\n  correlation id abc\n',
  );
});
