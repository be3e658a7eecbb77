/** The process as it is run: its mistakes, and an orderly end while a stream is open. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { query } from './ask';
import { createAuthority } from './authority';
import { startEngine, type EngineProcess } from './engine-process';
import { openReader } from './event-reader';
import { AUDIENCE, createIssuer, ISSUER } from './issuer';

const dir = mkdtempSync(join(tmpdir(), 'countersign-admin-'));
const main = join(__dirname, '../src/main.ts');
let engine: EngineProcess | undefined;
afterAll(async () => {
  await engine?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const start = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

it('tells every mistake of the configuration at once', async () => {
  const child = start({ ADMIN_ENGINE: 'hunter2', ADMIN_LISTN: 'x' });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  expect(await ended(child)).toBe(1);
  for (const name of [
    'ADMIN_ENGINE',
    'ADMIN_ENGINE_CERT',
    'ADMIN_ENGINE_KEY',
    'ADMIN_ENGINE_CA',
    'ADMIN_LISTN',
  ]) {
    expect(words).toContain(`${name}: `);
  }
  expect(words).not.toContain('hunter2');
});

it('serves calls, counts refusals without a token in its log, and ends in order while a stream is open', async () => {
  const authority = await createAuthority(join(dir, 'pki'));
  const leaf = await authority.issue('admin');
  engine = await startEngine(dir, await authority.issue('engine'));
  const issuer = await createIssuer();
  const jwks = join(dir, 'jwks.json');
  writeFileSync(jwks, JSON.stringify(issuer.published()));
  const child = start({
    NODE_ENV: 'development',
    ADMIN_LISTEN: '127.0.0.1:0',
    ADMIN_OPERATIONS_LISTEN: '127.0.0.1:0',
    ADMIN_ENGINE: engine.address,
    ADMIN_ENGINE_CERT: leaf.files.cert,
    ADMIN_ENGINE_KEY: leaf.files.key,
    ADMIN_ENGINE_CA: leaf.files.ca,
    ADMIN_ISSUER: ISSUER,
    ADMIN_AUDIENCE: AUDIENCE,
    ADMIN_JWKS: jwks,
  });
  const lines: string[] = [];
  const serving = new Promise<{ port: number; operationsPort: number }>((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the output of the process is piped'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const { msg, port, operationsPort } = JSON.parse(line) as Record<string, number | string>;
      if (msg === 'serving') resolve({ port: Number(port), operationsPort: Number(operationsPort) });
    });
    child.once('exit', () => reject(new Error(lines.join('\n'))));
  });
  const exit = ended(child);
  const { port, operationsPort } = await serving;
  const url = `http://127.0.0.1:${port}`;
  const token = await issuer.token('platform:read events:read');
  const stale = await issuer.token('platform:read', { claims: { aud: 'other' } });

  expect((await query({ url, token }, 'platform.get')).status).toBe(200);
  expect((await query({ url, token: stale }, 'platform.get')).status).toBe(401);
  const metrics = await (await fetch(`http://127.0.0.1:${operationsPort}/metrics`)).text();
  expect(metrics).toContain('admin_refusals_total{cause="wrong_audience"} 1');
  expect(metrics).toContain('admin_call_seconds_count{procedure="platform.get",code="ok"} 1');
  expect((await fetch(`http://127.0.0.1:${operationsPort}/readyz`)).status).toBe(200);

  const reader = await openReader({ url, token });
  await reader.until(() => reader.received.some(({ event }) => event === 'connected'));
  child.kill('SIGTERM');
  await reader.closed;
  expect(await exit).toBe(0);
  expect(reader.received.map(({ event }) => event)).not.toContain('return');
  expect(lines.join('\n')).toContain('"cause":"wrong_audience"');
  for (const secret of [token, stale]) expect(lines.join('\n')).not.toContain(secret.split('.')[2]);
}, 60_000);
