import { z } from 'zod';

/**
 * Configuration comes from the environment, is parsed once, strictly, and every mistake is reported together. A value
 * is never repeated in a message: it may be a secret that was put in the wrong place.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly mistakes: readonly string[]) {
    super(
      `the configuration has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((m) => `  ${m}`).join('\n')}`,
    );
  }
}

export interface ConfigSpec<Shape extends z.ZodRawShape> {
  /** Every variable that starts with it must be known, so that a misspelt name is an error and not a default. */
  readonly prefix: string;
  readonly shape: Shape;
  /** Rules over several variables: returns a line a mistake. */
  readonly check?: (
    config: z.output<z.ZodObject<Shape>>,
    environment: { development: boolean },
  ) => readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type Config<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>> & {
  readonly development: boolean;
};

/** Throws ConfigError. An empty value counts as not set. */
export function readConfig<Shape extends z.ZodRawShape>(
  spec: ConfigSpec<Shape>,
  environment: Environment,
): Config<Shape> {
  const names = Object.keys(spec.shape);
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const mistakes = set
    .map(([name]) => name)
    .filter((name) => name.startsWith(spec.prefix) && !names.includes(name))
    .map(
      (name) =>
        `${name}: is not known; known are ${names.filter((n) => n.startsWith(spec.prefix)).join(', ')}`,
    );
  const development = environment.NODE_ENV === 'development';
  const result = z
    .object(spec.shape)
    .safeParse(Object.fromEntries(set.filter(([name]) => names.includes(name))));
  if (!result.success) {
    for (const issue of result.error.issues) mistakes.push(`${issue.path.join('.')}: ${messageOf(issue)}`);
    throw new ConfigError(mistakes);
  }
  mistakes.push(...(spec.check?.(result.data, { development }) ?? []));
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return { ...result.data, development };
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'is required' : issue.message;

const HOST_PORT = /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})$/;

/** `host:port`; to listen on port 0 means any free one. */
export const hostPort = z
  .string()
  .refine((text) => Number(HOST_PORT.exec(text)?.[1] ?? Infinity) <= 65_535, 'must be host:port');

/** `host:port`, for a socket that node listens on. */
export const listenAddress = hostPort.transform((text) => {
  const at = text.lastIndexOf(':');
  return { host: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) };
});

/** A whole number in a range. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

/** A list separated by commas; blanks around its items are dropped. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);
