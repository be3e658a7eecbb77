/**
 * The secrets an edge holds while CoKeeps changes from one to the next. A request is opened with the secret that
 * decrypts it and answered with that same secret, because the other side may still know only that one. The previous
 * secret opens nothing from its date on; what was opened before may still be answered.
 */
import { randomBytes } from 'node:crypto';
import { createPassphraseKey, type PassphraseKey } from './passphrase-key';
import { createSaltPool } from './salt-pool';
import { tryKeys } from './trial';

export interface KeyringDeps {
  readonly current: string;
  readonly previous?: {
    readonly secret: string;
    /** ms UTC; from this moment on the secret opens nothing. */
    readonly until: number;
  };
  /** ms UTC. */
  readonly now: () => number;
}

export interface Opened {
  readonly text: string;
  /** Encrypts an answer with the secret that opened the request. Throws TypeError on ill-formed Unicode. */
  seal(text: string): string;
}

export interface OpenedJson extends Opened {
  readonly value: unknown;
}

export interface Keyring {
  /**
   * Any text. With two live secrets a short text may, rarely, be opened by the wrong one, whose padding fits about once
   * in 256 tries and whose garbage may even be UTF-8. Requests are JSON: use `openJson`. Throws EnvelopeError, and
   * nothing else, on any input.
   */
  open(ciphertext: unknown): Opened;
  /** A JSON text (RFC 8259, no byte order mark). Throws EnvelopeError, and nothing else, on any input. */
  openJson(ciphertext: unknown): OpenedJson;
  /** Encrypts with the current secret: the answer to a request that could not be opened. */
  seal(text: string): string;
}

/** Throws when a secret is empty or ill-formed, when both are the same, or when `until` is not a time. */
export const createKeyring = ({ current, previous, now }: KeyringDeps): Keyring => {
  if (previous !== undefined && previous.secret === current) {
    throw new TypeError('the previous envelope secret is the current one');
  }
  if (previous !== undefined && !Number.isFinite(previous.until)) {
    throw new TypeError('the previous envelope secret needs the time it ends, in ms UTC');
  }
  const nextSalt = createSaltPool({ randomBytes });
  const sealing = (secret: string): PassphraseKey & Pick<Opened, 'seal'> => {
    const key = createPassphraseKey(secret);
    return { ...key, seal: (text) => key.encrypt(text, nextSalt()) };
  };
  const newest = sealing(current);
  const oldest = previous && { key: sealing(previous.secret), until: previous.until };
  const alone = [newest];
  const both = oldest ? [newest, oldest.key] : alone;
  const live = () => (oldest && now() < oldest.until ? both : alone);

  return {
    open(ciphertext) {
      const { key, text } = tryKeys(live(), ciphertext, String);
      return { text, seal: key.seal };
    },
    openJson(ciphertext) {
      const { key, text, value } = tryKeys(live(), ciphertext, parseJson);
      return { text, value, seal: key.seal };
    },
    seal: newest.seal,
  };
};

const parseJson = (text: string): unknown => JSON.parse(text);
