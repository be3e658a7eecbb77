/** The command line as a function from arguments to exit code: nothing here ends a process or prints on its own. */
import { resolve } from 'node:path';
import * as secrets from '@countersign/secrets';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { startFuzzedStack, type FuzzedStack } from './fuzzed-stack';
import { countsText, createProgress } from './progress';
import { run, type RunResult } from './run';
import { readShareSeeds } from './seeds';
import { createShareTarget } from './shares/share-target';
import { targetNames, type Target, type TargetName } from './target';

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly errIsTty: boolean;
  /** ms */
  readonly elapsed: () => number;
  /** Whether somebody wants it to end. */
  readonly stopped: () => boolean;
  readonly newSeed: () => string;
}

/** 0: nothing was found. 1: a find. 2: wrong usage. 130: stopped by hand before the end, and nothing was found. */
export type ExitCode = 0 | 1 | 2 | 130;

interface Options {
  readonly seconds: number;
  readonly seed?: string;
  readonly target?: TargetName;
  readonly inputs?: number;
  readonly out: string;
}

const HELP = `
Runs the real engine and edge in a temporary folder and sends them broken requests; share sets and references are tried
in this process. Every input follows from the seed, the target and its number. What is found is kept as a file, and
tried first at every later run.

Exit codes: 0 nothing was found, 1 something was, 2 wrong usage, 130 stopped by Ctrl-C.

Examples:
  npm run fuzz -- --seconds 60
  npm run fuzz -- --seconds 600 --inputs 1000000
  npm run fuzz -- --seconds 60 --target engine --seed 7`;

/** Of --inputs, what a target gets: the parsers are cheap, a call through two processes is not. */
const shares: Readonly<Record<TargetName, number>> = { shares: 0.5, edge: 0.25, engine: 0.25 };

const whole = (text: string): number => {
  if (!/^[1-9][0-9]{0,11}$/.test(text)) throw new InvalidArgumentError('a whole number from 1');
  return Number(text);
};

export const runCli = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const program = new Command('fuzz')
    .description('Looks for inputs that make the edge, the engine or the share parser fail.')
    .option('--seconds <number>', 'how long', whole, 60)
    .option('--seed <text>', 'what all chance comes from; new each time unless given')
    .addOption(new Option('--target <name>', 'only this one').choices(targetNames))
    .option('--inputs <number>', 'end after this many in all, if that is sooner', whole)
    .option('--out <folder>', 'where finds are kept', resolve(__dirname, '../crashes'))
    .addHelpText('after', HELP)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return fuzz(program.opts<Options>(), terminal);
};

const fuzz = async (options: Options, terminal: Terminal): Promise<ExitCode> => {
  const { target, seed = terminal.newSeed() } = options;
  const chosen = target === undefined ? targetNames : [target];
  const progress = createProgress(terminal);
  const stack = chosen.some((name) => name !== 'shares') ? await startFuzzedStack() : undefined;
  try {
    const targets = [...(stack?.targets ?? []), createShareTarget(secrets, readShareSeeds())];
    const mine = targets.filter(({ name }) => chosen.includes(name));
    const result = await run({
      targets: mine,
      seed,
      seconds: options.seconds,
      inputs: numbers(options.inputs, chosen),
      out: resolve(options.out),
      elapsed: terminal.elapsed,
      stopped: terminal.stopped,
      progress: progress.tell,
      found(text) {
        progress.clear();
        terminal.err(`${text}\n`);
      },
    });
    progress.clear();
    terminal.out(summary(seed, mine, result, stack));
    if (result.finds > 0) return 1;
    return terminal.stopped() ? 130 : 0;
  } finally {
    await stack?.stop();
  }
};

const numbers = (inputs: number | undefined, chosen: readonly TargetName[]): Map<TargetName, number> => {
  if (inputs === undefined) return new Map();
  const total = chosen.reduce((sum, name) => sum + shares[name], 0);
  return new Map(chosen.map((name) => [name, Math.ceil((inputs * shares[name]) / total)]));
};

const summary = (
  seed: string,
  targets: readonly Target[],
  { counts, finds, replayed }: RunResult,
  stack: FuzzedStack | undefined,
): string => {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const answers = targets.flatMap(({ name, answers: given }) =>
    [...given()].sort().map(([answer, count]) => `  ${name.padEnd(7)} ${answer.padEnd(40)} ${count}`),
  );
  const peaks = [...(stack?.peaks() ?? [])].map(
    ([name, bytes]) => `${name} ${Math.round(bytes / 2 ** 20)} MiB`,
  );
  return [
    `seed     ${seed}`,
    `inputs   ${total.toLocaleString('en-US')} (${countsText(counts)}), and ${replayed} kept from before`,
    ...(peaks.length === 0 ? [] : [`memory   at most ${peaks.join(', ')}`]),
    'answers',
    ...answers,
    `finds    ${finds}`,
    '',
  ].join('\n');
};
