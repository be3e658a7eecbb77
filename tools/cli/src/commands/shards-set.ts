/** The shares that the arguments of a command lead to. */
import {
  parseReference,
  readShares,
  SecretError,
  type FoundShare,
  type LocationReference,
} from '@countersign/secrets';
import type { Call } from '../action';
import { UsageError } from '../usage-error';

export const WHAT = `
<what> is one shamir: reference, or for each share a path or an env:, file:, https: or vault: reference.`;

export interface ShareSet {
  /** What messages about the set begin with. */
  readonly name: string;
  readonly found: readonly FoundShare[];
  readonly missing: readonly string[];
  /** Whether what is missing may be missing: of a shamir: reference, whose locations are all there could be. */
  readonly tolerant: boolean;
}

/** Throws UsageError; SecretError where something is there that must not be used. */
export async function readSet(call: Call<object>, what: readonly string[]): Promise<ShareSet> {
  const [first = ''] = what;
  const reference = first.startsWith('shamir:') && what.length === 1 ? parseReference(first) : undefined;
  const locations =
    reference?.kind === 'shamir' ? reference.locations : what.map((one) => locationOf(call, one));
  const tolerant = reference !== undefined;
  const set = { name: 'shares', tolerant, ...(await readShares(locations, secretDeps(call))) };
  call.terminal.signal.throwIfAborted();
  if (reference?.kind === 'shamir') refuseOtherThreshold(set, reference.threshold);
  return set;
}

/** Every share that was asked for. Throws SecretError. */
export function whole({ name, found, missing }: ShareSet): readonly FoundShare[] {
  if (missing.length > 0) throw new SecretError(name, missing.join('; '), { unavailable: true });
  return found;
}

/** What there is of a reference, with a warning of what is missing; of anything else all of it. Throws SecretError. */
export function atHand({ terminal }: Pick<Call<object>, 'terminal'>, set: ShareSet): readonly FoundShare[] {
  if (!set.tolerant) return whole(set);
  for (const one of set.missing) terminal.err(`warning: ${one}\n`);
  return set.found;
}

export const secretDeps = ({ terminal: { env } }: Pick<Call<object>, 'terminal'>) => ({
  env,
  development: env['NODE_ENV'] === 'development',
});

export function locationOf({ path }: Pick<Call<object>, 'path'>, text: string): LocationReference {
  // Never repeated: it is what shares are kept apart for.
  if (/^csh\d+:/.test(text))
    throw new UsageError('that is a share itself; name the file or the place it is kept in');
  const parsed = parseReference(/^(env|file|https|vault|shamir):/.test(text) ? text : `file:${path(text)}`);
  if (parsed.kind === 'shamir')
    throw new UsageError('a shamir: reference stands alone: it names all the shares there are');
  return parsed;
}

function refuseOtherThreshold({ name, found }: ShareSet, threshold: number): void {
  const set = found.map(({ text }) => /^csh1:[^:]*:[^:]*:(\d+):/.exec(text)?.[1]);
  const other = found.filter((_, at) => set[at] !== undefined && set[at] !== String(threshold));
  if (other.length === 0) return;
  const at = other.map(({ location }) => location).join(', ');
  throw new SecretError(name, `the shares at ${at} were split with another threshold than ${threshold}`);
}
