/**
 * The secrets an edge holds while CoKeeps changes from one to the next. A request is opened with the secret that
 * decrypts it and answered with that same secret, because the other side may still know only that one. The previous
 * secret opens nothing from its date on; what was opened before may still be answered.
 *
 * The secrets can be replaced while requests are being answered. That is one step: every request is tried with the
 * secrets of before or with those of after, and is answered with the one that opened it, even if that one is no longer
 * in the ring. What a secret was used for is counted with the secret and not with its role, so the counts go with it
 * when it becomes the previous one; a secret that leaves the ring is forgotten.
 */
import { randomBytes } from 'node:crypto';
import { createPassphraseKey, type PassphraseKey } from './passphrase-key';
import { createSaltPool } from './salt-pool';
import { readBody } from './request-body';
import { tryKeys } from './trial';

export interface EnvelopeSecrets {
  readonly current: string;
  readonly previous?: {
    readonly secret: string;
    /** ms UTC; from this moment on the secret opens nothing. */
    readonly until: number;
  };
}

export type SecretRole = 'current' | 'previous';

export interface KeyringDeps extends EnvelopeSecrets {
  /** ms UTC. */
  readonly now: () => number;
  /** Told of every envelope that was opened, and by which secret. */
  readonly onOpened?: (role: SecretRole) => void;
}

/** Since the secret came into this ring; times in ms UTC. */
export interface Use {
  readonly loadedAt: number;
  readonly opened: number;
  readonly lastUsedAt: number | undefined;
}

export interface Usage {
  readonly current: Use;
  /** Also when its date has passed. */
  readonly previous?: Use & { readonly until: number };
}

export interface Opened {
  readonly text: string;
  /** Encrypts an answer with the secret that opened the request. Throws TypeError on ill-formed Unicode. */
  seal(text: string): string;
}

export interface OpenedJson extends Opened {
  readonly value: unknown;
}

export interface OpenedBody extends OpenedJson {
  /** As it came. */
  readonly ciphertext: string;
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
  /**
   * The JSON text in a request's body, `{"ciphertext": "…"}`. Throws EnvelopeError, and nothing else, on any input, and
   * costs as much for a body that is not JSON, or has no ciphertext, as for one of its length that has.
   */
  openBody(body: string): OpenedBody;
  /** Encrypts with the secret that is current at the time of the call: the answer to what could not be opened. */
  seal(text: string): string;
}

export interface ReplaceableKeyring extends Keyring {
  /** Throws as createKeyring does, and then nothing has changed. */
  replace(secrets: EnvelopeSecrets): void;
  usage(): Usage;
}

interface Held extends PassphraseKey, Pick<Opened, 'seal'> {
  readonly secret: string;
  readonly loadedAt: number;
  opened: number;
  lastUsedAt: number | undefined;
}

interface Ring {
  readonly newest: Held;
  readonly oldest: { readonly held: Held; readonly until: number } | undefined;
  readonly alone: readonly Held[];
  readonly both: readonly Held[];
}

/** Throws when a secret is empty or ill-formed, when both are the same, or when `until` is not a time. */
export const createKeyring = ({ now, onOpened, ...first }: KeyringDeps): ReplaceableKeyring => {
  const nextSalt = createSaltPool({ randomBytes });

  const hold = (secret: string): Held => {
    const key = createPassphraseKey(secret);
    const seal = (text: string) => key.encrypt(text, nextSalt());
    return { ...key, seal, secret, loadedAt: now(), opened: 0, lastUsedAt: undefined };
  };

  const ringOf = ({ current, previous }: EnvelopeSecrets, before: readonly Held[]): Ring => {
    if (previous !== undefined && previous.secret === current) {
      throw new TypeError('the previous envelope secret is the current one');
    }
    if (previous !== undefined && !Number.isFinite(previous.until)) {
      throw new TypeError('the previous envelope secret needs the time it ends, in ms UTC');
    }
    const held = (secret: string) => before.find((one) => one.secret === secret) ?? hold(secret);
    const newest = held(current);
    const oldest = previous && { held: held(previous.secret), until: previous.until };
    return { newest, oldest, alone: [newest], both: oldest ? [newest, oldest.held] : [newest] };
  };

  let ring = ringOf(first, []);
  const live = ({ oldest, both, alone }: Ring) => (oldest && now() < oldest.until ? both : alone);

  const used = (held: Held): Held['seal'] => {
    held.opened += 1;
    held.lastUsedAt = now();
    onOpened?.(held === ring.newest ? 'current' : 'previous');
    return held.seal;
  };

  return {
    open(ciphertext) {
      const { key, text } = tryKeys(live(ring), ciphertext, String);
      return { text, seal: used(key) };
    },
    openJson(ciphertext) {
      const { key, text, value } = tryKeys(live(ring), ciphertext, parseJson);
      return { text, value, seal: used(key) };
    },
    openBody(body) {
      const { ciphertext, json } = readBody(body);
      try {
        const { key, text, value } = tryKeys(live(ring), ciphertext, parseJson);
        return { text, value, ciphertext, seal: used(key) };
      } catch (error) {
        // What is not JSON has cost one exception more.
        if (json) readBody('');
        throw error;
      }
    },
    seal: (text) => ring.newest.seal(text),
    replace(secrets) {
      ring = ringOf(secrets, ring.both);
    },
    usage: () => ({
      current: useOf(ring.newest),
      ...(ring.oldest && { previous: { ...useOf(ring.oldest.held), until: ring.oldest.until } }),
    }),
  };
};

const useOf = ({ loadedAt, opened, lastUsedAt }: Held): Use => ({ loadedAt, opened, lastUsedAt });

const parseJson = (text: string): unknown => JSON.parse(text);
