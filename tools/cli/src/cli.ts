/** The command line as a function from arguments to exit code: nothing here ends a process or prints on its own. */
import { Command, CommanderError } from 'commander';
import { CountersignError } from '@countersign/client';
import type { Connect, Session } from './action';
import { addAuditCommands } from './commands/audit';
import { addBalanceCommands } from './commands/balances';
import { addChangeCommands } from './commands/changes';
import { addDecisionCommands } from './commands/decisions';
import { addDestinationCommands } from './commands/destinations';
import { addEventCommands } from './commands/events';
import { addFreezeCommands } from './commands/freezes';
import { addLimitCommands } from './commands/limits';
import { addMachineCommands } from './commands/machines';
import { addPermitCommands } from './commands/permits';
import { addPlatformCommands } from './commands/platform';
import { addPolicyCommands } from './commands/policy';
import { addSecretCommands } from './commands/secret';
import { addShardCommands } from './commands/shards';
import { addTierCommands } from './commands/tiers';
import { addTokenCommand } from './commands/token';
import { addUserCommands } from './commands/users';
import { addUserImport } from './commands/users-import';
import type { ExitCode, Terminal } from './terminal';
import { UsageError } from './usage-error';

const help = `
Exit code: 0 done, 1 refused, failed or found broken, 2 wrong usage or service not reached, 130 interrupted.

A change that is interrupted or fails for a passing reason is repeated with one idempotency key, so it has its effect
once. To make the same change again from another run, give both runs the same --key.

Examples:
  export COUNTERSIGN_TOKEN=$(npm run --silent countersign -- token)     (development)
  npm run countersign -- users list --status active
  npm run countersign -- limits set --user ada bitcoin 'sliding 24h 0.5' --reason 'asked for by ada'
  npm run countersign -- audit export log.ndjson`;

/** `args` without the interpreter and the script. Anything unexpected is thrown on. */
export async function runCli(
  args: readonly string[],
  terminal: Terminal,
  connect: Connect,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const session: Session = { terminal, connect, done: (result) => void (code = result) };
  const program = new Command('countersign')
    .description('Looks at and changes what a Countersign deployment allows, through its admin service.')
    .option('--url <url>', 'the admin service (default: COUNTERSIGN_URL, else http://127.0.0.1:7200)')
    .option(
      '--token <token>',
      'who you are; other users of this machine can see it (default: COUNTERSIGN_TOKEN)',
    )
    .option('--token-file <file>', 'holds the token, and is read again before every attempt')
    .option('--json', 'print replies as JSON')
    .addHelpText('after', help)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const add of groups) add(program, session);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (terminal.signal.aborted) {
      terminal.err('countersign: interrupted\n');
      return 130;
    }
    if (error instanceof UsageError) {
      terminal.err(`countersign: ${error.message}\n`);
      return 2;
    }
    if (!(error instanceof CountersignError)) throw error;
    terminal.err(told(error));
    return error.code === 'unavailable' || error.code === 'deadline' ? 2 : 1;
  }
}

const groups = [
  addUserCommands,
  addUserImport,
  addMachineCommands,
  addTierCommands,
  addPlatformCommands,
  addLimitCommands,
  addDestinationCommands,
  addBalanceCommands,
  addPermitCommands,
  addFreezeCommands,
  addChangeCommands,
  addPolicyCommands,
  addEventCommands,
  addDecisionCommands,
  addAuditCommands,
  addTokenCommand,
  addSecretCommands,
  addShardCommands,
];

const told = ({ code, message, details, revision, correlationId }: CountersignError): string =>
  [
    `countersign: ${code}: ${message}`,
    ...details.map((detail) => `  ${detail}`),
    ...(revision === undefined ? [] : [`  the revision is ${revision} now`]),
    ...(correlationId === undefined ? [] : [`  correlation id ${correlationId}`]),
    '',
  ].join('\n');
