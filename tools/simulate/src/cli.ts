/** The command line as a function from arguments to exit code: nothing here ends a process or prints on its own. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Tampering } from './engine/engine-process';
import { createProgress } from './progress';
import { episodesOf, run, type RunResult } from './run';
import { summary } from './summary';
import { Violation } from './violation';

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly errIsTty: boolean;
  /** ms; for speed and progress, never for what is simulated. */
  readonly elapsed: () => number;
  /** Whether somebody wants it to end. */
  readonly stopped: () => boolean;
}

/** 0: nothing was found. 1: a violation. 2: wrong usage. 130: stopped by hand before the end. */
export type ExitCode = 0 | 1 | 2 | 130;

interface Options {
  readonly seed: string;
  readonly ops: number;
  readonly episode?: number;
  readonly trace: boolean;
}

const HELP = `
Everything is decided by the seed: on one version of Node.js the same command makes the same run. A run is made of episodes,
each a world of its own; when one goes wrong, the command that repeats just that episode is printed.

Exit codes: 0 nothing was found, 1 a violation, 2 wrong usage, 130 stopped by Ctrl-C.

Examples:
  npm run simulate -- --seed 1 --ops 1000000
  npm run simulate -- --seed 1 --ops 1000000 --episode 3 --trace`;

const whole = (least: number) => (text: string) => {
  if (!/^[0-9]{1,12}$/.test(text) || Number(text) < least)
    throw new InvalidArgumentError(`a whole number from ${least}`);
  return Number(text);
};

/** `args` without the interpreter and the script; `tampering` is what a test does to the engine. */
export async function runCli(
  args: readonly string[],
  terminal: Terminal,
  tampering: Tampering = {},
): Promise<ExitCode> {
  const program = new Command('simulate')
    .description(
      'Drives the engine through virtual time and holds everything it does against a slow, plain model.',
    )
    .option('--seed <text>', 'what all chance comes from', '1')
    .option('--ops <number>', 'calls of the engine, about', whole(1), 100_000)
    .option('--episode <number>', 'only this episode, from 0', whole(0))
    .option('--trace', 'print every call with its outcome', false)
    .addHelpText('after', HELP)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const options = program.opts<Options>();
  const { seed, ops, episode } = options;
  if (episode !== undefined && episode >= episodesOf(ops)) {
    terminal.err(`simulate: --ops ${ops} has only ${episodesOf(ops)} episodes\n`);
    return 2;
  }
  const progress = createProgress(terminal, episode === undefined ? ops : undefined);
  const result = await run({
    seed,
    ops,
    episode,
    tampering,
    trace: options.trace ? (line) => terminal.out(`${line()}\n`) : () => undefined,
    stopped: terminal.stopped,
    progress: progress.tell,
  });
  progress.clear();
  terminal.out(`seed           ${seed}\n${summary(result, Math.max(terminal.elapsed(), 1) / 1000)}`);
  if (result.failure !== null) {
    terminal.err(failureText(options, result.failure));
    return 1;
  }
  return terminal.stopped() ? 130 : 0;
}

function failureText(
  { seed, ops }: Options,
  { episode, op, error }: NonNullable<RunResult['failure']>,
): string {
  const what =
    error instanceof Violation
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  return [
    `simulate: seed ${seed}, episode ${episode}, operation ${op}: ${what}`,
    `replay it: npm run simulate -- --seed ${quoted(seed)} --ops ${ops} --episode ${episode} --trace`,
    '',
  ].join('\n');
}

const quoted = (text: string): string =>
  /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
