/** `hotwallet conformance`: the table of checks against one backend. Exit code 0 only if every check was run and held. */
import type { Command } from 'commander';
import { createProgress } from '../conformance/progress';
import { runConformance, selectChecks } from '../conformance/run';
import { checkList, resultTable, summary } from '../conformance/table';
import type { ExitCode, Terminal } from '../terminal';
import { addTargetOptions, positiveNumber, resolveTarget, type TargetOptions } from './target';

interface ConformanceCommandOptions extends TargetOptions {
  readonly json?: boolean;
  readonly only?: string;
  readonly list?: boolean;
  readonly slowLimit?: number;
}

const examples = `
Examples:
  npm run conformance -- --url http://127.0.0.1:8080 --secret-file aes.secret
  npm run conformance -- --list
  npm run conformance -- --only '^read/' --json
  npm run conformance -- --url https://backend.example --ca ca.pem --cert me.pem --key me.key --fixtures mine.json

A check whose users, machines or permits are not in the fixtures file is NOT RUN, and the run is not a success.
Exit code: 0 all checks hold, 1 a check fails or was not run, 2 wrong usage or no backend at the URL.`;

export const addConformanceCommand = (
  program: Command,
  terminal: Terminal,
  done: (code: ExitCode) => void,
): void => {
  const command = program
    .command('conformance')
    .description('judge any backend by a table of checks')
    .option('--only <pattern>', 'run the checks whose name matches this regular expression')
    .option('--list', 'print the checks and stop')
    .option(
      '--slow-limit <ms>',
      'a dribbling client must be ended within this time (default: 20000)',
      positiveNumber,
    )
    .option('--json', 'print the results as JSON');
  addTargetOptions(command)
    .addHelpText('after', examples)
    .action(async (options: ConformanceCommandOptions) => done(await conformance(options, terminal)));
};

const conformance = async (options: ConformanceCommandOptions, terminal: Terminal): Promise<ExitCode> => {
  const selected = selectChecks(options.only);
  if (options.list === true) {
    const list = selected.map(({ name, proves, needs }) => ({ name, proves, needs }));
    terminal.out(options.json === true ? `${JSON.stringify(list, undefined, 2)}\n` : checkList(selected));
    return 0;
  }
  const target = resolveTarget(options, terminal);
  const progress = createProgress({
    write: terminal.err,
    tty: terminal.errIsTty,
    now: () => performance.now(),
  });
  const ticking = setInterval(progress.tick, 500);
  try {
    const { ok, results } = await runConformance({
      ...target,
      ...(options.only === undefined ? {} : { only: options.only }),
      ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout }),
      ...(options.slowLimit === undefined ? {} : { slowLimitMs: options.slowLimit }),
      onStart: (check, index, count) => progress.at(check.name, index, count),
    });
    progress.end();
    if (options.json === true) {
      terminal.out(`${JSON.stringify({ url: target.url, ok, results }, undefined, 2)}\n`);
    } else {
      terminal.out(resultTable(results) + summary(results));
    }
    return ok ? 0 : 1;
  } finally {
    clearInterval(ticking);
    progress.end();
  }
};
