import { pino } from 'pino';

/**
 * JSON logs, one line an event, redacted by name wherever a forbidden name appears up to three levels deep. Redaction
 * is the second line of defence: the first is that nobody passes these values to a log at all.
 */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Log;
}

export const forbiddenNames = [
  'x',
  'key',
  'secret',
  'salt',
  'pepper',
  'password',
  'hashedPassword',
  'hashed_password',
  'hashedUsername',
  'hashed_username',
  'plaintext',
  'payload',
  'ciphertext',
  'credentials',
  'authorization',
] as const;

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

const redacted = ['', '*.', '*.*.'].flatMap((depth) => forbiddenNames.map((name) => `${depth}${name}`));

export interface LogOptions {
  readonly process: string;
  readonly level: LogLevel;
  /** Where lines go; standard output when absent. */
  readonly destination?: { write(line: string): void };
}

export function createLog({ process: name, level, destination }: LogOptions): Log {
  const options = {
    level,
    base: { process: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted, censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
