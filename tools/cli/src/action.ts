/** What every command is given, and what all of them have in common: a connection, an output, and a cause. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Countersign, CountersignOptions, Inputs } from '@countersign/client';
import { changeText } from './change-text';
import type { ExitCode, Terminal } from './terminal';
import { UsageError } from './usage-error';

export type Connect = (options: CountersignOptions) => Countersign;

export interface Session {
  readonly terminal: Terminal;
  readonly connect: Connect;
  readonly done: (code: ExitCode) => void;
}

interface CommonOptions {
  readonly url?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly json?: boolean;
}

/** One command that is being carried out. */
export interface Call<Options> {
  readonly options: Options;
  readonly terminal: Terminal;
  /** Of every call that is made. */
  readonly signal: { readonly signal: AbortSignal };
  /** Made when first asked for: some commands need none. */
  countersign(): Countersign;
  /** The address that `countersign` is at. */
  readonly url: string;
  /** Prints the value as JSON where that was asked for, and what `text` makes of it otherwise. */
  show<Value>(value: Value, text: (value: Value) => string): void;
  /** Of the path of a file as it was typed. */
  path(file: string): string;
}

const DEFAULT_URL = 'http://127.0.0.1:7200';
const RETRY_FOR_MS = 20_000;

/** What commander calls: the arguments, then the options, then the command. Ends with code 0 unless told otherwise. */
export const action =
  <Args extends readonly unknown[], Options extends object>(
    { terminal, connect, done }: Session,
    run: (call: Call<Options>, ...args: Args) => Promise<ExitCode | void>,
  ) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Options & CommonOptions>();
    const url = options.url ?? terminal.env['COUNTERSIGN_URL'] ?? DEFAULT_URL;
    if (!URL.canParse(url))
      throw new UsageError(`--url or COUNTERSIGN_URL must be a URL such as ${DEFAULT_URL}`);
    const call: Call<Options> = {
      options,
      terminal,
      signal: { signal: terminal.signal },
      url,
      countersign: () =>
        connect({
          url,
          ...tokenOf(options, terminal),
          retryForMs: RETRY_FOR_MS,
          onRetry: ({ procedure, error, waitMs }) =>
            terminal.err(`${procedure}: ${error.message}; again in ${(waitMs / 1000).toFixed(1)} s\n`),
        }),
      show(value, text) {
        terminal.out(options.json === true ? `${JSON.stringify(value, undefined, 2)}\n` : text(value));
      },
      path: (file) => resolve(terminal.cwd, file),
    };
    // commander knows the arguments' number and shape from the command's own words.
    done((await run(call, ...(given.slice(0, -2) as unknown as Args))) ?? 0);
  };

function tokenOf(
  { token, tokenFile }: CommonOptions,
  { env, cwd }: Terminal,
): Pick<CountersignOptions, 'token'> {
  const file = tokenFile === undefined ? undefined : resolve(cwd, tokenFile);
  if (file !== undefined) return { token: () => readFileSync(file, 'utf8').trim() };
  const known = token ?? env['COUNTERSIGN_TOKEN'];
  return known === undefined || known === '' ? {} : { token: known };
}

export interface CauseOptions {
  readonly reason: string;
  readonly key?: string;
  readonly expect?: number;
  readonly propose?: boolean;
}

/** What every command that changes something asks for. */
export const withCause = (command: Command): Command =>
  command
    .requiredOption('--reason <text>', 'why; stands in the event')
    .option(
      '--key <key>',
      'an idempotency key of your own, to repeat this from another run (default: a new one)',
    )
    .option('--expect <revision>', 'refuse when what is changed has another revision', count);

/** Of a command that may loosen. */
export const withProposal = (command: Command): Command =>
  withCause(command).option('--propose', 'propose it as a change that a second person approves');

export const causeOf = ({ reason, key, expect }: CauseOptions) => ({
  reason,
  ...(key !== undefined && { idempotencyKey: key }),
  ...(expect !== undefined && { expectedRevision: expect }),
});

type Proposal = Inputs['changes']['propose']['change'];
type Cause = ReturnType<typeof causeOf>;

/** Makes the change, or proposes it where that was asked for. */
export async function change(
  call: Call<CauseOptions>,
  proposal: Proposal,
  make: (countersign: Countersign, cause: Cause) => Promise<{ readonly revision: number }>,
): Promise<void> {
  const cause = causeOf(call.options);
  if (call.options.propose === true) {
    const proposed = await call
      .countersign()
      .changes.propose.mutate({ change: proposal, ...cause }, call.signal);
    return call.show(proposed, changeText);
  }
  call.show(await make(call.countersign(), cause), revisionText);
}

export const revisionText = ({ revision }: { readonly revision: number }): string => `revision ${revision}\n`;

/** A whole number, as an option's value. */
export function count(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Without the members that were left out. */
export const given = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };
