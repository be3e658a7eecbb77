/**
 * The parsers that run before anything else does, in this process: references, shares, and putting shares together. What
 * they may do is closed: a reference is read and written back the same, or refused in one sentence that does not repeat
 * it; shares give a secret that was really split, or an error of the known kinds that holds nothing of them.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  InvalidReference,
  SecretError,
  ShareError,
  shareErrorCodes,
  type Reference,
  type Secret,
} from '@countersign/secrets';
import { createTally } from '../tally';
import type { Input, Target } from '../target';
import { createWatchdog } from '../watchdog';
import { createShareInputs, type ShareSeeds } from './share-inputs';

/** What is tried. The tests put something broken in its place. */
export interface ShareParsers {
  parseReference(text: string): Reference;
  formatReference(reference: Reference): string;
  combine(texts: readonly string[]): Buffer;
  resolveSecret(
    reference: string,
    deps: {
      readonly env: Readonly<Record<string, string | undefined>>;
      readonly development: boolean;
      readonly report: (message: string) => void;
    },
  ): Promise<Secret>;
}

const LIMIT_MS = 5_000;
/** Watched together. */
const BATCH = 256;
/** Long enough to be a part of a share and of nothing else. */
const PART = 24;

export const createShareTarget = (parsers: ShareParsers, seeds: ShareSeeds): Target => {
  const tally = createTally();
  const watched = createWatchdog(LIMIT_MS);
  const secrets = new Set(seeds.sets.map(({ secret }) => secret));

  const answered = (what: string): undefined => {
    tally.add(what);
    return undefined;
  };

  const leak = (message: string, texts: readonly string[]): boolean =>
    texts.some((text) => {
      for (let at = 0; at + PART <= text.length; at += PART) {
        if (message.includes(text.slice(at, at + PART))) return true;
      }
      return false;
    });

  const reference = (text: string): string | undefined => {
    try {
      const parsed = parsers.parseReference(text);
      const written = parsers.formatReference(parsed);
      if (written !== text) return 'a reference is written otherwise than it was read';
      if (!isDeepStrictEqual(parsers.parseReference(written), parsed))
        return 'a reference is not read the same twice';
      return answered(`reference: ${parsed.kind}`);
    } catch (error) {
      if (!(error instanceof InvalidReference)) return unexpected(error);
      if (leak(error.message, [text])) return 'a refused reference is repeated in the message';
      return answered('reference: refused');
    }
  };

  const combine = (texts: readonly string[]): string | undefined => {
    try {
      const secret = parsers.combine(texts).toString('utf8');
      return secrets.has(secret) ? answered('combine: secret') : 'shares gave a secret that nobody split';
    } catch (error) {
      if (!(error instanceof ShareError)) return unexpected(error);
      const { code, positions, message } = error;
      const ascending = positions.every(
        (at, n) => at >= 0 && at < texts.length && at > (positions[n - 1] ?? -1),
      );
      if (!shareErrorCodes.includes(code) || !ascending) return 'a share error points nowhere';
      if (leak(message, texts)) return 'a share error holds a part of a share';
      return answered(`combine: ${code}`);
    }
  };

  const resolve = async ([threshold = '', ...texts]: readonly string[]): Promise<string | undefined> => {
    const names = texts.map((_, at) => `S${at}`);
    const env = Object.fromEntries(names.map((name, at) => [name, texts[at]]));
    const from = `shamir:${threshold}:${names.map((name) => `env:${name}`).join(',')}`;
    const told: string[] = [];
    try {
      const deps = { env, development: false, report: (line: string) => void told.push(line) };
      const secret = (await parsers.resolveSecret(from, deps)).reveal();
      if (!secrets.has(secret)) return 'a reference gave a secret that nobody split';
      return leak(told.join('\n'), texts) ? 'a report holds a part of a share' : answered('resolve: secret');
    } catch (error) {
      if (error instanceof InvalidReference) return answered('resolve: refused');
      if (!(error instanceof SecretError)) return unexpected(error);
      return leak(error.message, texts)
        ? 'a secret error holds a part of a share'
        : answered('resolve: error');
    }
  };

  const check = async ({ kind, bytes }: Input): Promise<string | undefined> => {
    const text = bytes.toString('utf8');
    if (kind === 'resolve') return resolve(text.split('\n'));
    const answer = await watched(() => (kind === 'reference' ? reference(text) : combine(text.split('\n'))));
    return answer === 'too slow' ? `no end within ${LIMIT_MS} ms` : answer;
  };

  return {
    name: 'shares',
    width: BATCH,
    make: createShareInputs(seeds),
    check,
    inspect: async () => [],
    answers: tally.counts,
  };
};

const unexpected = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : `threw ${typeof error}`;
