/** Every example of the client, as the documentation prints it and as a process against the product as processes. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { scopes } from '@countersign/client';
import { createHotWallet } from '@countersign/hotwallet';
import { repositoryRoot } from './bundle';
import { alice, bob, createWorld, grace } from './demo-world';
import { createPlatform } from './platform';
import { startStack, type Stack } from './stack';

const folder = join(repositoryRoot, 'libs/client/examples');
const examples = readdirSync(folder).map((file) => basename(file, '.ts'));
const source = (name: string): string => readFileSync(join(folder, `${name}.ts`), 'utf8');

it('the document holds every example as it is, and no other code in TypeScript', () => {
  const text = readFileSync(join(repositoryRoot, 'docs/admin-api.md'), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
  expect([...blocks].sort()).toEqual(examples.map(source).sort());
});

it('no router is without an example', () => {
  const { paths } = JSON.parse(readFileSync(join(repositoryRoot, 'docs/admin-openapi.json'), 'utf8')) as {
    paths: Record<string, unknown>;
  };
  const routers = [...new Set(Object.keys(paths).map((path) => path.slice(1).split('.')[0] ?? ''))];
  expect(routers.length).toBeGreaterThan(10);
  const all = examples.map(source).join('\n');
  // The stream of events is read by followEvents.
  const shown = (router: string) =>
    new RegExp(`\\b(countersign|anna)\\.${router}\\.`).test(all) ||
    (router === 'events' && all.includes('followEvents(countersign'));
  expect(routers.filter((router) => !shown(router))).toEqual([]);
});

/** What each is given, and what it must say. */
const runs: readonly (readonly [name: string, args: readonly string[], says: RegExp])[] = [
  ['users', ['example-user'], /example-user: suspended, without a password/],
  ['machines', [bob.uid], /^sweeper-\d+: suspended$/m],
  ['tiers', [grace.uid], /waits 24 h, limits on 1 chain/],
  ['platform', [], /^example-\d+: 1 limits for everybody$/m],
  ['destinations', [bob.uid], /^cold: usable from 20/m],
  ['permits', [bob.uid], /^released$/m],
  ['freezes', [bob.uid], /: frozen$/m],
  ['push-balances', [bob.uid, 'nobody'], /revision \d+\nnobody: no such user/],
  ['lower-a-limit', [alice.uid], /of the user$/m],
  ['follow-events', ['2', '3'], /^3 .*\n4 .*\n5 /],
  ['decisions', [bob.uid], /#\d+: refused \(\w+\): ./],
  ['notifications', [], /^[0-9a-f]{12} received 20/m],
  ['policy', [], /^the new version: published$/m],
  ['changes', [bob.uid], /alone: forbidden.*\n(.*\n)*with ben: applied$/m],
];

let dir: string;
let stack: Stack;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'countersign-examples-'));
  stack = await startStack({ dir, onEnd: () => undefined });
  await createWorld(createPlatform(stack.admin));
  const wallet = createHotWallet({ url: stack.url, secret: await readFile(stack.secretFile, 'utf8') });
  await wallet.read({ uid: bob.uid, reference: 'never-registered' });
  await wallet.update({ uid: bob.uid, news: 'of no known kind' });
  wallet.close();
}, 180_000);
afterAll(async () => {
  await stack?.stop();
  await rm(dir, { recursive: true, force: true });
});

it('no example is left out', () => {
  expect(runs.map(([name]) => name).sort()).toEqual([...examples].sort());
});

it.each(runs)(
  '%s',
  async (name, args, says) => {
    const env = {
      PATH: process.env['PATH'],
      COUNTERSIGN_URL: stack.adminUrl,
      COUNTERSIGN_TOKEN: await stack.token('anna', scopes),
      COUNTERSIGN_SECOND_TOKEN: await stack.token('ben', scopes),
    };
    const ended = await new Promise<{ failed: boolean; out: string; err: string }>((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', join(folder, `${name}.ts`), ...args],
        { cwd: repositoryRoot, env },
        (error, out, err) => resolve({ failed: error !== null, out, err }),
      );
    });
    expect(ended).toEqual({ failed: false, out: expect.stringMatching(says), err: '' });
  },
  60_000,
);
