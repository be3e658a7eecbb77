/** What crosses the admin port besides identity: faults, mistakes, bounds, request ids, and an engine that is away. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault, faultCodes, type Fault, type FaultCode } from '@countersign/policy';
import { z } from 'zod';
import { createFileKeySet } from '../src/identity/key-set';
import { createVerifyToken, type VerifyToken } from '../src/identity/token';
import { procedure, router } from '../src/trpc';
import { startAdmin } from './admin-server';
import { ask, mutate, query, type Asking } from './ask';
import { createAuthority, type Leaf } from './authority';
import { startEngine, type EngineProcess } from './engine-process';
import { AUDIENCE, createIssuer, ISSUER, type Issuer } from './issuer';
import { chainRouter, engineOfTokens } from './routers';

const BUDGET_MS = 2_000;
const dir = mkdtempSync(join(tmpdir(), 'countersign-transport-'));
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

let issuer: Issuer;
let token: string;
let verifyToken: VerifyToken;
beforeAll(async () => {
  issuer = await createIssuer();
  const path = join(dir, 'jwks.json');
  writeFileSync(path, JSON.stringify(issuer.published()));
  const keys = createFileKeySet({ path, now: Date.now });
  verifyToken = createVerifyToken({
    keys,
    issuer: ISSUER,
    audience: AUDIENCE,
    maxAgeMs: 3_600_000,
    now: Date.now,
  });
  token = await issuer.token('platform:read users:read users:write tiers:read tiers:write');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const about = { about: 'of a test', faults: [] };
const opened = async (options: Partial<Parameters<typeof startAdmin>[0]> = {}) => {
  const under = await startAdmin({
    router: chainRouter,
    engine: engineOfTokens(),
    verifyToken,
    budgetMs: BUDGET_MS,
    ...options,
  });
  closers.push(under.stop);
  return { under, as: { url: under.url, token } satisfies Asking };
};

describe('refusals', () => {
  const refusing = (refusal: Error) =>
    router({ platform: router({ get: procedure.meta(about).query(() => Promise.reject(refusal)) }) });

  const statuses: Readonly<Record<FaultCode, number>> = {
    invalid: 400,
    unauthenticated: 401,
    forbidden: 403,
    not_found: 404,
    already_exists: 409,
    conflict: 409,
    exhausted: 429,
    deadline: 408,
    cancelled: 499,
    unavailable: 503,
    unimplemented: 501,
    internal: 500,
  };

  test.each(faultCodes)('%s crosses with its code, message, details and revision', async (code) => {
    const told = { message: 'so it is', details: ['uid: must be so'], revision: 7, correlationId: 'c-1' };
    const refusal: Fault = fault(code, { ...told, cause: new Error('SECRET') });
    const { under, as } = await opened({ router: refusing(refusal) });
    const answer = await query(as, 'platform.get');
    const safe =
      code === 'internal'
        ? { details: [], correlationId: 'c-1' }
        : { details: told.details, revision: 7, correlationId: 'c-1' };
    expect([answer.status, answer.message, answer.fault]).toEqual([
      statuses[code],
      code === 'internal' ? 'internal error' : told.message,
      { code, ...safe },
    ]);
    expect(answer.text).not.toMatch(/SECRET|stack|\.ts:/);
    expect(under.observed).toEqual([{ path: 'platform.get', outcome: code }]);
  });

  test('a bug is logged once with its stack, and leaves as an opaque fault that finds the line', async () => {
    const { under, as } = await opened();
    const answer = await query(as, 'users.list');
    expect([answer.status, answer.message]).toEqual([500, 'internal error']);
    expect(answer.text).not.toMatch(/secret|stack|TypeError/);
    const lines = under.lines.filter((line) => line.includes('"level":"error"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('a bug with a secret in it');
    expect(lines[0]).toContain(String(answer.fault?.correlationId));
  });

  test('output that breaks its schema is a bug, not the caller’s mistake', async () => {
    const broken = procedure
      .meta(about)
      .output(z.object({ uid: z.string() }))
      .query(() => JSON.parse('{"uid":5}') as { uid: string });
    const { as } = await opened({ router: router({ platform: router({ get: broken }) }) });
    const answer = await query(as, 'platform.get');
    expect([answer.status, answer.fault?.code, answer.fault?.details]).toEqual([500, 'internal', []]);
  });

  test('every mistake of an input at once, by path, and none of its values', async () => {
    const { as } = await opened();
    // A value may stand in the place of a name, too.
    const hash = 'ab'.repeat(32);
    const sent = { uid: 66_600, age: 'VALUE', more: 'VALUE', most: 'VALUE', [hash]: 1 };
    const answer = await mutate(as, 'users.create', sent);
    expect([answer.status, answer.fault]).toEqual([
      400,
      {
        code: 'invalid',
        details: [
          'uid: must be a text',
          'age: must be a number',
          'more: is not known',
          'most: is not known',
          '(a name): is not known',
        ],
      },
    ]);
    expect(answer.text).not.toMatch(/VALUE|66600|abab/);
  });

  test('of very many mistakes the first hundred, and how many more', async () => {
    const { as } = await opened();
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}-${'n'.repeat(200)}`, 1]));
    const details = (await mutate(as, 'users.create', { uid: 'u', age: 1, ...many })).fault?.details ?? [];
    expect([details.length, details.at(-1)]).toEqual([101, 'and 200 more']);
    expect(Math.max(...details.map(({ length }) => length))).toBeLessThan(100);
  });
});

describe('what is no call', () => {
  test.each([
    ['an unknown procedure', 'GET', '/trpc/users.steal', undefined, 404, 'unimplemented'],
    ['another path', 'GET', '/metrics', undefined, 404, 'unimplemented'],
    ['a mutation by GET', 'GET', '/trpc/users.create', undefined, 405, 'invalid'],
    ['a body that is not JSON', 'POST', '/trpc/users.create', '{"uid":', 400, 'invalid'],
    ['a path that cannot be decoded', 'GET', '/trpc/%ff', undefined, 400, 'invalid'],
    [
      'more calls than one request may have',
      'GET',
      `/trpc/${'platform.get,'.repeat(5)}platform.get?batch=1`,
      undefined,
      400,
      'invalid',
    ],
  ] as const)('%s', async (_, method, path, body, status, code) => {
    const { under, as } = await opened();
    const answer = await ask(as, method, path, body);
    const shown = JSON.parse(answer.text) as { error?: object } | { error: object }[];
    const [first] = Array.isArray(shown) ? shown : [shown];
    expect([answer.status, first]).toEqual([
      status,
      { error: expect.objectContaining({ data: expect.objectContaining({ fault: { code, details: [] } }) }) },
    ]);
    expect(answer.text).not.toMatch(/stack|steal/);
    expect(under.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  test('a body that is too large', async () => {
    const { as } = await opened({ bodyLimit: 1_000 });
    const sent = { uid: 'u'.repeat(1_000), age: 1 };
    expect(await mutate(as, 'users.create', sent)).toMatchObject({ status: 413, fault: { code: 'invalid' } });
    const chunked = { ...as, headers: { 'transfer-encoding': 'chunked' } };
    expect(await mutate(chunked, 'users.create', sent)).toMatchObject({
      status: 400,
      fault: { code: 'invalid' },
    });
    expect((await mutate(as, 'users.create', { uid: 'u', age: 1 })).status).toBe(200);
  });

  test('a form, which a browser would send from anywhere', async () => {
    const { as } = await opened();
    for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/octet-stream']) {
      const headers = { 'content-type': type };
      expect((await ask({ ...as, headers }, 'POST', '/trpc/users.create', '{}')).status).toBe(415);
    }
  });

  test('something that is not HTTP', async () => {
    const { under, as } = await opened();
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(under.port, '127.0.0.1', () => socket.end('HELO\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
    });
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect((await query(as, 'platform.get')).status).toBe(200);
  });
});

describe('with a real engine', () => {
  let engine: EngineProcess;
  let leaf: Leaf;
  beforeAll(async () => {
    const authority = await createAuthority(join(dir, 'pki'));
    leaf = await authority.issue('admin');
    engine = await startEngine(dir, await authority.issue('engine'));
  }, 60_000);
  afterAll(() => engine.stop());

  const create = procedure
    .meta(about)
    .input(z.strictObject({ tierId: z.string() }))
    .mutation(({ ctx, input }) =>
      ctx.engine.createTier(
        { ...input, mode: '', cause: ctx.cause({ reason: 'a test', idempotencyKey: `key-${input.tierId}` }) },
        ctx.options(),
      ),
    );
  const get = procedure
    .meta(about)
    .input(z.strictObject({ tierId: z.string() }))
    .query(({ ctx, input }) => ctx.engine.getTier(input, ctx.options()));
  const tiers = router({ tiers: router({ create, get }) });
  const openedTo = (address: string) => opened({ router: tiers, engine: { address, leaf } });

  test('the actor, the reason and the request id are in the event', async () => {
    const { under, as } = await openedTo(engine.address);
    const answer = await mutate({ ...as, headers: { 'x-request-id': 'request-77' } }, 'tiers.create', {
      tierId: 'gold',
    });
    expect([answer.status, answer.headers['x-request-id']]).toEqual([200, 'request-77']);
    const { events } = await under.engine.listEvents(
      { afterPosition: 0, limit: 0, waitMs: 0, kind: 'tier', id: 'gold' },
      { requestId: 'r', deadline: Date.now() + 5_000 },
    );
    expect(events.filter(({ id }) => id === 'gold')).toMatchObject([
      { actor: 'tester', reason: 'a test', requestId: expect.stringMatching(/^request-77(\/|$)/) },
    ]);
  });

  test.each(['{"level":"error"}', 'change:of-the-engine'])(
    'a request id that is not for a caller to give is replaced: %s',
    async (given) => {
      const { as } = await openedTo(engine.address);
      const asked = { ...as, headers: { 'x-request-id': given } };
      const { headers } = await query(asked, 'tiers.get', { tierId: 'none' });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test('its refusals cross intact', async () => {
    const { as } = await openedTo(engine.address);
    const answer = await query(as, 'tiers.get', { tierId: 'none' });
    expect([answer.status, answer.fault?.code]).toEqual([404, 'not_found']);
  });

  test('a spent token stays spent for every admin process and over a restart of the engine', async () => {
    const fresh = router({ changes: router({ approve: procedure.meta(about).mutation(() => 'approved') }) });
    const once = await issuer.token('changes:approve');
    const approve = async (used: string, changeId: string) => {
      const { under } = await opened({ router: fresh, engine: { address: engine.address, leaf } });
      return (await mutate({ url: under.url, token: used }, 'changes.approve', { changeId })).status;
    };
    expect([await approve(once, 'c-1'), await approve(once, 'c-2')]).toEqual([200, 401]);
    await engine.kill();
    await engine.start();
    const another = await issuer.token('changes:approve');
    expect([await approve(once, 'c-2'), await approve(another, 'c-2')]).toEqual([401, 200]);
    expect(await approve(once, 'c-1')).toBe(200);
  }, 60_000);

  test('while it is away everything is unavailable within the budget, nothing is half done, and then it goes on', async () => {
    const { as } = await openedTo(engine.address);
    expect((await query(as, 'tiers.get', { tierId: 'gold' })).status).toBe(200);
    await engine.kill();
    const started = Date.now();
    const answers = await Promise.all([
      mutate(as, 'tiers.create', { tierId: 'silver' }),
      query(as, 'tiers.get', { tierId: 'gold' }),
    ]);
    expect(Date.now() - started).toBeLessThan(BUDGET_MS + 500);
    for (const { status, fault: shown } of answers)
      expect([status, shown?.code]).toEqual([503, 'unavailable']);
    await engine.start();
    const after = await openedTo(engine.address);
    expect((await query(after.as, 'tiers.get', { tierId: 'silver' })).status).toBe(404);
    expect((await mutate(after.as, 'tiers.create', { tierId: 'silver' })).status).toBe(200);
  }, 60_000);
});
