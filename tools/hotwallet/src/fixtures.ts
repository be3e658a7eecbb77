/**
 * What a backend must have prepared before it can be judged: users, machines and permits that really exist in it.
 * Everything is optional, because any backend may be judged; a check that lacks its fixture is reported as NOT RUN.
 * `npm start` writes the file for Countersign.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { reasonOf } from './reason';
import { UsageError } from './usage-error';

const person = z.object({ username: z.string(), password: z.string(), uid: z.string() });
const machine = z.object({ id: z.string() });
const decimal = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, 'must be a plain decimal string');

export const fixturesShape = z.object({
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** A file that holds the shared AES secret, relative to this file. */
  secretFile: z.string().optional(),
  user: person.optional(),
  otherUser: person.optional(),
  /** `reference`: a live permit registered before the freeze, which shows that the freeze beats it. */
  frozenUser: person.extend({ reference: z.string().optional() }).optional(),
  suspendedUser: person.optional(),
  machine: machine.optional(),
  suspendedMachine: machine.optional(),
  /** Every chain the backend has enabled. */
  chains: z.array(z.string()).min(1).optional(),
  /** A live permit of `user`. */
  permit: z
    .object({
      reference: z.string(),
      uid: z.string(),
      chainId: z.string(),
      amount: decimal,
      address: z.string(),
    })
    .optional(),
  /** A live permit of `otherUser`; `uid` is the owner's. */
  foreignPermit: z.object({ reference: z.string(), uid: z.string() }).optional(),
  /** A permit whose time is over; `uid` is its owner's. */
  expiredPermit: z.object({ reference: z.string(), uid: z.string() }).optional(),
});

export type Fixtures = z.infer<typeof fixturesShape>;

export const defaultFixturesFile = '.data/fixtures.json';

/**
 * The fixtures in `file`, or in the default file when none is named and it exists, or none at all.
 * `secretFile` comes back absolute. Throws UsageError when the file cannot be read or has another shape.
 */
export const loadFixtures = (file: string | undefined, cwd: string): Fixtures => {
  const path = resolve(cwd, file ?? defaultFixturesFile);
  if (file === undefined && !existsSync(path)) return {};
  const parsed = fixturesShape.safeParse(parse(path));
  if (!parsed.success) throw new UsageError(`${path}: ${z.prettifyError(parsed.error)}`);
  const { secretFile } = parsed.data;
  return secretFile === undefined
    ? parsed.data
    : { ...parsed.data, secretFile: resolve(dirname(path), secretFile) };
};

const parse = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new UsageError(`${path} cannot be read as JSON: ${reasonOf(error).message}`);
  }
};
