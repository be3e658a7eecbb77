/** `hotwallet call`: one encrypted call, and both plaintexts, for a person to look at. */
import { randomBytes } from 'node:crypto';
import { Argument, Option, type Command } from 'commander';
import type { ExitCode, Terminal } from '../terminal';
import { notificationKinds } from '../notifications';
import { createHotWallet, endpoints, type Endpoint, type Exchange } from '../wallet';
import { buildPayload, type PayloadOptions } from './payload';
import { addTargetOptions, resolveTarget, type TargetOptions } from './target';

type CallOptions = TargetOptions & PayloadOptions & { readonly jsonOutput?: boolean };

const examples = `
Examples:
  hotwallet call user_verify --username ada@example.test --password secret
  hotwallet call machine_verify --machine sweeper --x 0123
  hotwallet call read --uid 6b1f… --reference 9d2c…
  hotwallet call update --uid 6b1f… --address 1A1z… --chain bitcoin
  hotwallet call update --kind omnibus.transaction_completed --uid 6b1f… --address 1A1z… --chain bitcoin \\
    --reference 9d2c… --amount 0.005
  hotwallet call update --json '{"uid":"6b1f…","event":"sweep.failed"}' --json-output

Exit code: 0 the backend says success, 1 it refuses, 2 wrong usage or no reply that can be read.`;

export const addCallCommand = (
  program: Command,
  terminal: Terminal,
  done: (code: ExitCode) => void,
): void => {
  const command = program
    .command('call')
    .description('make one encrypted call and print both plaintexts')
    .addArgument(new Argument('<endpoint>', 'which of the four').choices(endpoints))
    .option('--username <text>', 'user_verify: login name, sent as its SHA-256')
    .option('--password <text>', 'user_verify: password, sent as its SHA-256')
    .addOption(new Option('--hashed-username <hex>', 'user_verify: the hash itself').conflicts('username'))
    .addOption(new Option('--hashed-password <hex>', 'user_verify: the hash itself').conflicts('password'))
    .option('--machine <id>', 'machine_verify: the machine')
    .option('--x <text>', 'user_verify, machine_verify: the challenge (default: random)')
    .option('--uid <uid>', 'read, update: the user')
    .option('--reference <id>', 'read, update with --kind: the reference of the operation (default: none)')
    .addOption(
      new Option('--kind <kind>', 'update: which event it tells of (default: only the documented fields)')
        .choices(notificationKinds)
        .conflicts(['json', 'file']),
    )
    .option('--amount <decimal>', 'update with --kind: the amount moved (default: none is sent)')
    .option('--address <text>', 'update: destination.address')
    .option('--chain <id>', 'update: destination.chain_id')
    .option('--signature <text>', 'update: destination.signature')
    .option('--id <text>', 'update: destination.id')
    .option('--json <payload>', 'the whole plaintext, sent as it stands')
    .addOption(new Option('--file <file>', 'the whole plaintext, from a file').conflicts('json'))
    .option('--json-output', 'print the exchange as JSON');
  addTargetOptions(command)
    .addHelpText('after', examples)
    .action(async (endpoint: Endpoint, options: CallOptions) =>
      done(await call(endpoint, options, terminal)),
    );
};

const call = async (endpoint: Endpoint, options: CallOptions, terminal: Terminal): Promise<ExitCode> => {
  const plaintext = buildPayload(endpoint, options, terminal.cwd, randomBytes(32).toString('hex'));
  const target = resolveTarget(options, terminal);
  const wallet = createHotWallet({
    ...target,
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout }),
  });
  try {
    const exchange = await wallet.send(endpoint, plaintext);
    const address = `${target.url.replace(/\/$/, '')}/${endpoint}`;
    terminal.out(options.jsonOutput === true ? asJson(address, exchange) : asText(address, exchange));
    if (exchange.problem !== undefined) {
      terminal.err(`hotwallet: ${exchange.problem}\n`);
      return 2;
    }
    return exchange.outer?.success === true ? 0 : 1;
  } finally {
    wallet.close();
  }
};

const asJson = (url: string, exchange: Exchange): string =>
  `${JSON.stringify({ url, ...exchange }, undefined, 2)}\n`;

const asText = (url: string, { request, status, ms, outer, plaintext }: Exchange): string =>
  [
    `POST     ${url}`,
    `request  ${request.plaintext ?? ''}`,
    `status   ${status} (${Math.round(ms)} ms)`,
    ...(outer === undefined ? [] : [`success  ${outer.success}`, `message  ${outer.message}`]),
    ...(plaintext === undefined ? [] : [`reply    ${plaintext}`]),
    '',
  ].join('\n');
