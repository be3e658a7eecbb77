import { createHash } from 'node:crypto';

/**
 * The envelope carries no time and no number, so whoever recorded a request can send it again. CoKeeps may do so
 * itself: an `/update` that got no reply is tried up to three times more within five minutes. The shield tells the two
 * apart by age. Within the window a repetition is honest, and an `/update` gets the sealed reply it got before, without
 * asking the engine; any other path is answered anew, because a key may not be stored. After the window it is nobody
 * who should be answered, and on another path than its own it never is: else a recorded `/user_verify` could be made
 * to stand in the log as a notification, hashes and all.
 *
 * Only requests that opened are remembered, so to fill the memory takes the secret, or as many old recordings. What is
 * kept is a SHA-256 of the ciphertext, its path, its time and, of an `/update`, the sealed reply. An envelope has
 * one spelling (libs/envelope), so the same request cannot come in other characters.
 *
 * What it does not do. It is the memory of one process: forgotten at a restart, not shared between edges, gone after
 * `rememberMs`, and the oldest go first when more than `maxRemembered` came in that time. What is forgotten counts as
 * new, and then the engine's own rules hold: an `/update` is kept once by its content, a permit admits once. Nor does it
 * see an altered ciphertext that still opens: the envelope has no MAC.
 */
export interface ReplayShieldDeps {
  /** Age up to which a repetition is an honest one, ms. Must cover CoKeeps' five minutes of retries. */
  readonly windowMs: number;
  /** Age at which a request is forgotten, ms; longer than the window. */
  readonly rememberMs: number;
  readonly maxRemembered: number;
  /** ms; only differences count, so a clock that nobody can set is the better one. */
  readonly now: () => number;
}

export type Sighting =
  /** Not seen before, and remembered from here on. */
  | 'new'
  /** Within the window, on its own path. With the reply it had, when that was an answered `/update`. */
  | { readonly repeated: true; readonly reply?: string }
  /** Seen before, too long ago: to be refused, and somebody should look. */
  | 'late'
  /** Seen before on another path, which CoKeeps never does: the same. */
  | 'elsewhere';

export interface ReplayShield {
  /** For a request that has opened. The age counts from the first sight, however often it comes. */
  look(path: string, ciphertext: string): Sighting;
  /** After a successful answer. Keeps the sealed reply of an `/update`, and of nothing else. */
  answered(path: string, ciphertext: string, reply: string): void;
  /** How many requests are remembered, those included that are due to be forgotten. */
  readonly remembered: () => number;
}

const KEEPS_ITS_REPLY = '/update';

interface Seen {
  readonly path: string;
  readonly at: number;
  reply?: string;
}

export function createReplayShield(deps: ReplayShieldDeps): ReplayShield {
  const { windowMs, rememberMs, maxRemembered, now } = deps;
  if (!(windowMs < rememberMs))
    throw new RangeError('a request must be remembered for longer than the window');
  if (!(maxRemembered >= 1)) throw new RangeError('there must be room for one request at least');
  const seen = new Map<string, Seen>();
  /**
   * The keys in the order of first sight, which is the order of forgetting; a ring. The map has that order too, but a
   * map whose first entries are deleted walks over what was there to find the new first.
   */
  const ring: string[] = [];
  let oldest = 0;

  function forgetOldest(): void {
    seen.delete(ring[oldest] ?? '');
    oldest = (oldest + 1) % maxRemembered;
  }

  function forgetOld(at: number): void {
    for (;;) {
      const entry = seen.get(ring[oldest] ?? '');
      if (entry === undefined || at - entry.at < rememberMs) return;
      forgetOldest();
    }
  }

  function remember(key: string, entry: Seen): void {
    if (seen.size === maxRemembered) forgetOldest();
    ring[(oldest + seen.size) % maxRemembered] = key;
    seen.set(key, entry);
  }

  return {
    look(path, ciphertext) {
      const at = now();
      forgetOld(at);
      const key = digest(ciphertext);
      const before = seen.get(key);
      if (before === undefined) {
        remember(key, { path, at });
        return 'new';
      }
      if (before.path !== path) return 'elsewhere';
      if (at - before.at > windowMs) return 'late';
      return { repeated: true, ...(before.reply !== undefined && { reply: before.reply }) };
    },
    answered(path, ciphertext, reply) {
      if (path !== KEEPS_ITS_REPLY) return;
      const entry = seen.get(digest(ciphertext));
      if (entry?.path === path) entry.reply = reply;
    },
    remembered: () => seen.size,
  };
}

/** 32 characters of one byte each. */
const digest = (ciphertext: string): string =>
  createHash('sha256').update(ciphertext).digest().toString('latin1');
