/**
 * A real server that speaks the MongoDB protocol, for tests and for trying things out: SecantusDB, from PyPI, its
 * packages pinned by hash in mongo-server/requirements.txt. It is installed once, into a folder of its own under
 * node_modules/.cache, and runs on a free port of 127.0.0.1 with its data in a temporary folder that goes with it.
 *
 * It does not wait for the disk on each write: what the tests kill is its clients, never the server.
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describeMongoServer } from '@countersign/store';
import { Command } from 'commander';

const requirementsFile = resolve(__dirname, '../mongo-server/requirements.txt');
const cache = resolve(__dirname, '../../../node_modules/.cache/countersign/mongo-server');
const run = promisify(execFile);

const startMs = 60_000;
const stopMs = 5000;
const attempts = 3;

export interface MongoServerDeps {
  /** Progress, one line at a time; nothing is said about what takes less than two seconds. */
  readonly log: (line: string) => void;
}

export interface RunningMongoServer {
  readonly uri: string;
  readonly name: string;
  readonly version: string;
  /** Ends the server and removes its data. May be called again. */
  stop(): Promise<void>;
}

/** Says what is going on once it has taken two seconds, and how long it has taken every ten. */
const withProgress = async <T>(log: MongoServerDeps['log'], what: string, work: Promise<T>): Promise<T> => {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  const first = setTimeout(() => log(`${what} …`), 2000);
  const tick = setInterval(() => log(`${what} … ${seconds()} s`), 10_000);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(tick);
  }
};

/** The pinned wheels exist for these versions of Python. */
const isUsable = 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))';

const findPython = async (): Promise<string> => {
  for (const python of ['python3', 'python3.13', 'python3.12', 'python3.11']) {
    const usable = await run(python, ['-c', isUsable]).then(
      () => true,
      () => false,
    );
    if (usable) return python;
  }
  throw new Error(
    'the MongoDB-protocol server for tests needs Python 3.11 to 3.13 with the venv module; ' +
      'without it, set MONGODB_URI to a server of your own',
  );
};

/** Returns the interpreter of an environment that has exactly what requirements.txt says. */
const install = async (log: MongoServerDeps['log']): Promise<string> => {
  const requirements = await readFile(requirementsFile);
  const home = join(cache, createHash('sha256').update(requirements).digest('hex').slice(0, 16));
  const interpreter = (folder: string): string => join(folder, 'bin', 'python');
  if (existsSync(interpreter(home))) return interpreter(home);

  await mkdir(cache, { recursive: true });
  // Built aside and moved into place: an installation that was broken off is never taken for a whole one.
  const aside = await mkdtemp(join(cache, 'installing-'));
  try {
    const python = await findPython();
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:'];
    const work = run(python, ['-m', 'venv', aside]).then(() =>
      run(interpreter(aside), [...pip, '--require-hashes', '-r', requirementsFile]),
    );
    await withProgress(log, 'installing the MongoDB-protocol server for tests (once)', work);
    await rename(aside, home).catch((error: unknown) => {
      if (!existsSync(interpreter(home))) throw error; // else another process was faster
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return interpreter(home);
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const launch = async (python: string, log: MongoServerDeps['log']): Promise<RunningMongoServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-mongo-'));
  // An empty configuration keeps one that lies in the user's home from being found.
  const config = join(folder, 'config.toml');
  await writeFile(config, '');
  const port = await freePort();
  const child = spawn(
    python,
    [
      ...['-c', 'from secantus.cli import main; main()', '--config', config, '--log-level', 'ERROR'],
      ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', join(folder, 'data')],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
  const exited = once(child, 'exit');

  const atExit = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', atExit);
  const stop = async (): Promise<void> => {
    for (const signal of signals) process.removeListener(signal, onSignal);
    if (!ended(child)) {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await exited;
      clearTimeout(impatience);
    }
    await rm(folder, { recursive: true, force: true });
    process.removeListener('exit', atExit);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = (signal: NodeJS.Signals): void => {
    void stop().finally(() => {
      // Where nobody else wanted to know, the signal means what it always means.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  };
  for (const signal of signals) process.once(signal, onSignal);

  const uri = `mongodb://127.0.0.1:${port}`;
  const early = exited.then(() => {
    throw new Error(`the MongoDB-protocol server ended at once: ${complaint.trim()}`);
  });
  early.catch(() => undefined);
  try {
    const ready = Promise.race([describeMongoServer(uri, startMs), early]);
    const { name, version } = await withProgress(log, 'starting the MongoDB-protocol server', ready);
    return { uri, name, version, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Throws an Error that says what is missing when no server can be had on this machine. */
export const startMongoServer = async ({ log }: MongoServerDeps): Promise<RunningMongoServer> => {
  const python = await install(log);
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(python, log);
    } catch (error) {
      // A free port may be taken by another process before the server has it.
      if (attempt === attempts) throw error;
    }
  }
};

const main = async (): Promise<void> => {
  new Command('mongo-server')
    .description(
      'Runs a MongoDB-protocol server for tests on a free port of this machine, prints its URI on standard ' +
        'output and stays up until it is interrupted. Its data is temporary.',
    )
    .parse();
  const server = await startMongoServer({ log: (line) => process.stderr.write(`${line}\n`) });
  process.stderr.write(`${server.name} ${server.version}; Ctrl-C stops it and removes its data\n`);
  process.stdout.write(`${server.uri}\n`);
};

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
