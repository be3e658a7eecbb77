import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createAuthority, type Authority } from '@countersign/rpc/test/certificates';
import { startHttpsServer, type RunningServer } from '../test/https-server';
import { requestHttps } from './https-request';
import { resolveSecret } from './resolve-secret';
import { SecretError } from './secret-error';
import { split } from './split';

let dir: string;
let authority: Authority;
let server: RunningServer;
let answer: RequestListener;
let others: RunningServer[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-https-'));
  authority = await createAuthority();
  const { cert, key } = await authority.issue('web');
  server = await startHttpsServer({ cert, key }, (request, response) => answer(request, response));
  put('ca', authority.ca);
});
afterAll(async () => {
  await server.stop();
  rmSync(dir, { recursive: true });
});

afterEach(async () => {
  await Promise.all(others.map((one) => one.stop()));
  others = [];
});

const startOther = async (tls: ServerOptions): Promise<RunningServer> => {
  const other = await startHttpsServer(tls, (request, response) => answer(request, response));
  others.push(other);
  return other;
};
const put = (name: string, content: string, mode = 0o600): string => {
  writeFileSync(join(dir, name), content, { mode });
  return join(dir, name);
};
const env = (more: Record<string, string> = {}) => ({ SECRETS_CA: join(dir, 'ca'), ...more });
const reports: string[] = [];
const deps = (more?: Record<string, string>) => ({
  env: env(more),
  development: false,
  report: (message: string) => void reports.push(message),
});
const failure = async (reference: string, more?: Record<string, string>): Promise<SecretError> => {
  const error: unknown = await resolveSecret(reference, deps(more)).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(SecretError);
  return error as SecretError;
};
const says =
  (status: number, body: string | Buffer = '', headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);

describe('the body of an HTTPS answer', () => {
  it('is the secret, without one trailing newline', async () => {
    const asked: unknown[] = [];
    answer = (request, response) => {
      asked.push([request.method, request.url, request.headers.authorization]);
      says(200, 'sécret\n\n')(request, response);
    };
    expect((await resolveSecret(`${server.origin}/a/b`, deps())).reveal()).toBe('sécret\n');
    expect(asked).toEqual([['GET', '/a/b', undefined]]);
  });

  it('may come in pieces', async () => {
    answer = (_, response) => {
      response.write('one ');
      response.end('two');
    };
    expect((await resolveSecret(`${server.origin}/a`, deps())).reveal()).toBe('one two');
  });

  it.each([
    [401, true],
    [403, true],
    [404, true],
    [429, true],
    [500, true],
    [503, true],
    [204, false],
    [206, false],
    [301, false],
    [302, false],
    [400, false],
  ])('of status %p is an error; may be missing: %p', async (status, unavailable) => {
    let requests = 0;
    answer = (request, response) => {
      requests += 1;
      says(status, status === 204 ? '' : 'hunter2', { location: `${server.origin}/b` })(request, response);
    };
    const error = await failure(`${server.origin}/a`);
    expect(error.message).toBe(`${server.origin}/a: the answer has status ${status} instead of 200`);
    expect(error.unavailable).toBe(unavailable);
    expect(requests).toBe(1);
  });

  it.each([
    ['empty', says(200, ''), 'the answer is empty'],
    ['a newline', says(200, '\n'), 'the answer is empty'],
    ['not UTF-8', says(200, Buffer.from([0x61, 0xff])), 'not UTF-8 text'],
    ['too large', says(200, 'x'.repeat(262_145)), 'larger than 262144 bytes'],
    ['compressed', says(200, 'hunter2', { 'content-encoding': 'gzip' }), 'the answer is compressed'],
  ])('that is %s is refused, and not taken for missing', async (_, wrong, message) => {
    answer = wrong;
    const error = await failure(`${server.origin}/a`);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('hunter2');
    expect(error.unavailable).toBe(false);
  });

  it('without a length is refused: it could have been cut', async () => {
    answer = (request) => void request.socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhunter2');
    expect((await failure(`${server.origin}/a`)).message).toContain('does not say how long it is');
  });

  it('that was cut is missing', async () => {
    answer = (request) =>
      void request.socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\nconnection: close\r\n\r\nhunter2');
    expect(await failure(`${server.origin}/a`)).toMatchObject({ unavailable: true });
  });

  it('must come in time, headers and body', async () => {
    for (const slow of [
      () => undefined,
      (_: unknown, response: { write(text: string): void }) => response.write('a'),
    ] as RequestListener[]) {
      answer = slow;
      const asked = requestHttps({
        url: `${server.origin}/a`,
        name: 'x',
        tls: { ca: authority.ca },
        withinMs: 100,
      });
      await expect(asked).rejects.toMatchObject({
        message: 'x: no whole answer within 0.1 s',
        unavailable: true,
      });
    }
  });
});

describe('the server', () => {
  beforeEach(() => void (answer = says(200, 'hunter2')));

  it('that cannot be reached is missing', async () => {
    const { cert, key } = await authority.issue('gone');
    const gone = await startHttpsServer({ cert, key }, () => undefined);
    await gone.stop();
    const error = await failure(`${gone.origin}/a`);
    expect(error.message).toBe(`${gone.origin}/a: cannot be reached (ECONNREFUSED)`);
    expect(error.unavailable).toBe(true);
  });

  it('must have a certificate of a known authority, for its name, in its time', async () => {
    const other = await createAuthority();
    const wrong = [
      await other.issue('web'),
      await authority.issue('web', { alternativeNames: [{ type: 'dns', value: 'other.example' }] }),
      await authority.issue('web', { notAfter: new Date(Date.now() - 1000) }),
    ];
    for (const { cert, key } of wrong) {
      const impostor = await startOther({ cert, key });
      const error = await failure(`${impostor.origin}/a`);
      expect(error.message).toMatch(/the server's certificate is not accepted \(\w+\)$/);
    }
    expect((await failure(`${server.origin}/a`, { SECRETS_CA: '' })).message).toContain('is not accepted');
  });

  it('is verified whatever the environment says of it', async () => {
    const { cert, key } = await (await createAuthority()).issue('web');
    const impostor = await startOther({ cert, key });
    answer = says(200, 'the secret of an impostor');
    // Node looks at the environment of the process, of which Jest shows a copy.
    const script = join(__dirname, '../test/resolve-alone.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', script, `${impostor.origin}/a`],
      { env: { ...process.env, ...env(), NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
    );
    expect(stdout).toContain('is not accepted');
  });

  it('may ask for a client certificate', async () => {
    const { cert, key } = await authority.issue('web');
    const strict = await startOther({
      cert,
      key,
      ca: authority.ca,
      requestCert: true,
      rejectUnauthorized: true,
    });
    const mine = await authority.issue('edge');
    const files = { SECRETS_CERT: put('cert', mine.cert, 0o644), SECRETS_KEY: put('key', mine.key) };
    expect((await resolveSecret(`${strict.origin}/a`, deps(files))).reveal()).toBe('hunter2');
    expect(await failure(`${strict.origin}/a`)).toMatchObject({ unavailable: true });
  });
});

describe('settings that are wrong', () => {
  beforeEach(() => void (answer = says(200, 'hunter2')));

  it('are named, and never taken for a location that may be missing', async () => {
    const [mine, other] = [await authority.issue('a'), await authority.issue('b')];
    const cert = put('own.crt', mine.cert);
    const key = put('own.key', mine.key);
    const cases: [Record<string, string>, string][] = [
      [{ SECRETS_CA: `${dir}/none` }, 'SECRETS_CA: the file cannot be read (ENOENT)'],
      [{ SECRETS_CA: put('junk', 'junk') }, 'SECRETS_CA holds no PEM of certificates'],
      [{ SECRETS_CERT: cert }, 'SECRETS_CERT and SECRETS_KEY must be set together'],
      [{ SECRETS_KEY: key }, 'SECRETS_CERT and SECRETS_KEY must be set together'],
      [{ SECRETS_CERT: put('junk', 'junk'), SECRETS_KEY: key }, 'SECRETS_CERT holds no PEM'],
      [
        { SECRETS_CERT: cert, SECRETS_KEY: put('junk', 'junk') },
        'SECRETS_KEY holds no unencrypted private key',
      ],
      [{ SECRETS_CERT: cert, SECRETS_KEY: put('other.key', other.key) }, 'SECRETS_KEY is not the key of'],
    ];
    for (const [settings, message] of cases) {
      const error = await failure(`${server.origin}/a`, settings);
      expect(error.message).toContain(message);
      expect(error.unavailable).toBe(false);
    }
  });

  it('include files that others may change, and keys that others may read', async () => {
    const mine = await authority.issue('a');
    const open = (name: string, content: string, mode: number) => {
      chmodSync(put(name, content), mode);
      return join(dir, name);
    };
    const files = {
      SECRETS_CERT: open('a.crt', mine.cert, 0o644),
      SECRETS_KEY: open('a.key', mine.key, 0o640),
    };
    expect((await failure(`${server.origin}/a`, files)).message).toContain(
      'SECRETS_KEY: others than its owner',
    );
    const changeable = { SECRETS_CA: open('b.ca', authority.ca, 0o664) };
    expect((await failure(`${server.origin}/a`, changeable)).message).toContain(
      'SECRETS_CA: others than its owner may write',
    );
  });

  it('do not matter to a process without remote secrets', async () => {
    const wrong = { SECRETS_CA: '/nowhere', SECRETS_CERT: '/nowhere', A: 'hunter2' };
    expect((await resolveSecret('env:A', deps(wrong))).reveal()).toBe('hunter2');
  });
});

describe('shares on several servers', () => {
  const [a = '', b = '', c = ''] = split('hunter2', { threshold: 2, shares: 3 });

  it('are asked for at the same time, and one that is missing is done without', async () => {
    const waiting: (() => void)[] = [];
    // Nobody is answered before all three have asked.
    answer = (request, response) => {
      waiting.push(() =>
        request.url === '/c'
          ? says(404)(request, response)
          : says(200, `${request.url === '/a' ? a : b}\n`)(request, response),
      );
      if (waiting.length === 3) waiting.forEach((send) => send());
    };
    const { origin } = server;
    const reference = `shamir:2:${origin}/a,${origin}/b,${origin}/c`;
    reports.length = 0;
    expect((await resolveSecret(reference, deps())).reveal()).toBe('hunter2');
    expect(reports).toEqual([
      `${reference}: done without one share: ${origin}/c: the answer has status 404 instead of 200`,
    ]);
  });

  it('are refused when one is another than it was, though the others would do', async () => {
    const altered = c.replace(/.$/, (one) => (one === '0' ? '1' : '0'));
    const shares: Record<string, string> = { '/a': a, '/b': b, '/c': altered };
    answer = (request, response) => says(200, shares[request.url ?? ''])(request, response);
    const { origin } = server;
    const error = await failure(`shamir:2:${origin}/a,${origin}/b,${origin}/c`);
    expect(error.message).toContain(`the share is damaged: its checksum does not match (${origin}/c)`);
  });
});
