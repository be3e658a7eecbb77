import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { createKeyring, type ReplaceableKeyring, type SecretRole } from '@countersign/envelope';
import type { Log } from '@countersign/runtime';
import {
  filesOf,
  InvalidKeyringFile,
  parseKeyringFile,
  parseReference,
  weaknessOf,
  type KeyringFile,
  type Secret,
} from '@countersign/secrets';

/**
 * Where the envelope's secrets come from: the settings, or the file of EDGE_KEYRING. Loading again takes effect at once
 * and as a whole, or not at all: whatever is wrong (a file that cannot be read, a secret that is too weak, twice the
 * same) is thrown, and what was loaded before stays in use.
 *
 * A file whose bytes are replaced in place can be read half written. Such a text is loaded as the secret that it is,
 * opens nothing, and is replaced as soon as the rest is there; a rename has no such moment.
 */
export interface SecretRing {
  readonly keyring: ReplaceableKeyring;
  /** The references that are in use, as configured. */
  references(): { readonly current: string; readonly previous?: string };
  /** What to watch for changes: of what is in use, and of what was last tried to be. */
  files(): readonly string[];
  load(): Promise<void>;
}

export interface SecretRingDeps {
  readonly config: {
    readonly EDGE_SECRET?: string | undefined;
    readonly EDGE_SECRET_PREVIOUS?: string | undefined;
    readonly EDGE_SECRET_PREVIOUS_UNTIL?: number | undefined;
    readonly EDGE_KEYRING?: string | undefined;
  };
  readonly resolve: (reference: string) => Promise<Secret>;
  readonly now: () => number; // ms UTC
  /** In which a weak secret is a warning, and others may write the keyring file. */
  readonly development: boolean;
  readonly log: Pick<Log, 'warn'>;
  readonly onOpened?: (role: SecretRole) => void;
}

/** Why the secrets cannot be used; names settings, files and references, never a value. */
export class SecretRingError extends Error {
  override readonly name = 'SecretRingError';
}

const MAX_FILE_BYTES = 64 * 1024;
const WRITABLE_BY_OTHERS = 0o022;

/** Resolves once the secrets are loaded. Rejects with InvalidReference, SecretError or SecretRingError. */
export async function createSecretRing(deps: SecretRingDeps): Promise<SecretRing> {
  const { config, resolve, now, development, log, onOpened } = deps;
  let tried: KeyringFile | undefined;

  async function read() {
    const file = await configured(config, development);
    tried = file;
    // A secret whose time is over is not asked for: it may have been destroyed.
    const previous = file.previous && file.previous.until > now() ? file.previous : undefined;
    const [current, before] = await Promise.all([
      resolve(file.current),
      previous && resolve(previous.reference),
    ]);
    const secrets = {
      current: strong(file.current, current),
      ...(previous &&
        before && { previous: { secret: strong(previous.reference, before), until: previous.until } }),
    };
    if (secrets.previous?.secret === secrets.current)
      throw new SecretRingError(
        `the previous secret (${previous?.reference}) is the current one (${file.current})`,
      );
    return { file: { current: file.current, ...(previous && { previous }) }, secrets };
  }

  function strong(reference: string, secret: Secret): string {
    const text = secret.reveal();
    const weakness = weaknessOf(text);
    if (weakness === undefined) return text;
    if (!development) throw new SecretRingError(`${reference}: ${weakness}`);
    log.warn({ reference, weakness }, 'a secret is too weak for anything but development');
    return text;
  }

  const first = await read();
  const keyring = createKeyring({ ...first.secrets, now, ...(onOpened && { onOpened }) });
  let used: KeyringFile = first.file;

  return {
    keyring,
    references: () => ({
      current: used.current,
      ...(used.previous && { previous: used.previous.reference }),
    }),
    files: () => [
      ...new Set([
        ...(config.EDGE_KEYRING === undefined ? [] : [config.EDGE_KEYRING]),
        ...filesIn(used),
        ...(tried ? filesIn(tried) : []),
      ]),
    ],
    async load() {
      const { file, secrets } = await read();
      keyring.replace(secrets);
      used = file;
    },
  };
}

const filesIn = ({ current, previous }: KeyringFile): string[] =>
  [current, ...(previous ? [previous.reference] : [])].flatMap((text) => [...filesOf(parseReference(text))]);

async function configured(config: SecretRingDeps['config'], development: boolean): Promise<KeyringFile> {
  const { EDGE_SECRET, EDGE_SECRET_PREVIOUS, EDGE_SECRET_PREVIOUS_UNTIL, EDGE_KEYRING } = config;
  if (EDGE_KEYRING !== undefined) return readKeyringFile(EDGE_KEYRING, development);
  if (EDGE_SECRET === undefined) throw new SecretRingError('EDGE_SECRET or EDGE_KEYRING is required');
  if (EDGE_SECRET_PREVIOUS === undefined) return { current: EDGE_SECRET };
  return {
    current: EDGE_SECRET,
    previous: { reference: EDGE_SECRET_PREVIOUS, until: EDGE_SECRET_PREVIOUS_UNTIL ?? 0 },
  };
}

async function readKeyringFile(path: string, development: boolean): Promise<KeyringFile> {
  const refuse = (reason: string) => new SecretRingError(`EDGE_KEYRING: ${path}: ${reason}`);
  let handle;
  try {
    // Non-blocking, so that a named pipe in the place of the file is refused instead of waited for.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    const { mode, size } = found;
    if (!found.isFile()) throw refuse('it is not a regular file');
    // Whoever can write it chooses the secret.
    if (!development && (mode & WRITABLE_BY_OTHERS) !== 0)
      throw refuse('others than its owner may write to it; run chmod go-w on it');
    if (size > MAX_FILE_BYTES) throw refuse(`it is larger than ${MAX_FILE_BYTES} bytes`);
    return parseKeyringFile(await handle.readFile('utf8'));
  } catch (error) {
    if (error instanceof InvalidKeyringFile) throw refuse(error.message);
    if (error instanceof SecretRingError) throw error;
    throw refuse(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  } finally {
    await handle?.close();
  }
}
