/**
 * The issuer's public keys (a JWKS), from a file or from a URL, as they are now: a file is looked at again a second
 * later, so a key that was taken out of it stops working, and a key id that is not known makes the URL be asked again,
 * at most once in the cooldown. While the keys cannot be had no token is believed.
 */
import { readFile } from 'node:fs/promises';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

export interface KeySet {
  /** Throws KeysUnavailable; what else it throws is about the token. */
  readonly find: JWTVerifyGetKey;
}

export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

const FILE_FRESH_MS = 1_000;

export function createFileKeySet({ path, now }: { path: string; now: () => number }): KeySet {
  let text: string | undefined;
  let keys: JWTVerifyGetKey | undefined;
  let readAt = -Infinity;
  let reading: Promise<JWTVerifyGetKey> | undefined;

  async function read(): Promise<JWTVerifyGetKey> {
    const found = await readFile(path, 'utf8');
    if (keys === undefined || found !== text) {
      keys = createLocalJWKSet(JSON.parse(found) as JSONWebKeySet);
      text = found;
    }
    readAt = now();
    return keys;
  }

  /** Several tokens at once wait for one reading. */
  const current = async (): Promise<JWTVerifyGetKey> => {
    if (keys !== undefined && now() - readAt < FILE_FRESH_MS) return keys;
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  };

  return {
    find: async (header, token) => {
      const found = await current().catch((cause: unknown) => {
        keys = undefined;
        throw new KeysUnavailable('the key set cannot be read', { cause });
      });
      return found(header, token);
    },
  };
}

export interface RemoteKeySetDeps {
  readonly url: URL;
  /** Between two questions because of a key id that is not known. */
  readonly cooldownMs: number;
  /** How long keys are believed without asking again. */
  readonly maxAgeMs: number;
  readonly timeoutMs: number;
}

export function createRemoteKeySet({ url, cooldownMs, maxAgeMs, timeoutMs }: RemoteKeySetDeps): KeySet {
  const keys = createRemoteJWKSet(url, {
    cooldownDuration: cooldownMs,
    cacheMaxAge: maxAgeMs,
    timeoutDuration: timeoutMs,
  });
  return {
    find: async (header, token) => {
      try {
        return await keys(header, token);
      } catch (cause) {
        if (aboutTheToken(cause)) throw cause;
        throw new KeysUnavailable('the key set cannot be fetched', { cause });
      }
    },
  };
}

const aboutTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;
