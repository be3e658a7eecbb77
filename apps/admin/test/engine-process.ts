/** A real engine as a process of its own, on a store in a temporary folder, that a test can stop, kill and start anew. */
import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Leaf } from './authority';

export interface EngineProcess {
  /** Stays the same over restarts. */
  readonly address: string;
  /** As a crash would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const main = join(__dirname, '../../engine/src/main.ts');

export async function startEngine(dir: string, { files }: Leaf): Promise<EngineProcess> {
  const secret = (name: string, value: string): string => {
    const file = join(dir, name);
    writeFileSync(file, value, { mode: 0o600 });
    return `file:${file}`;
  };
  const { privateKey } = generateKeyPairSync('ed25519');
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'development',
    STORE_URL: `sqlite:${join(dir, 'engine.db')}`,
    ENGINE_TLS_CERT: files.cert,
    ENGINE_TLS_KEY: files.key,
    ENGINE_TLS_CA: files.ca,
    ENGINE_SALT: secret('salt', 'a salt of the test'),
    ENGINE_USERNAME_PEPPER: secret('pepper', 'a pepper of the test'),
    ENGINE_AUDIT_KEY: secret('audit', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()),
    ENGINE_OPERATIONS_LISTEN: '127.0.0.1:0',
  };
  let child: ChildProcess;
  let port = 0;

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: { ...env, ENGINE_LISTEN: `127.0.0.1:${port}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    port = await untilServing(child);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };

  await start();
  return {
    address: `localhost:${port}`,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** The port, from the line in which the process says that it serves. Rejects with its words when it ends instead. */
function untilServing(child: ChildProcess): Promise<number> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the output of the process is piped');
  return new Promise((resolve, reject) => {
    let words = '';
    stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    createInterface({ input: stdout }).on('line', (line) => {
      words += `${line}\n`;
      const { msg, port } = JSON.parse(line) as { msg?: string; port?: number };
      if (msg === 'serving' && port !== undefined) resolve(port);
    });
    child.once('exit', () => reject(new Error(words)));
  });
}
