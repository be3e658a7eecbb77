/**
 * `secret`: what the edges open with. A rotation is one step in the keyring file that they watch; nothing here reads a
 * secret but to see that it is there, is another one and is strong, and nothing prints one.
 */
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import {
  formatKeyringFile,
  formatReference,
  InvalidKeyringFile,
  InvalidReference,
  parseKeyringFile,
  parseReference,
  resolveSecret,
  SecretError,
  weaknessOf,
  type KeyringFile,
} from '@countersign/secrets';
import { action, type Call, type Session } from '../action';
import { askSecretStatus, EdgeError, statusText, warningsOf } from '../edge-secrets';
import { NewFileError, writeNewFiles } from '../new-files';
import { duration } from '../option-values';
import { replaceFile, ReplaceFileError } from '../replace-file';
import { fieldsOf, timeText } from '../table';
import type { ExitCode } from '../terminal';
import { UsageError } from '../usage-error';

interface RotateOptions {
  readonly keyring: string;
  readonly to: string;
  readonly overlap: number;
  readonly force?: boolean;
}

const OPERATIONS = 'http://127.0.0.1:7001';
const SECRET_BYTES = 32;

/** What is asked for would end requests that are in order, or start with a secret that must not be used. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

export function addSecretCommands(program: Command, session: Session): void {
  const secret = program.command('secret').description('the secret of the envelope, and its replacement');

  secret
    .command('status')
    .description('what the edges have opened requests with, and when last; asks their operations ports')
    .option('--edge <url...>', 'the operations port of each edge', [OPERATIONS])
    .action(
      action(session, (call: Call<{ edge: string[] }>) =>
        orRefused(call, async () => {
          const statuses = await Promise.all(
            call.options.edge.map((edge) => askSecretStatus(edge, call.terminal.signal)),
          );
          call.show(statuses, statusText);
          for (const warning of statuses.flatMap((status) => warningsOf(status, call.terminal.now())))
            call.terminal.err(`warning: ${warning}\n`);
        }),
      ),
    );

  secret
    .command('generate')
    .description(
      `a new secret: ${SECRET_BYTES} random bytes, base64url, in a new file that only its owner may read`,
    )
    .requiredOption('--out <file>', 'must not be there yet')
    .action(
      action(session, (call: Call<{ out: string }>) =>
        orRefused(call, async () => {
          const path = call.path(call.options.out);
          const content = randomBytes(SECRET_BYTES).toString('base64url');
          await writeNewFiles([{ path, content }], call.signal);
          call.show({ reference: `file:${path}` }, ({ reference }) => `${reference}\n`);
        }),
      ),
    );

  withKeyring(secret.command('rotate'))
    .description('makes another secret the current one; the one of before still opens for a while')
    .requiredOption('--to <reference>', 'where the new secret is, for this command as for the edges')
    .requiredOption('--overlap <duration>', 'how long the one of before still opens, such as 7d', duration)
    .option('--force', 'even if the previous one of now still opens: it will not any more')
    .action(action(session, (call: Call<RotateOptions>) => orRefused(call, () => rotate(call))));

  withKeyring(secret.command('retire'))
    .description('drops the previous secret, so that it opens nothing any more')
    .action(action(session, (call: Call<{ keyring: string }>) => orRefused(call, () => retire(call))));
}

const withKeyring = (command: Command): Command =>
  command.requiredOption('--keyring <file>', 'the file that EDGE_KEYRING names');

async function rotate(call: Call<RotateOptions>): Promise<void> {
  const { options, terminal } = call;
  const to = formatReference(parseReference(options.to));
  const secret = await read(call, to);
  const weakness = weaknessOf(secret);
  if (weakness !== undefined) {
    if (!development(call)) throw new Refusal(`${to}: ${weakness}`);
    terminal.err(`warning: ${to}: ${weakness}\n`);
  }
  const until = terminal.now() + options.overlap;
  const changed = await editKeyring(call, async ({ current, previous }) => {
    if (previous !== undefined && previous.until > terminal.now() && options.force !== true) {
      throw new Refusal(
        `${previous.reference} still opens until ${timeText(previous.until)} and would not any more; ` +
          'wait for that, retire it, or say --force',
      );
    }
    if (to === current) throw new Refusal(`${to} is the current one already`);
    await refuseSame(call, { to, secret, current });
    return { current: to, previous: { reference: current, until } };
  });
  call.show({ keyring: options.keyring, ...changed }, () =>
    fieldsOf({
      current: changed.current,
      previous: changed.previous?.reference,
      until: timeText(changed.previous?.until ?? null),
    }),
  );
  terminal.err(
    'The edges that watch this file load it within EDGE_RELOAD_MS, the others at SIGHUP. See that they did, and when\n' +
      `the previous secret is no longer used, with: countersign secret status --edge ${OPERATIONS}\n`,
  );
}

async function refuseSame(
  call: Call<object>,
  { to, secret, current }: { to: string; secret: string; current: string },
): Promise<void> {
  try {
    if ((await read(call, current)) !== secret) return;
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    call.terminal.err(
      `warning: not compared with the current one, which the edges will do: ${error.message}\n`,
    );
    return;
  }
  throw new Refusal(`${to} holds the same secret as the current one, ${current}`);
}

async function retire(call: Call<{ keyring: string }>): Promise<void> {
  let dropped: string | null = null;
  const { current } = await editKeyring(call, ({ current, previous }) => {
    dropped = previous?.reference ?? null;
    return { current };
  });
  call.show({ keyring: call.options.keyring, current, dropped }, (shown) =>
    shown.dropped === null
      ? 'There is no previous secret.\n'
      : fieldsOf({ current: shown.current, dropped: shown.dropped }),
  );
}

async function editKeyring(
  call: Call<{ keyring: string }>,
  edit: (file: KeyringFile) => KeyringFile | Promise<KeyringFile>,
): Promise<KeyringFile> {
  const { keyring } = call.options;
  let changed: KeyringFile | undefined;
  const rewrite = async (text: string) => formatKeyringFile((changed = await edit(parseKeyringFile(text))));
  await replaceFile(call.path(keyring), rewrite, call.terminal.signal).catch((error: unknown) => {
    throw error instanceof InvalidKeyringFile ? new Refusal(`${keyring}: ${error.message}`) : error;
  });
  if (changed === undefined) throw new Refusal(`${keyring} was not changed`);
  return changed;
}

const development = ({ terminal }: Call<object>): boolean => terminal.env['NODE_ENV'] === 'development';

async function read(call: Call<object>, reference: string): Promise<string> {
  const report = (message: string) => call.terminal.err(`warning: ${message}\n`);
  const deps = { env: call.terminal.env, development: development(call), report };
  return (await resolveSecret(reference, deps)).reveal();
}

async function orRefused(
  { terminal }: Pick<Call<object>, 'terminal'>,
  run: () => Promise<void>,
): Promise<ExitCode> {
  try {
    await run();
    return 0;
  } catch (error) {
    if (error instanceof InvalidReference) throw new UsageError(`--to: ${error.message}`);
    if (error instanceof EdgeError) throw new UsageError(error.message);
    const told = [Refusal, SecretError, NewFileError, ReplaceFileError].some((one) => error instanceof one);
    if (!told) throw error;
    terminal.err(`countersign: ${(error as Error).message}\n`);
    return 1;
  }
}
