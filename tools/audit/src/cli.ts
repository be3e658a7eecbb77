/** The command line as a function from arguments to exit code: nothing here ends a process or prints on its own. */
import { Command, CommanderError } from 'commander';
import { isFault } from '@countersign/policy';
import { addBacktestCommand } from './commands/backtest';
import { addEffectiveCommand } from './commands/effective';
import { addExplainCommand } from './commands/explain';
import { addVerifyCommand } from './commands/verify';
import type { OpenAudited } from './open-audited';
import type { ExitCode, Terminal } from './terminal';
import { UsageError } from './usage-error';

const help = `
Nothing is ever committed. It may run beside a working engine.
Exit code: 0 nothing found, 1 something found, 2 wrong usage or no readable store, 130 interrupted.

Examples:
  npm run audit -- verify --store sqlite:./.data/countersign.db
  npm run audit -- effective ada --store sqlite:./.data/countersign.db
  npm run audit -- explain 'ada#17' --store sqlite:./.data/countersign.db
  npm run audit -- backtest --draft draft.json --since 2026-01-01 --store sqlite:./.data/countersign.db`;

/** `args` without the interpreter and the script. Anything unexpected is thrown on. */
export const runCli = async (
  args: readonly string[],
  terminal: Terminal,
  open: OpenAudited,
): Promise<ExitCode> => {
  let code: ExitCode = 2;
  const session = { terminal, open, done: (result: ExitCode): void => void (code = result) };
  const program = new Command('audit')
    .description(
      'Checks what a Countersign store holds, explains its decisions, and tries a policy on its history.',
    )
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  addVerifyCommand(program, session);
  addEffectiveCommand(program, session);
  addExplainCommand(program, session);
  addBacktestCommand(program, session);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (terminal.signal.aborted) {
      terminal.err('audit: interrupted\n');
      return 130;
    }
    if (error instanceof UsageError) {
      terminal.err(`audit: ${error.message}\n`);
      return 2;
    }
    if (isFault(error)) {
      terminal.err(`audit: the store cannot be read: ${error.message}${causeOf(error)}\n`);
      return 2;
    }
    throw error;
  }
};

const causeOf = ({ cause }: Error): string => (cause instanceof Error ? ` (${cause.message})` : '');
