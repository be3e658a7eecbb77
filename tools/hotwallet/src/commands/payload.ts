/** The plaintext of one call, from the options a person would give. Throws UsageError naming the option that lacks. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hashCredentials, sha256Hex } from '../credentials';
import { buildNotification, documentedNotification, type NotificationKind } from '../notifications';
import { reasonOf } from '../reason';
import { UsageError } from '../usage-error';
import type { Endpoint } from '../wallet';

export interface PayloadOptions {
  readonly username?: string;
  readonly password?: string;
  readonly hashedUsername?: string;
  readonly hashedPassword?: string;
  readonly machine?: string;
  readonly x?: string;
  readonly uid?: string;
  readonly reference?: string;
  readonly address?: string;
  readonly chain?: string;
  readonly id?: string;
  readonly signature?: string;
  /** Without a kind, only what the vendor documents is sent. */
  readonly kind?: NotificationKind;
  readonly amount?: string;
  /** The whole plaintext, sent as it stands, valid or not. */
  readonly json?: string;
  readonly file?: string;
}

/** `randomX` is used when no `x` is given. */
export const buildPayload = (
  endpoint: Endpoint,
  options: PayloadOptions,
  cwd: string,
  randomX: string,
): string => {
  if (options.json !== undefined) return options.json;
  if (options.file !== undefined) return readPayload(resolve(cwd, options.file));
  return JSON.stringify(fields(endpoint, options, options.x ?? randomX));
};

const fields = (endpoint: Endpoint, options: PayloadOptions, x: string): object => {
  switch (endpoint) {
    case 'user_verify':
      return { ...credentials(options), x };
    case 'machine_verify':
      return { machine_id: required(options.machine, endpoint, '--machine'), x };
    case 'read':
      return { uid: required(options.uid, endpoint, '--uid'), reference_id: options.reference };
    case 'update':
      return notification(options);
  }
};

const notification = (options: PayloadOptions): object => {
  const { kind, signature, id, reference, amount } = options;
  const subject = {
    uid: required(options.uid, 'update', '--uid (or --json, --file)'),
    address: required(options.address, 'update', '--address'),
    chainId: required(options.chain, 'update', '--chain'),
    signature,
    id,
  };
  if (kind !== undefined) return buildNotification(kind, { ...subject, reference, amount });
  for (const [option, value] of Object.entries({ reference, amount })) {
    if (value !== undefined) throw new UsageError(`update: --${option} needs --kind`);
  }
  return documentedNotification(subject);
};

const credentials = ({ username, password, hashedUsername, hashedPassword }: PayloadOptions): object => {
  if (username !== undefined && password !== undefined) return hashCredentials({ username, password });
  return {
    hashedUsername:
      hashedUsername ?? sha256Hex(required(username, 'user_verify', '--username or --hashed-username')),
    hashedPassword:
      hashedPassword ?? sha256Hex(required(password, 'user_verify', '--password or --hashed-password')),
  };
};

const required = (value: string | undefined, endpoint: Endpoint, option: string): string => {
  if (value === undefined) throw new UsageError(`${endpoint} needs ${option}`);
  return value;
};

const readPayload = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--file: cannot read ${file}: ${reasonOf(error).message}`);
  }
};
