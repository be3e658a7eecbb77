import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dir = mkdtempSync(join(tmpdir(), 'countersign-start-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the process until it ends; it must end, because it is never given certificates that exist. */
function start(env: Record<string, string>): Promise<{ code: number | null; words: string }> {
  return new Promise((resolve) => {
    const main = join(__dirname, '../src/main.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.on('exit', (code) => resolve({ code, words }));
  });
}

const secret = (name: string, value: string): string => {
  const file = join(dir, name);
  writeFileSync(file, value, { mode: 0o600 });
  return `file:${file}`;
};

const auditKey = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

it('tells every mistake of the configuration at once', async () => {
  const { code, words } = await start({ ENGINE_SALT: 'hunter2', ENGINE_LISTN: 'x' });
  expect(code).toBe(1);
  const named = [
    'STORE_URL',
    'ENGINE_TLS_CERT',
    'ENGINE_TLS_KEY',
    'ENGINE_TLS_CA',
    'ENGINE_SALT',
    'ENGINE_USERNAME_PEPPER',
    'ENGINE_AUDIT_KEY',
    'ENGINE_LISTN',
  ];
  for (const name of named) expect(words).toContain(`${name}: `);
  expect(words).not.toContain('hunter2');
});

it('refuses to serve with another salt, another mode or another pepper than the first time', async () => {
  const env = {
    STORE_URL: `sqlite:${join(dir, 'store.db')}`,
    ENGINE_TLS_CERT: join(dir, 'absent.crt'),
    ENGINE_TLS_KEY: join(dir, 'absent.key'),
    ENGINE_TLS_CA: join(dir, 'absent.ca'),
    ENGINE_SALT: secret('salt', 'the first salt'),
    ENGINE_USERNAME_PEPPER: secret('pepper', 'the first pepper'),
    ENGINE_AUDIT_KEY: secret('audit', auditKey),
  };
  // With the right secrets it gets as far as its certificate.
  expect((await start(env)).words).toContain('absent.crt');
  expect((await start(env)).words).toContain('absent.crt');
  const other = [
    { ENGINE_SALT: secret('salt2', 'another salt') },
    { ENGINE_SALT_MODE: 'shared' },
    { ENGINE_USERNAME_PEPPER: secret('pepper2', 'another pepper') },
  ];
  for (const change of other) {
    const { code, words } = await start({ ...env, ...change });
    expect(code).toBe(1);
    expect(words).toContain('first started');
    expect(words).not.toMatch(/another (salt|pepper)/);
  }
}, 120_000);

it('refuses an audit key that cannot sign, without showing it', async () => {
  const { code, words } = await start({
    STORE_URL: `sqlite:${join(dir, 'unopened.db')}`,
    ENGINE_TLS_CERT: join(dir, 'absent.crt'),
    ENGINE_TLS_KEY: join(dir, 'absent.key'),
    ENGINE_TLS_CA: join(dir, 'absent.ca'),
    ENGINE_SALT: secret('salt3', 'a salt'),
    ENGINE_USERNAME_PEPPER: secret('pepper3', 'a pepper'),
    ENGINE_AUDIT_KEY: secret('audit2', 'hunter2'),
  });
  expect(code).toBe(1);
  expect(words).toContain('the audit key must be an Ed25519 private key');
  expect(words).not.toContain('hunter2');
});
