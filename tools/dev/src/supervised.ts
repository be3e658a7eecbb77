import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * A process of the product that is kept running: it logs to a file, is known to serve when it says so, and is started
 * again when it dies unasked. It does not share our terminal's signals, so that Ctrl-C stops the processes in order.
 */
export interface Supervised {
  readonly name: string;
  /** The ports from the process's own "serving" line. */
  readonly ports: () => { readonly port: number; readonly operationsPort: number };
  /** Ends it at once, as a crash would. It is started again. */
  crash(): Promise<void>;
  /** Has it read again what it was configured with, as `kill -HUP` does. */
  reload(): void;
  /** Ends it in order, and for good. */
  stop(): Promise<void>;
}

export interface SupervisedOptions {
  readonly name: string;
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Told of every unasked end. */
  readonly onEnd: (message: string) => void;
  /** After a first start the same ports are used again. */
  readonly envForPorts: (ports: { port: number; operationsPort: number }) => NodeJS.ProcessEnv;
}

interface Serving {
  readonly port: number;
  readonly operationsPort: number;
}

const MAX_RESTARTS = 5;
const START_TIMEOUT_MS = 30_000;

/** Resolves once the process serves. Rejects with its own words when it cannot start. */
export async function supervise(options: SupervisedOptions): Promise<Supervised> {
  const { name, logFile, onEnd } = options;
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  let stopping = false;
  let restarts = 0;
  let serving: Serving;
  let child: ChildProcess;

  async function start(env: NodeJS.ProcessEnv): Promise<void> {
    child = spawn(process.execPath, ['--enable-source-maps', options.file], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const mine = child;
    serving = await untilServing(mine, name, log);
    mine.once('exit', (code, signal) => {
      if (stopping) return;
      restarts += 1;
      onEnd(
        `${name} ended (${signal ?? `code ${code}`})${restarts > MAX_RESTARTS ? '' : '; starting it again'}`,
      );
      if (restarts <= MAX_RESTARTS)
        start({ ...env, ...options.envForPorts(serving) }).catch((e: Error) => onEnd(e.message));
    });
  }

  await start(options.env);
  return {
    name,
    ports: () => serving,
    async crash() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
    reload: () => void child.kill('SIGHUP'),
    async stop() {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      await new Promise<void>((resolve) => log.end(resolve));
    },
  };
}

function untilServing(child: ChildProcess, name: string, log: NodeJS.WritableStream): Promise<Serving> {
  return new Promise((resolve, reject) => {
    let words = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${name} did not serve within ${START_TIMEOUT_MS / 1000} s`));
    }, START_TIMEOUT_MS);
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4000);
      log.write(chunk);
    });
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        log.write(`${line}\n`);
        const ports = servingLine(line);
        if (ports === undefined) return;
        clearTimeout(timer);
        resolve(ports);
      });
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${name} could not start (code ${code}): ${words.trim()}`));
    });
  });
}

function servingLine(line: string): Serving | undefined {
  if (!line.includes('"msg":"serving"')) return undefined;
  const { port, operationsPort } = JSON.parse(line) as Serving;
  return { port, operationsPort };
}
