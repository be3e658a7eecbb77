/** Who is let in, over real sockets: every way in which a token can be wrong, and what is said about it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { parseCertificateScopes } from '../src/identity/certificate-scopes';
import { createFileKeySet, createRemoteKeySet, type KeySet } from '../src/identity/key-set';
import type { Refusal } from '../src/identity/refusal';
import { createVerifyToken } from '../src/identity/token';
import { startAdmin, type AdminOptions, type AdminUnderTest } from './admin-server';
import { mutate, query, type Answer } from './ask';
import { createAuthority, type Leaf } from './authority';
import { AUDIENCE, claimsOf, createIssuer, ISSUER, type Issuer } from './issuer';
import { chainRouter, engineOfTokens } from './routers';

const SCOPE = 'platform:read changes:approve permits:reconcile';
const HOUR_S = 3_600;
const dir = mkdtempSync(join(tmpdir(), 'countersign-identity-'));
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const fixedKeys = (issuer: Issuer): KeySet => {
  const path = join(dir, `${randomUUID()}.json`);
  writeFileSync(path, JSON.stringify(issuer.published()));
  return createFileKeySet({ path, now: Date.now });
};

const verifierOf = (keys: KeySet) =>
  createVerifyToken({ keys, issuer: ISSUER, audience: AUDIENCE, maxAgeMs: HOUR_S * 1000, now: Date.now });

async function admin(options: Partial<AdminOptions>): Promise<AdminUnderTest> {
  const started = await startAdmin({ router: chainRouter, engine: engineOfTokens(), ...options });
  closers.push(started.stop);
  return started;
}

const nowS = (): number => Math.floor(Date.now() / 1000);

/** Refused without a word about why to the caller, counted by cause, and logged without the token. */
function expectRefused(under: AdminUnderTest, answer: Answer, cause: Refusal, token = ''): void {
  expect({ status: answer.status, message: answer.message, fault: answer.fault }).toEqual({
    status: 401,
    message: 'not verified',
    fault: { code: 'unauthenticated', details: [] },
  });
  expect(under.refusals).toEqual([cause]);
  expect(under.lines.filter((line) => line.includes(`"cause":"${cause}"`))).toHaveLength(1);
  const parts = token.split('.').filter((part) => part.length > 8);
  for (const part of parts) {
    expect(under.lines.join('')).not.toContain(part);
    expect(answer.text + JSON.stringify(answer.headers)).not.toContain(part);
  }
}

describe('a token that is right', () => {
  test.each(['ES256', 'EdDSA'] as const)('%s: its subject is the actor', async (alg) => {
    const issuer = await createIssuer(alg);
    const under = await admin({ verifyToken: verifierOf(fixedKeys(issuer)) });
    const answer = await query({ url: under.url, token: await issuer.token(SCOPE) }, 'platform.get');
    expect([answer.status, answer.result]).toEqual([200, { actor: 'tester' }]);
    expect(under.refusals).toEqual([]);
  });

  test('of type JWT is taken as well, and one of two audiences is enough', async () => {
    const issuer = await createIssuer();
    const under = await admin({ verifyToken: verifierOf(fixedKeys(issuer)) });
    const token = await issuer.token(SCOPE, {
      header: { typ: 'JWT' },
      claims: { aud: ['other', AUDIENCE] },
    });
    expect((await query({ url: under.url, token }, 'platform.get')).status).toBe(200);
  });
});

describe('a token that is wrong', () => {
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await createIssuer();
  });
  const pem = (): Promise<string> => issuer.publicPem();
  const right = (claims: Record<string, unknown>) => () => issuer.token(SCOPE, { claims });

  const cases: readonly [string, Refusal, () => Promise<string> | string][] = [
    ['garbage', 'garbage', () => 'garbage'],
    ['three parts that are none', 'garbage', () => 'YWFhYWFhYWFh.YmJiYmJiYmI.Y2NjY2NjY2M'],
    ['very long', 'garbage', () => `${'a'.repeat(5_000)}.${'b'.repeat(5_000)}.c`],
    ['expired', 'expired', right({ iat: nowS() - 900, nbf: nowS() - 900, exp: nowS() - 60 })],
    ['not yet valid', 'not_yet_valid', right({ nbf: nowS() + 60 })],
    ['issued in the future', 'not_yet_valid', right({ iat: nowS() + 60 })],
    ['for another audience', 'wrong_audience', right({ aud: 'other' })],
    ['of another issuer', 'wrong_issuer', right({ iss: 'https://other.test' })],
    ['without iss', 'missing_claim', right({ iss: undefined })],
    ['without aud', 'missing_claim', right({ aud: undefined })],
    ['without sub', 'missing_claim', right({ sub: undefined })],
    ['without exp', 'missing_claim', right({ exp: undefined })],
    ['without nbf', 'missing_claim', right({ nbf: undefined })],
    ['without iat', 'missing_claim', right({ iat: undefined })],
    ['with an empty subject', 'wrong_claim', right({ sub: '' })],
    ['with a subject of two lines', 'wrong_claim', right({ sub: 'a\nb' })],
    ['with a number for a subject', 'wrong_claim', right({ sub: 5 })],
    ['with the subject of a certificate', 'wrong_claim', right({ sub: 'spiffe://countersign/ledger' })],
    ['with scopes that are no text', 'wrong_claim', right({ scope: ['platform:read'] })],
    ['with an id that is no text', 'wrong_claim', right({ jti: 7 })],
    ['with a time that is no number', 'wrong_claim', right({ exp: 'tomorrow' })],
    ['valid for too long', 'too_long_lived', right({ exp: nowS() + HOUR_S + 60 })],
    ['expiring before it was issued', 'too_long_lived', right({ iat: nowS() + 3, exp: nowS() + 2 })],
    ['of another type', 'wrong_claim', () => issuer.token(SCOPE, { header: { typ: 'logout+jwt' } })],
    ['of no type', 'wrong_claim', () => issuer.token(SCOPE, { header: { typ: undefined } })],
    ['unsigned', 'garbage', () => new UnsecuredJWT(claimsOf(SCOPE)).encode()],
    [
      'of algorithm none with a signature',
      'bad_algorithm',
      async () => {
        const [, payload, signature] = (await issuer.token(SCOPE)).split('.');
        const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
        return `${none}.${payload}.${signature}`;
      },
    ],
    [
      'HS256 with the public key for a secret',
      'bad_algorithm',
      async () =>
        new SignJWT(claimsOf(SCOPE))
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: String(issuer.published().keys[0]?.kid) })
          .sign(new TextEncoder().encode(await pem())),
    ],
    ['with another key id', 'unknown_key', () => issuer.token(SCOPE, { header: { kid: 'other' } })],
    [
      'signed by another key under a known id',
      'bad_signature',
      async () =>
        (await createIssuer()).token(SCOPE, { header: { kid: String(issuer.published().keys[0]?.kid) } }),
    ],
    [
      'with a claim altered',
      'bad_signature',
      async () => {
        const [header, , signature] = (await issuer.token(SCOPE)).split('.');
        const altered = Buffer.from(JSON.stringify(claimsOf(`${SCOPE} users:read`))).toString('base64url');
        return `${header}.${altered}.${signature}`;
      },
    ],
    ['bound to a certificate that was not shown', 'wrong_certificate', right({ cnf: { 'x5t#S256': 'abc' } })],
    ['bound in a way that is not known', 'wrong_certificate', right({ cnf: { jkt: 'abc' } })],
    ['bound to nothing in particular', 'wrong_certificate', right({ cnf: {} })],
  ];

  test.each(cases)('%s', async (_, cause, make) => {
    const under = await admin({ verifyToken: verifierOf(fixedKeys(issuer)) });
    const token = await make();
    expectRefused(under, await query({ url: under.url, token }, 'platform.get'), cause, token);
  });

  test('of an algorithm that is not taken, though the issuer publishes its key', async () => {
    const other = await createIssuer('RS256');
    const under = await admin({ verifyToken: verifierOf(fixedKeys(other)) });
    const token = await other.token(SCOPE);
    expectRefused(under, await query({ url: under.url, token }, 'platform.get'), 'bad_algorithm', token);
  });

  test('no token at all, and a header that is no bearer token', async () => {
    const under = await admin({ verifyToken: verifierOf(fixedKeys(issuer)) });
    expectRefused(under, await query({ url: under.url }, 'platform.get'), 'no_token');
    const other = await admin({ verifyToken: verifierOf(fixedKeys(issuer)) });
    const headers = { authorization: 'Basic dXNlcjpwYXNzd29yZA==' };
    expectRefused(
      other,
      await query({ url: other.url, headers }, 'platform.get'),
      'garbage',
      'dXNlcjpwYXNzd29yZA==',
    );
  });
});

describe('the issuer’s keys', () => {
  const servedKeys = async (
    current: () => unknown,
  ): Promise<{ url: URL; server: Server; asked: () => number }> => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end(JSON.stringify(current()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(
      () =>
        new Promise((resolve) => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    );
    return {
      url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
      server,
      asked: () => asked,
    };
  };
  const status = async (under: AdminUnderTest, token: string): Promise<number> =>
    (await query({ url: under.url, token }, 'platform.get')).status;

  test('from a URL: an unknown key id makes it look again, but not more often than the cooldown', async () => {
    const issuer = await createIssuer();
    const served = await servedKeys(issuer.published);
    const remote = { url: served.url, maxAgeMs: 600_000, timeoutMs: 2_000 };
    const eager = await admin({ verifyToken: verifierOf(createRemoteKeySet({ ...remote, cooldownMs: 0 })) });
    const calm = await admin({
      verifyToken: verifierOf(createRemoteKeySet({ ...remote, cooldownMs: 60_000 })),
    });
    const old = await issuer.token(SCOPE);
    expect([await status(eager, old), await status(calm, old), served.asked()]).toEqual([200, 200, 2]);
    await issuer.rotate();
    const rotated = await issuer.token(SCOPE);
    expect([await status(eager, rotated), await status(eager, old)]).toEqual([200, 401]);
    const before = served.asked();
    expect([await status(calm, rotated), await status(calm, rotated)]).toEqual([401, 401]);
    expect(served.asked()).toBe(before);
  });

  test('from a file: a rotated key is found, and a key that was taken out no longer works', async () => {
    const issuer = await createIssuer();
    const path = join(dir, 'rotating.json');
    const clock = { now: Date.now() };
    writeFileSync(path, JSON.stringify(issuer.published()));
    const under = await admin({ verifyToken: verifierOf(createFileKeySet({ path, now: () => clock.now })) });
    const old = await issuer.token(SCOPE);
    expect(await status(under, old)).toBe(200);
    await issuer.rotate();
    writeFileSync(path, JSON.stringify(issuer.published()));
    clock.now += 1_001;
    expect([await status(under, await issuer.token(SCOPE)), await status(under, old)]).toEqual([200, 401]);
  });

  test('while they cannot be had, nobody is believed, and nobody is told that its token is bad', async () => {
    const issuer = await createIssuer();
    const path = join(dir, 'broken.json');
    const clock = { now: Date.now() };
    writeFileSync(path, JSON.stringify(issuer.published()));
    const under = await admin({ verifyToken: verifierOf(createFileKeySet({ path, now: () => clock.now })) });
    const token = await issuer.token(SCOPE);
    expect(await status(under, token)).toBe(200);
    for (const broken of ['{"keys":', '{"keys":5}']) {
      writeFileSync(path, broken);
      clock.now += 1_001;
      const answer = await query({ url: under.url, token }, 'platform.get');
      expect([answer.status, answer.fault?.code]).toEqual([503, 'unavailable']);
    }
    rmSync(path);
    expect(await status(under, token)).toBe(503);
    writeFileSync(path, JSON.stringify(issuer.published()));
    expect(await status(under, token)).toBe(200);

    const away = await servedKeys(() => 'no key set');
    const other = await admin({
      verifyToken: verifierOf(
        createRemoteKeySet({ url: away.url, cooldownMs: 0, maxAgeMs: 600_000, timeoutMs: 2_000 }),
      ),
    });
    expect(await status(other, token)).toBe(503);
    expect(other.refusals).toEqual(['keys_unavailable']);
  });
});

describe('what it may', () => {
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await createIssuer();
  });
  const opened = async () => {
    const under = await admin({ verifyToken: verifierOf(fixedKeys(issuer)) });
    return { under, as: async (scope: string) => ({ url: under.url, token: await issuer.token(scope) }) };
  };

  test.each([
    ['another scope', 'platform:write users:read', 'platform.get', 'wrong_scope'],
    ['no scope', '', 'platform.get', 'wrong_scope'],
    ['a longer word that begins like it', 'platform:readwrite', 'platform.get', 'wrong_scope'],
    ['everything, for a procedure that is not in the table', SCOPE, 'nowhere.get', 'no_row'],
  ] as const)('%s is forbidden', async (_, scope, path, cause) => {
    const { under, as } = await opened();
    const answer = await query(await as(scope), path);
    expect([answer.status, answer.message, answer.fault]).toEqual([
      403,
      'not allowed',
      { code: 'forbidden', details: [] },
    ]);
    expect(under.refusals).toEqual([cause]);
  });

  test('a fresh procedure takes a token once, and no other one is spent by that', async () => {
    const { under, as } = await opened();
    const first = await as(SCOPE);
    const second = await as(SCOPE);
    expect((await query(first, 'platform.get')).status).toBe(200);
    expect((await mutate(first, 'changes.approve')).status).toBe(200);
    for (const path of ['changes.approve', 'permits.reconcile']) {
      const again = await mutate(first, path, { another: 'call' });
      expect([again.status, again.message]).toEqual([401, 'not verified']);
    }
    expect((await query(first, 'platform.get')).status).toBe(200);
    expect((await mutate(second, 'permits.reconcile')).status).toBe(200);
    expect(under.refusals).toEqual(['replayed', 'replayed']);
  });

  test('the same call with the same key is no second use, whatever became of the first', async () => {
    const { under, as } = await opened();
    const caller = await as(SCOPE);
    const approve = (changeId: string, idempotencyKey: string, path = 'changes.approve') =>
      mutate(caller, path, { changeId, idempotencyKey });
    expect((await approve('c-1', 'k-1')).status).toBe(200);
    expect((await approve('c-1', 'k-1')).status).toBe(200);
    expect((await approve('c-1', 'k-2')).status).toBe(401);
    expect((await approve('c-2', 'k-1')).status).toBe(401);
    expect((await approve('c-1', 'k-1', 'permits.reconcile')).status).toBe(401);
    expect(under.refusals).toEqual(['replayed', 'replayed', 'replayed']);
  });

  test('twice in one batch is twice', async () => {
    const { under, as } = await opened();
    const { url, token } = await as(SCOPE);
    const answer = await mutate({ url, token }, 'changes.approve,permits.reconcile?batch=1', {
      0: {},
      1: {},
    });
    const results = JSON.parse(answer.text) as { result?: unknown }[];
    expect(results.map((one) => one.result !== undefined).sort()).toEqual([false, true]);
    expect(under.refusals).toEqual(['replayed']);
  });

  test('a token without an id cannot be taken once, so it is not taken', async () => {
    const { under } = await opened();
    const token = await issuer.token(SCOPE, { claims: { jti: undefined } });
    expect((await mutate({ url: under.url, token }, 'changes.approve')).status).toBe(403);
    expect((await query({ url: under.url, token }, 'platform.get')).status).toBe(200);
    expect(under.refusals).toEqual(['no_token_id']);
  });
});

describe('certificates', () => {
  let leaves: Record<'admin' | 'ledger' | 'risk', Leaf>;
  let stranger: Leaf;
  let strangeAdmin: Leaf;
  let issuer: Issuer;
  beforeAll(async () => {
    const authority = await createAuthority(join(dir, 'ours'));
    leaves = {
      admin: await authority.issue('admin'),
      ledger: await authority.issue('ledger'),
      risk: await authority.issue('risk'),
    };
    const others = await createAuthority(join(dir, 'theirs'));
    stranger = await others.issue('ledger');
    strangeAdmin = await others.issue('admin');
    issuer = await createIssuer();
  });
  const secured = (clients: 'required' | 'optional') =>
    admin({
      verifyToken: verifierOf(fixedKeys(issuer)),
      tls: leaves.admin,
      clients,
      certificateScopes: parseCertificateScopes('{"ledger": ["platform:read", "changes:approve"]}'),
    });
  const showing = ({ cert, key }: Leaf) => ({ cert, key, ca: leaves.admin.ca });

  test('the name of the certificate is the actor, with the scopes that the file gives it', async () => {
    const under = await secured('required');
    const ledger = { url: under.url, tls: showing(leaves.ledger) };
    expect((await query(ledger, 'platform.get')).result).toEqual({ actor: 'spiffe://countersign/ledger' });
    expect((await query(ledger, 'users.get')).status).toBe(403);
    expect((await mutate(ledger, 'changes.approve')).status).toBe(403);
    expect(under.refusals).toEqual(['wrong_scope', 'no_token_id']);
  });

  test('one without a row, and a wrong token beside a right certificate', async () => {
    const under = await secured('required');
    const risk = { url: under.url, tls: showing(leaves.risk) };
    expect((await query(risk, 'platform.get')).status).toBe(401);
    const token = await issuer.token(SCOPE, { claims: { aud: 'other' } });
    const ledger = { url: under.url, tls: showing(leaves.ledger), token };
    expect((await query(ledger, 'platform.get')).status).toBe(401);
    expect(under.refusals).toEqual(['unknown_certificate', 'wrong_audience']);
  });

  test('a token bound to a certificate is worth nothing beside another one', async () => {
    const under = await secured('required');
    const token = await issuer.token(SCOPE, { claims: { cnf: { 'x5t#S256': leaves.risk.thumbprint } } });
    const beside = (leaf: Leaf) => query({ url: under.url, tls: showing(leaf), token }, 'platform.get');
    expect((await beside(leaves.risk)).result).toEqual({ actor: 'tester' });
    expect((await beside(leaves.ledger)).status).toBe(401);
    expect(under.refusals).toEqual(['wrong_certificate']);
  });

  test('where they are required nobody connects without one of the CA', async () => {
    const under = await secured('required');
    const token = await issuer.token(SCOPE);
    for (const tls of [{ ca: leaves.admin.ca }, showing(stranger)]) {
      await expect(query({ url: under.url, tls, token }, 'platform.get')).rejects.toThrow();
    }
  });

  test('where they are optional a token is enough, and one of another CA names nobody', async () => {
    const under = await secured('optional');
    const token = await issuer.token(SCOPE);
    const bare = { url: under.url, tls: { ca: leaves.admin.ca } };
    expect((await query({ ...bare, token }, 'platform.get')).status).toBe(200);
    expect((await query(bare, 'platform.get')).status).toBe(401);
    expect((await query({ url: under.url, tls: showing(stranger) }, 'platform.get')).status).toBe(401);
    expect(under.refusals).toEqual(['no_token', 'no_token']);
  });

  test('certificate and authority are renewed while it serves', async () => {
    const under = await secured('required');
    const [before, after] = [
      { url: under.url, tls: showing(leaves.ledger) },
      { url: under.url, tls: { cert: stranger.cert, key: stranger.key, ca: stranger.ca } },
    ];
    expect((await query(before, 'platform.get')).status).toBe(200);
    await expect(query(after, 'platform.get')).rejects.toThrow();
    expect(() => under.renewTls({ ...strangeAdmin, key: leaves.admin.key })).toThrow();
    expect((await query(before, 'platform.get')).status).toBe(200);
    under.renewTls(strangeAdmin);
    expect((await query(after, 'platform.get')).status).toBe(200);
    await expect(query(before, 'platform.get')).rejects.toThrow();
  });

  test('a file of scopes with mistakes tells them all', () => {
    expect(() => parseCertificateScopes('{"Ledger": ["platform:read"], "risk": ["platform:raed"]}')).toThrow(
      /Ledger: .*\n.*risk\.0: must be a scope/,
    );
  });
});
