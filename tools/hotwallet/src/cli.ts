/** The command line as a function from arguments to exit code: nothing here ends a process or prints on its own. */
import { Command, CommanderError } from 'commander';
import { addCallCommand } from './commands/call';
import { addConformanceCommand } from './commands/conformance';
import { TransportError } from './connection';
import type { ExitCode, Terminal } from './terminal';
import { UsageError } from './usage-error';

const examples = `
Examples:
  npm run hotwallet -- call user_verify --username ada@example.test --password secret
  npm run hotwallet -- call read --help
  npm run conformance -- --url http://127.0.0.1:8080 --secret-file aes.secret`;

/** `args` without the interpreter and the script. Anything unexpected is thrown on. */
export const runCli = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let code: ExitCode = 2;
  const done = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command('hotwallet')
    .description('A fake CoKeeps Hot Wallet: calls a backend as CoKeeps would, and judges it.')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  addCallCommand(program, terminal, done);
  addConformanceCommand(program, terminal, done);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError || error instanceof TransportError) {
      terminal.err(`hotwallet: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
};
