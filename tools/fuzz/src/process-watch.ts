/**
 * What a process says about itself while it is fuzzed: lines of its log that tell of a bug, an end nobody asked for,
 * memory, readiness. Each look tells only what is new since the last.
 */
import { open } from 'node:fs/promises';

export interface Observation {
  readonly problem: string;
  /** Of the call that the log line is about. */
  readonly requestId?: string;
}

export interface ProcessWatch {
  look(): Promise<readonly Observation[]>;
  /** The most memory that was seen, in bytes. */
  readonly peak: () => number;
}

export interface ProcessWatchOptions {
  readonly name: string;
  readonly logFile: string;
  readonly operationsPort: () => number;
  /** Unasked ends since the last time it was asked, in the supervisor's words. */
  readonly ends: () => readonly string[];
  readonly maxBytes: number;
}

const PATIENCE_MS = 5_000;

export const createProcessWatch = (options: ProcessWatchOptions): ProcessWatch => {
  const { name, maxBytes } = options;
  const readLines = createLineReader(options.logFile);
  let peak = 0;
  let internal = 0;

  const ask = async (path: string): Promise<{ status: number; text: string }> => {
    const url = `http://127.0.0.1:${options.operationsPort()}${path}`;
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: reply.status, text: await reply.text() };
  };

  /** Of a call that ended as internal the log line tells more; the counter is for one that logged nothing. */
  const health = async (logged: boolean): Promise<Observation[]> => {
    const ready = await ask('/readyz');
    const { text } = await ask('/metrics');
    const bytes = sumOf(text, /^process_resident_memory_bytes (\S+)$/gm);
    const bugs = sumOf(text, /^engine_call_seconds_count\{[^}]*code="internal"[^}]*\} (\S+)$/gm);
    const seen: Observation[] = [];
    if (ready.status !== 200) seen.push({ problem: `${name} is not ready` });
    if (bugs > internal && !logged) seen.push({ problem: `${name} counted a call that ended as internal` });
    if (bytes > maxBytes && peak <= maxBytes)
      seen.push({ problem: `${name} holds more than ${maxBytes / 2 ** 20} MiB` });
    peak = Math.max(peak, bytes);
    internal = bugs;
    return seen;
  };

  return {
    peak: () => peak,
    async look() {
      const ended = options.ends().map((problem) => ({ problem }));
      const lines = (await readLines())
        .flatMap(bugIn)
        .map((bug) => ({ ...bug, problem: `${name}: ${bug.problem}` }));
      const state = await health(lines.length > 0).catch((): Observation[] => [
        { problem: `${name} does not answer at its operations port` },
      ]);
      return [...ended, ...lines, ...state];
    },
  };
};

/** What Node writes when a process is about to be gone, or should be mended. */
const lastWords = /^(\S*Error:|Uncaught|FATAL|\(node:[0-9]+\)|\s*at .*node:internal|<--- Last few GCs)/;

const bugIn = (line: string): Observation[] => {
  if (lastWords.test(line)) return [{ problem: `wrote ${line.slice(0, 160)}` }];
  if (!line.includes('"level":"error"') && !line.includes('"level":"fatal"')) return [];
  const { msg, requestId, err } = JSON.parse(line) as {
    msg: string;
    requestId?: string;
    err?: { message?: string };
  };
  const problem = `logged "${msg}"${err?.message === undefined ? '' : `: ${err.message.slice(0, 160)}`}`;
  return [{ problem, ...(requestId !== undefined && { requestId }) }];
};

const sumOf = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((sum, [, value]) => sum + Number(value), 0);

/** Whole lines that were written since the last call. */
const createLineReader = (path: string): (() => Promise<readonly string[]>) => {
  let position = 0;
  let rest = '';
  return async () => {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = Buffer.alloc(size - position);
      await file.read(bytes, 0, bytes.length, position);
      position = size;
      const lines = (rest + bytes.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      return lines;
    } finally {
      await file.close();
    }
  };
};
