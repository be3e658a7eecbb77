import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigner } from '@countersign/evidence';
import { resolveSecret } from '@countersign/secrets';
import { ensureSecrets } from './development-secrets';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'countersign-development-'));
  dir = join(root, 'a', 'secrets');
});
afterEach(() => rmSync(root, { recursive: true }));

const everything = () =>
  Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('development secrets', () => {
  it('are five files of the owner alone, and nothing else', async () => {
    const files = await ensureSecrets(dir);
    expect(files).toEqual({
      aesSecret: join(dir, 'aes-secret'),
      salt: join(dir, 'salt'),
      usernamePepper: join(dir, 'username-pepper'),
      auditKey: join(dir, 'audit-key'),
      issuer: join(dir, 'issuer'),
    });
    expect(everything()).toEqual({
      'aes-secret': expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      salt: expect.stringMatching(/^[0-9a-f]{128}$/),
      'username-pepper': expect.stringMatching(/^[0-9a-f]{64}$/),
      'audit-key': expect.stringContaining('PRIVATE KEY'),
      issuer: expect.stringContaining('countersign-development'),
    });
    expect(modeOf(dir)).toBe(0o700);
    for (const path of Object.values(files)) expect(modeOf(path)).toBe(0o600);
  });

  it('can be referred to as production secrets are', async () => {
    const { salt } = await ensureSecrets(dir);
    const deps = { env: {}, development: false, report: () => undefined };
    expect((await resolveSecret(`file:${salt}`, deps)).reveal()).toBe(readFileSync(salt, 'utf8'));
  });

  it('have an audit key that signs', async () => {
    const { auditKey } = await ensureSecrets(dir);
    const deps = { env: {}, development: false, report: () => undefined };
    const pem = (await resolveSecret(`file:${auditKey}`, deps)).reveal();
    expect(createSigner(pem).keyId).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are made once', async () => {
    await ensureSecrets(dir);
    const before = everything();
    await ensureSecrets(dir);
    expect(everything()).toEqual(before);
  });

  it('are the same for all who ask at once', async () => {
    const seen = await Promise.all(
      Array.from({ length: 8 }, async () => readFileSync((await ensureSecrets(dir)).salt, 'utf8')),
    );
    expect(new Set(seen).size).toBe(1);
    expect(Object.keys(everything())).toHaveLength(5);
  });

  it('are made again only where they are missing', async () => {
    const { salt } = await ensureSecrets(dir);
    const before = everything();
    rmSync(salt);
    await ensureSecrets(dir);
    expect(everything()).toMatchObject({ 'aes-secret': before['aes-secret'] });
    expect(everything()['salt']).not.toBe(before['salt']);
  });

  it('differ from folder to folder', async () => {
    const [one, two] = await Promise.all([ensureSecrets(dir), ensureSecrets(join(root, 'b'))]);
    for (const name of ['aesSecret', 'salt', 'usernamePepper', 'auditKey', 'issuer'] as const) {
      expect(readFileSync(one[name], 'utf8')).not.toBe(readFileSync(two[name], 'utf8'));
    }
  });

  it('get tight permissions back', async () => {
    const { salt } = await ensureSecrets(dir);
    chmodSync(dir, 0o755);
    chmodSync(salt, 0o644);
    await ensureSecrets(dir);
    expect([modeOf(dir), modeOf(salt)]).toEqual([0o700, 0o600]);
  });

  it('are not made where the folder cannot be', async () => {
    await expect(ensureSecrets('/dev/null/secrets')).rejects.toThrow('ENOTDIR');
  });
});
