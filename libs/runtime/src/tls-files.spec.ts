import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, type Authority } from '@countersign/rpc/test/certificates';
import { certificateEnd, createTlsFiles } from './tls-files';

const HOUR_MS = 3_600_000;

let dir: string;
let authority: Authority;
let peer: { cert: string; key: string; ca: string };

beforeAll(async () => {
  authority = await createAuthority();
  peer = await authority.issue('engine');
});
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'tls-files-'))));
afterEach(() => rm(dir, { recursive: true }));

const at = (name: string): string => join(dir, name);

async function files({ cert = peer.cert, key = peer.key, ca = peer.ca, now = Date.now() } = {}) {
  await writeFile(at('peer.crt'), cert);
  await writeFile(at('peer.key'), key);
  await writeFile(at('ca.crt'), ca);
  return createTlsFiles({ cert: at('peer.crt'), key: at('peer.key'), ca: at('ca.crt'), now: () => now });
}

const messageOf = (read: Promise<unknown>): Promise<string> =>
  read.then(
    () => 'was read',
    (error: Error) => error.message.replaceAll(`${dir}/`, ''),
  );

test('reads what belongs together, and names the files', async () => {
  const whole = await files();
  expect(await whole.read()).toEqual(peer);
  expect(whole.files).toEqual([at('peer.crt'), at('peer.key'), at('ca.crt')]);
  const withoutAuthority = createTlsFiles({ cert: at('peer.crt'), key: at('peer.key'), now: Date.now });
  expect(await withoutAuthority.read()).toEqual({ cert: peer.cert, key: peer.key });
  expect(withoutAuthority.files).toHaveLength(2);
});

test('a chain and a bundle of authorities may be in one file', async () => {
  const other = await createAuthority();
  const chain = { cert: `${peer.cert}\n${authority.ca}`, ca: `${authority.ca}\n${other.ca}` };
  expect(await (await files(chain)).read()).toEqual({ ...chain, key: peer.key });
});

const pem = (text: string): string => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;

test.each<[string, (other: typeof peer) => Parameters<typeof files>[0], string]>([
  ['the key of another', ({ key }) => ({ key }), 'peer.key: is not the key of the certificate in peer.crt'],
  [
    'half an authority',
    ({ ca }) => ({ ca: `${ca}\n${ca.slice(0, 200)}` }),
    'ca.crt: ends in the middle of a certificate',
  ],
  ['no key', () => ({ key: 'nonsense' }), 'peer.key: is not a private key'],
  ['the key for the certificate', ({ key }) => ({ cert: key }), 'peer.crt: has no certificate in it'],
  ['an empty file', () => ({ cert: '' }), 'peer.crt: has no certificate in it'],
  ['half a file', () => ({ cert: peer.cert.slice(0, 300) }), 'peer.crt: has no certificate in it'],
  ['a broken one', () => ({ cert: pem('AAAA') }), 'peer.crt: has a certificate in it that cannot be read'],
  ['no authority', () => ({ ca: '' }), 'ca.crt: has no certificate in it'],
  [
    'a broken authority behind a good one',
    () => ({ ca: peer.ca + pem('AAAA') }),
    'ca.crt: has a certificate in it that cannot be read',
  ],
])('%s is refused by its file', async (_what, wrong, message) => {
  const whole = await files(wrong(await authority.issue('engine')));
  expect(await messageOf(whole.read())).toBe(message);
});

test('a certificate counts from its first second to its last', async () => {
  const end = certificateEnd(peer.cert);
  const from = new Date('2031-01-01T00:00:00Z');
  const later = await authority.issue('engine', {
    notBefore: from,
    notAfter: new Date('2032-01-01T00:00:00Z'),
  });
  expect(end).toBeGreaterThan(Date.now());
  expect(end).toBeLessThanOrEqual(Date.now() + HOUR_MS);

  expect(await messageOf((await files({ now: end })).read())).toBe('was read');
  expect(await messageOf((await files({ now: end + 1 })).read())).toBe(
    `peer.crt: has expired at ${new Date(end).toISOString()}`,
  );
  expect(await messageOf((await files({ ...later, now: from.getTime() })).read())).toBe('was read');
  expect(await messageOf((await files({ ...later, now: from.getTime() - 1 })).read())).toBe(
    'peer.crt: is not valid before 2031-01-01T00:00:00.000Z',
  );
});

test('a file that is not there is named', async () => {
  const whole = await files();
  await rm(at('peer.key'));
  expect(await messageOf(whole.read())).toBe('peer.key: cannot be read (ENOENT)');
});
