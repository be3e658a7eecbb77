/**
 * What the parsers may do with a text is closed: a reference or a keyring file is read and written back the same, or
 * refused without repeating it; shares give a secret that was really split, or an error of the known kinds that holds
 * nothing of them.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  InvalidKeyringFile,
  InvalidReference,
  SecretError,
  ShareError,
  shareErrorCodes,
  type KeyringFile,
  type Reference,
  type Secret,
} from '@countersign/secrets';

/** What is tried. The tests put something broken in its place. */
export interface ShareParsers {
  parseReference(text: string): Reference;
  formatReference(reference: Reference): string;
  parseKeyringFile(text: string): KeyringFile;
  formatKeyringFile(file: KeyringFile): string;
  weaknessOf(text: string): string | undefined;
  combine(texts: readonly string[]): Buffer;
  drill(texts: readonly string[]): { readonly subsets: number };
  reshare(
    texts: readonly string[],
    options: { readonly threshold: number; readonly shares: number },
  ): readonly string[];
  resolveSecret(
    reference: string,
    deps: {
      readonly env: Readonly<Record<string, string | undefined>>;
      readonly development: boolean;
      readonly report: (message: string) => void;
    },
  ): Promise<Secret>;
}

export type Judgement = { readonly answer: string } | { readonly problem: string };

export interface ShareOracle {
  reference(text: string): Judgement;
  keyring(text: string): Judgement;
  weakness(text: string): Judgement;
  combine(texts: readonly string[]): Judgement;
  /** As a shamir reference with this threshold to variables that hold the texts. */
  resolve(threshold: string, texts: readonly string[]): Promise<Judgement>;
}

/** Long enough to be a part of what was given and of nothing else. */
const PART = 24;
/** Characters: a drill of more takes a tenth of a second. */
const MOST_DRILLED = 1_500;

export const createShareOracle = (parsers: ShareParsers, secrets: ReadonlySet<string>): ShareOracle => ({
  reference(text) {
    try {
      const parsed = parsers.parseReference(text);
      const written = parsers.formatReference(parsed);
      if (written !== text) return { problem: 'a reference is written otherwise than it was read' };
      if (!isDeepStrictEqual(parsers.parseReference(written), parsed))
        return { problem: 'a reference is not read the same twice' };
      return { answer: `reference: ${parsed.kind}` };
    } catch (error) {
      if (!(error instanceof InvalidReference)) return unexpected(error);
      return silentAbout(
        [text],
        error.message,
        'a refused reference is repeated in the message',
        'reference: refused',
      );
    }
  },

  keyring(text) {
    try {
      const parsed = parsers.parseKeyringFile(text);
      const same = isDeepStrictEqual(parsers.parseKeyringFile(parsers.formatKeyringFile(parsed)), parsed);
      return same
        ? { answer: 'keyring: read' }
        : { problem: 'a keyring file is written otherwise than it was read' };
    } catch (error) {
      if (!(error instanceof InvalidKeyringFile)) return unexpected(error);
      return silentAbout(
        [text],
        error.message,
        'a refused keyring file is repeated in the message',
        'keyring: refused',
      );
    }
  },

  weakness(text) {
    try {
      const sentence = parsers.weaknessOf(text);
      if (sentence === undefined) return { answer: 'weakness: none' };
      return silentAbout([text], sentence, 'a weak secret is repeated in the sentence', 'weakness: told');
    } catch (error) {
      return unexpected(error);
    }
  },

  combine(texts) {
    try {
      const secret = parsers.combine(texts).toString('utf8');
      if (!secrets.has(secret)) return { problem: 'shares gave a secret that nobody split' };
      if (texts.join('').length > MOST_DRILLED) return { answer: 'combine: secret' };
      if (parsers.drill(texts).subsets < 1) return { problem: 'a drill counts no set where there is one' };
      const anew = parsers.reshare(texts, { threshold: 2, shares: 2 });
      if (parsers.combine(anew).toString('utf8') !== secret)
        return { problem: 'new shares give another secret' };
      return { answer: 'combine: secret' };
    } catch (error) {
      if (!(error instanceof ShareError)) return unexpected(error);
      const { code, positions, message } = error;
      const ascending = positions.every(
        (at, n) => at >= 0 && at < texts.length && at > (positions[n - 1] ?? -1),
      );
      if (!shareErrorCodes.includes(code) || !ascending) return { problem: 'a share error points nowhere' };
      return silentAbout(texts, message, 'a share error holds a part of a share', `combine: ${code}`);
    }
  },

  async resolve(threshold, texts) {
    const names = texts.map((_, at) => `S${at}`);
    const env = Object.fromEntries(names.map((name, at) => [name, texts[at]]));
    const from = `shamir:${threshold}:${names.map((name) => `env:${name}`).join(',')}`;
    const told: string[] = [];
    try {
      const deps = { env, development: false, report: (line: string) => void told.push(line) };
      const secret = (await parsers.resolveSecret(from, deps)).reveal();
      if (!secrets.has(secret)) return { problem: 'a reference gave a secret that nobody split' };
      return silentAbout(texts, told.join('\n'), 'a report holds a part of a share', 'resolve: secret');
    } catch (error) {
      if (error instanceof InvalidReference) return { answer: 'resolve: refused' };
      if (!(error instanceof SecretError)) return unexpected(error);
      return silentAbout(texts, error.message, 'a secret error holds a part of a share', 'resolve: error');
    }
  },
});

const silentAbout = (
  texts: readonly string[],
  message: string,
  problem: string,
  answer: string,
): Judgement => {
  for (const text of texts) {
    for (let at = 0; at + PART <= text.length; at += PART) {
      if (message.includes(text.slice(at, at + PART))) return { problem };
    }
  }
  return { answer };
};

const unexpected = (error: unknown): Judgement => ({
  problem: error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : `threw ${typeof error}`,
});
