import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './bundle';

/** A reader of the stream of events that runs as a process of its own, so that it can be killed as one. */
export interface ReaderProcess {
  start(): void;
  /** As a crash would. */
  kill(): Promise<void>;
  /** What it has written down so far: whole lines only. */
  read(): Promise<readonly ReadEvent[]>;
}

export interface ReadEvent {
  readonly position: number;
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly prev: string;
  readonly hash: string;
}

export function createReaderProcess(options: {
  readonly url: string;
  readonly issuerFile: string;
  readonly file: string;
}): ReaderProcess {
  let child: ChildProcess | undefined;
  const program = join(repositoryRoot, 'tools/dev/src/event-reader.ts');
  return {
    start() {
      const args = ['--import', 'tsx', program];
      const { url, issuerFile, file } = options;
      child = spawn(process.execPath, [...args, '--url', url, '--issuer', issuerFile, '--file', file], {
        cwd: repositoryRoot,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    },
    async kill() {
      const killed = child;
      child = undefined;
      if (killed === undefined || killed.exitCode !== null || killed.signalCode !== null) return;
      const ended = new Promise((resolve) => killed.once('exit', resolve));
      killed.kill('SIGKILL');
      await ended;
    },
    async read() {
      const text = await readFile(options.file, 'utf8').catch(() => '');
      return text
        .slice(0, text.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as ReadEvent);
    },
  };
}

/** The first thing wrong with what a reader of the whole log has written down. */
export function gapIn(events: readonly ReadEvent[]): string | undefined {
  const heads = new Map<string, { readonly seq: number; readonly hash: string }>();
  for (const [i, { position, kind, id, seq, prev, hash }] of events.entries()) {
    if (position !== i + 1) return `event ${i + 1} is missing or came twice: here stands ${position}`;
    const head = heads.get(`${kind} ${id}`);
    if (seq !== (head?.seq ?? 0) + 1 || (head !== undefined && prev !== head.hash)) {
      return `event ${position} does not follow the one before it of ${kind} ${id}`;
    }
    heads.set(`${kind} ${id}`, { seq, hash });
  }
  return undefined;
}
