/**
 * `shards`: a secret in pieces that lie apart, any few of which give it back. Nothing here asks a service, and nothing
 * but `combine --stdout` prints any part of a secret or a share. Files are new ones or none.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import {
  combine,
  drill,
  InvalidReference,
  reshare,
  resolveSecret,
  SecretError,
  split,
  useShares,
  weaknessOf,
  type Drill,
} from '@countersign/secrets';
import { action, count, type Call, type Session } from '../action';
import { NewFileError, writeNewFiles } from '../new-files';
import type { ExitCode } from '../terminal';
import { UsageError } from '../usage-error';
import { atHand, readSet, secretDeps, WHAT, whole } from './shards-set';

interface PlaceOptions {
  readonly threshold: number;
  readonly shares: number;
  readonly out?: string;
  readonly to: readonly string[];
}

interface SplitOptions extends PlaceOptions {
  readonly secret?: string;
  readonly generate?: number;
}

export function addShardCommands(program: Command, session: Session): void {
  const shards = program
    .command('shards')
    .description('a secret in shares that lie apart; asks no service')
    .addHelpText('after', WHAT);

  withPlaces(shards.command('split'))
    .description('splits a secret into shares, in new files that only their owner may read')
    .option('--secret <reference>', 'where the secret is: env:, file:, https:, vault: or shamir:')
    .option('--generate <bytes>', 'a fresh secret instead, that many random bytes in hex', bytes)
    .action(
      action(session, (call: Call<SplitOptions>) =>
        orRefused(call, async () => {
          const secret = await secretOf(call);
          const weakness = weaknessOf(secret);
          if (weakness !== undefined) call.terminal.err(`warning: the secret is weak: ${weakness}\n`);
          await place(call, Buffer.from(secret), (options) => split(secret, options));
        }),
      ),
    );

  shards
    .command('combine <what...>')
    .description('puts the secret together again')
    .option('--out <file>', 'a new file for it, that only its owner may read')
    .option('--stdout', 'show it instead')
    .addHelpText('after', WHAT)
    .action(
      action(session, (call: Call<{ out?: string; stdout?: boolean }>, what: string[]) =>
        orRefused(call, async () => {
          const { out, stdout = false } = call.options;
          if ((out === undefined) === !stdout) throw new UsageError('give either --out or --stdout');
          const set = await readSet(call, what);
          const secret = useShares(set.name, atHand(call, set), combine);
          if (out === undefined) return call.show({ secret: secret.toString('utf8') }, (one) => one.secret);
          const path = call.path(out);
          await writeNewFiles([{ path, content: secret }], call.signal);
          call.show({ file: path }, ({ file }) => `${file} holds the secret.\n`);
        }),
      ),
    );

  shards
    .command('drill <what...>')
    .description('proves that every sufficient set of the shares gives one secret, and shows numbers only')
    .addHelpText('after', WHAT)
    .action(
      action(session, (call, what: string[]) =>
        orRefused(call, async () => {
          const set = await readSet(call, what);
          call.show(useShares(set.name, whole(set), drill), drillText);
        }),
      ),
    );

  withPlaces(shards.command('rotate <what...>'))
    .description('new shares of the same secret, in new files; the old ones stay as they are')
    .addHelpText('after', WHAT)
    .action(
      action(session, (call: Call<PlaceOptions>, what: string[]) =>
        orRefused(call, async () => {
          const set = await readSet(call, what);
          const old = atHand(call, set);
          const secret = useShares(set.name, old, combine);
          await place(call, secret, (options) =>
            useShares(set.name, old, (texts) => reshare(texts, options)),
          );
          call.terminal.err(
            'The old shares still give the secret among themselves. Bring the new ones to their places, drill\n' +
              'them there, change the references, and then destroy the old ones, backups included.\n',
          );
        }),
      ),
    );
}

const withPlaces = (command: Command): Command =>
  command
    .requiredOption('--threshold <k>', 'how many shares are enough, from 2', count)
    .requiredOption('--shares <n>', 'how many there are, up to 20', count)
    .option('--out <folder>', 'for the files share-1 to share-N')
    .option(
      '--to <file>',
      'the file of one share; once for each, so that they go to different places',
      (one: string, others: string[]) => [...others, one],
      [],
    );

function bytes(text: string): number {
  const number = count(text);
  if (number < 16 || number > 1024) throw new InvalidArgumentError('It must be 16 to 1024.');
  return number;
}

async function secretOf(call: Call<SplitOptions>): Promise<string> {
  const { secret, generate } = call.options;
  if (secret !== undefined && generate === undefined) {
    const report = (message: string) => call.terminal.err(`warning: ${message}\n`);
    return (await resolveSecret(secret, { ...secretDeps(call), report })).reveal();
  }
  if (secret === undefined && generate !== undefined) return randomBytes(generate).toString('hex');
  throw new UsageError('give either --secret or --generate');
}

/** Writes the shares, and reads them again: they are there when every sufficient set of them gives the secret. */
async function place(
  call: Call<PlaceOptions>,
  secret: Buffer,
  make: (options: { threshold: number; shares: number }) => readonly string[],
): Promise<void> {
  const { threshold, shares, out, to } = call.options;
  const paths = pathsOf(call);
  const folder = out === undefined ? {} : { folder: call.path(out) };
  const texts = make({ threshold, shares });
  const files = paths.map((path, at) => ({ path, content: `${texts[at] ?? ''}\n` }));
  let drilled: Drill | undefined;
  await writeNewFiles(files, {
    ...call.signal,
    ...folder,
    check: async () => {
      const set = await readSet(call, paths);
      drilled = useShares(set.name, whole(set), drill);
      if (!useShares(set.name, set.found, combine).equals(secret))
        throw new SecretError(set.name, 'what was written does not give the secret');
    },
  });
  call.show({ threshold, shares, files: paths, ...drilled }, () =>
    [
      ...paths.map((path) => `${path}\n`),
      `Any ${threshold} of these ${shares} give the secret, tried with ${drilled?.rebuilt ?? 0} of `,
      `${drilled?.subsets ?? 0} sets; fewer tell nothing of it but its length.\n`,
      ...(to.length === 0 ? ['Bring them to different places, and remove them here.\n'] : []),
    ].join(''),
  );
}

function pathsOf({ options: { threshold, shares, out, to }, path }: Call<PlaceOptions>): string[] {
  if (threshold < 2 || threshold > shares || shares > 20)
    throw new UsageError('2 <= --threshold <= --shares <= 20 is needed');
  if ((out === undefined) === (to.length === 0))
    throw new UsageError('give either --out, or --to for each share');
  if (out !== undefined) return Array.from({ length: shares }, (_, at) => path(join(out, `share-${at + 1}`)));
  const paths = to.map(path);
  if (paths.length !== shares || new Set(paths).size !== shares)
    throw new UsageError(`--to must be given ${shares} times, with ${shares} files`);
  return paths;
}

const drillText = ({ threshold, shares, total, subsets, rebuilt }: Drill): string =>
  `${shares} of ${total} shares read; ${threshold} are enough.\n` +
  `Each of the ${subsets} sets of ${threshold} gives one and the same secret` +
  `${rebuilt === subsets ? '' : ` (${rebuilt} rebuilt, the others by calculation)`}.\n` +
  (shares === total ? '' : `NOT DRILLED: ${total - shares} of the set's shares.\n`);

/** What the shares, the secret or the files are refused for: told, and 1. */
async function orRefused(
  { terminal }: Pick<Call<object>, 'terminal'>,
  run: () => Promise<void>,
): Promise<ExitCode> {
  try {
    await run();
    return 0;
  } catch (error) {
    if (error instanceof InvalidReference) throw new UsageError(error.message);
    if (!(error instanceof SecretError || error instanceof NewFileError || error instanceof RangeError))
      throw error;
    terminal.err(`countersign: ${error.message}\n`);
    return 1;
  }
}
