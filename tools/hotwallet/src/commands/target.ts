/**
 * Which backend, and with which secret: from the options, else the environment, else the fixtures file. What is
 * missing or unreadable is a UsageError that says how to give it; a secret never appears in a message.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { TlsFiles } from '../connection';
import { defaultFixturesFile, loadFixtures, type Fixtures } from '../fixtures';
import type { Terminal } from '../terminal';
import { reasonOf } from '../reason';
import { UsageError } from '../usage-error';

export interface TargetOptions {
  readonly url?: string;
  readonly secret?: string;
  readonly secretFile?: string;
  readonly fixtures?: string;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly timeout?: number;
}

export interface Target extends TlsFiles {
  readonly url: string;
  readonly secret: string;
  readonly fixtures: Fixtures;
}

export const addTargetOptions = (command: Command): Command =>
  command
    .option('--url <url>', 'where the four endpoints are (HOTWALLET_URL, else the fixtures file)')
    .option(
      '--secret <text>',
      'the shared AES secret (HOTWALLET_SECRET, else the fixtures file); others can see it in the process list',
    )
    .addOption(new Option('--secret-file <file>', 'a file that holds the secret').conflicts('secret'))
    .option(
      '--fixtures <file>',
      `users, machines and permits of the backend (default: ${defaultFixturesFile} if it exists)`,
    )
    .option('--ca <file>', 'PEM: authorities to trust for HTTPS')
    .option('--cert <file>', 'PEM: client certificate')
    .option('--key <file>', 'PEM: key of the client certificate')
    .option('--timeout <ms>', 'give up on an answer after this long (default: 5000)', positiveNumber);

export const resolveTarget = (options: TargetOptions, terminal: Pick<Terminal, 'env' | 'cwd'>): Target => {
  const read = (file: string, what: string): string => readText(resolve(terminal.cwd, file), what);
  const fixtures = loadFixtures(options.fixtures, terminal.cwd);
  if ((options.cert === undefined) !== (options.key === undefined)) {
    throw new UsageError('--cert and --key go together');
  }
  return {
    url: usableUrl(options.url ?? terminal.env.HOTWALLET_URL ?? fixtures.url),
    secret: usableSecret(secretText(options, terminal.env.HOTWALLET_SECRET, fixtures.secretFile, read)),
    fixtures,
    ...(options.ca === undefined ? {} : { ca: read(options.ca, '--ca') }),
    ...(options.cert === undefined ? {} : { cert: read(options.cert, '--cert') }),
    ...(options.key === undefined ? {} : { key: read(options.key, '--key') }),
  };
};

/** For options that count something; commander shows the message. */
export const positiveNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new UsageError(`${text} is not a positive whole number`);
  return value;
};

const secretText = (
  options: TargetOptions,
  fromEnvironment: string | undefined,
  fromFixtures: string | undefined,
  read: (file: string, what: string) => string,
): string | undefined => {
  if (options.secret !== undefined) return options.secret;
  if (options.secretFile !== undefined) return withoutNewline(read(options.secretFile, '--secret-file'));
  if (fromEnvironment !== undefined) return fromEnvironment;
  return fromFixtures === undefined
    ? undefined
    : withoutNewline(read(fromFixtures, 'secretFile of the fixtures'));
};

const withoutNewline = (text: string): string => text.replace(/\r?\n$/, '');

const usableSecret = (secret: string | undefined): string => {
  if (secret === undefined || secret === '') {
    throw new UsageError(
      'no secret: give --secret-file, --secret, HOTWALLET_SECRET or a fixtures file with secretFile',
    );
  }
  return secret;
};

const usableUrl = (url: string | undefined): string => {
  if (url === undefined || url === '') {
    throw new UsageError('no URL: give --url, HOTWALLET_URL or a fixtures file with url');
  }
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) throw new UsageError(`${url} is not an http(s) URL`);
  return url;
};

const readText = (file: string, what: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${what}: cannot read ${file}: ${reasonOf(error).message}`);
  }
};
