import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli, type Terminal } from './cli';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'countersign-fuzz-cli-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const called = async (args: readonly string[], stopped = false) => {
  const written = { out: '', err: '' };
  const start = performance.now();
  const terminal: Terminal = {
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    errIsTty: false,
    elapsed: () => performance.now() - start,
    stopped: () => stopped,
    newSeed: () => 'new',
  };
  return { code: await runCli(args, terminal), ...written };
};

test('a run of the parsers ends after its number and prints what was answered', async () => {
  const args = ['--target', 'shares', '--inputs', '300', '--seconds', '60', '--seed', '5', '--out', out];
  const { code, out: summary } = await called(args);
  expect(code).toBe(0);
  expect(summary).toMatch(/^seed {5}5\ninputs {3}300 \(shares 300\), and 0 kept from before\n/);
  expect(summary).toMatch(/ {2}shares {2}reference: refused +\d+\n/);
  expect(summary).toMatch(/finds {4}0\n$/);
  expect(readdirSync(out)).toEqual([]);
});

test('a seed is made up and told when none is given; who stops it gets a summary and 130', async () => {
  const { code, out: summary } = await called(['--target', 'shares', '--out', out], true);
  expect(code).toBe(130);
  expect(summary).toMatch(/^seed {5}new\ninputs {3}0 /);
});

test.each([[['--target', 'admin']], [['--seconds', '0']], [['--inputs', 'many']], [['--unknown']]])(
  '%j is wrong usage',
  async (args) => {
    expect((await called(args)).code).toBe(2);
  },
);

test('help is no mistake', async () => {
  const { code, out: text } = await called(['--help']);
  expect(code).toBe(0);
  expect(text).toContain('npm run fuzz -- --seconds 60');
});
