/** Callers without TypeScript: the HTTP that docs/admin-openapi.json describes, on a real socket and a real engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopes } from '../src/access';
import { adminRouter } from '../src/router';
import { startAdmin, type AdminUnderTest } from './admin-server';
import { ask, type Asking } from './ask';
import { createAuthority } from './authority';
import { startEngine, type EngineProcess } from './engine-process';

let dir: string;
let engine: EngineProcess;
let admin: AdminUnderTest;
let asking: Asking;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-http-view-'));
  const authority = await createAuthority(join(dir, 'certificates'));
  engine = await startEngine(dir, await authority.issue('engine'));
  admin = await startAdmin({
    router: adminRouter,
    engine: { address: engine.address, leaf: await authority.issue('admin') },
    // How tokens are verified is tested where tokens are: identity.
    verifyToken: async () => ({
      principal: { actor: 'service', scopes: new Set(scopes), expiresAt: null, token: null },
    }),
  });
  asking = { url: admin.url, token: 'a.b.c' };
});
afterAll(async () => {
  await admin.stop();
  await engine.stop();
  rmSync(dir, { recursive: true, force: true });
});

const post = (path: string, input: unknown) => ask(asking, 'POST', `/trpc/${path}`, JSON.stringify(input));

test('a mutation is a POST, its output is under result.data', async () => {
  const cause = { reason: 'a test', idempotencyKey: 'k-1' };
  const limits = [{ kind: 'transaction', max: '5' }];
  const answer = await post('platform.enableChain', { chainId: 'a', limits, ...cause });
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { result: { data: { revision: 1 } } }]);
});

test('a query is one too, also with a document that no URL holds', async () => {
  const document = { chains: [], settings: {}, tiers: [], about: 'x'.repeat(100_000) };
  const answer = await post('policy.validate', { document });
  expect(answer.status).toBe(200);
  expect((answer.result as { mistakes: string[] }).mistakes.length).toBeGreaterThan(1);
  expect((await post('users.list', {})).result).toEqual({ users: [], nextAfter: null });
});

test('a mutation is not a GET', async () => {
  const input = encodeURIComponent(JSON.stringify({ tierId: 't', reason: 'a test', idempotencyKey: 'k-2' }));
  const answer = await ask(asking, 'GET', `/trpc/tiers.create?input=${input}`);
  expect(answer.status).toBe(405);
  expect((await post('tiers.list', {})).result).toEqual({ tiers: [], nextAfter: null });
});

test('a refusal tells every mistake under error.data.fault', async () => {
  const answer = await post('balances.push', { uid: 'u', chainId: 'a', amount: '1,5', asOf: 0, x: 1 });
  expect(answer.status).toBe(400);
  expect(answer.fault).toEqual({
    code: 'invalid',
    details: [
      'amount: must be a plain decimal string, at most 40 digits on each side of the point',
      'reason: Invalid input: expected string, received undefined',
      'idempotencyKey: Invalid input: expected string, received undefined',
      'x: is not known',
    ],
  });
});
