import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from './network';
import { createRecent } from './recent';

/**
 * Slows down who guesses a password, without handing him a way to lock out its owner. Counted for each pair of source
 * (an IPv6 /64 is one) and username, so that a flood from one address does nothing to the same user at another; an
 * unknown username is counted as a known one is. A locked attempt is refused as a wrong password is, and at once: that it
 * was fast tells only that this source has failed here before, which it knows.
 *
 * Only different wrong passwords count: a device that goes on sending an old one locks nobody. The first `free` cost
 * nothing; each further one locks for 1 s, 2 s, 4 s … up to `lockMs`. While locked nothing is asked and nothing counts,
 * so who goes on does not make it longer. After four times `lockMs` without a new failure all is forgotten.
 * Guesses on their way count as if they had failed, and after the free ones there is one at a time; otherwise a hundred
 * sent together at the end of a lock would all be tried.
 *
 * CoKeeps asks for everybody from the same few addresses, so whoever can make it ask could lock whom he likes. Hence a
 * lock lets through the password that succeeded last from this source. That is a comparison, and could be used to
 * guess: so there is at most one in a second and, of those that do not match, 30 in an hour. With the defaults a guesser
 * has at most 10 + 13 + 60 tries in any hour (free ones, one after each lock, and two of those thirties), within the 100
 * of OWASP's ASVS 4.0.3, 2.2.1. Nothing but the password tells the owner from a guesser, so no rule can do both: who
 * makes CoKeeps send another wrong password every two minutes, for as long as he likes, does keep the owner out, though
 * nobody else, and it shows as a count of locked logins.
 * A login with that known password does not clear the failures, or each one would give the guesser his free tries anew; a
 * success with another, as the first after a start or a reset, does.
 *
 * In the memory of this process: each edge counts for itself, and a restart forgets. Kept are HMACs under a key of this
 * process. At most 20,000 pairs that have used up half of what is free and 20,000 that have not, apart, so that made-up
 * usernames cannot push one of the former out before each of them has failed half as often, at the price of a hash of
 * the engine each: 100,000 of them, eight minutes at 200 in a second, for ten more tries, which is where the bound above
 * ends. And 50,000 known passwords, of those who logged in last.
 */
export interface FailedLogins {
  /** An attempt that may be made, to be ended exactly once; undefined while locked. Both hashes in lower case. */
  begin(source: string, hashedUsername: string, hashedPassword: string): LoginAttempt | undefined;
}

export interface LoginAttempt {
  /** `undecided` when nobody said whether the password is right: no answer in time, no place, a caller that left. */
  ended(how: 'succeeded' | 'failed' | 'undecided'): void;
}

export interface FailedLoginsDeps {
  /** Different wrong passwords without consequence. */
  readonly free: number;
  /** The longest lock. */
  readonly lockMs: number;
  readonly now: () => number; // ms; only differences count, so a clock that nobody can set is the better one
  /** 20,000 unless a test wants to fill it. */
  readonly maxPairs?: number;
}

interface Failures {
  /** Different wrong passwords so far. */
  count: number;
  lastAt: number;
  lockedUntil: number;
  /** Those of them that count no more: the most recent. */
  readonly wrong: Set<string>;
  /** Guesses on their way, each with how many times. */
  readonly trying: Map<string, number>;
  comparedAt: number;
  mismatches: number;
  mismatchesSince: number;
}

const FIRST_LOCK_MS = 1_000;
const COMPARISON_EVERY_MS = 1_000;
const MISMATCHES_PER_HOUR = 30;
const HOUR_MS = 3_600_000;
const WRONG_REMEMBERED = 16;

export function createFailedLogins({ free, lockMs, now, maxPairs = 20_000 }: FailedLoginsDeps): FailedLogins {
  const key = randomBytes(32);
  const unlocked = createRecent<Failures>(maxPairs);
  const locked = createRecent<Failures>(maxPairs);
  const known = createRecent<string>(50_000);
  const digest = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

  function failuresOf(pair: string, at: number): Failures {
    const failures = locked.get(pair) ?? unlocked.get(pair);
    if (failures !== undefined && (failures.trying.size > 0 || at - failures.lastAt <= 4 * lockMs)) {
      return failures;
    }
    locked.delete(pair);
    const fresh = noFailures(at);
    unlocked.set(pair, fresh);
    return fresh;
  }

  function isOpen(failures: Failures, guess: string, at: number): boolean {
    if (at < failures.lockedUntil) return false;
    if (failures.wrong.has(guess) || failures.trying.has(guess)) return true;
    return failures.trying.size === 0 || failures.count + failures.trying.size < free;
  }

  /** One comparison with the password that succeeded last, if there may be one. */
  function isKnown(failures: Failures, pair: string, guess: string, at: number): boolean {
    const password = known.get(pair);
    if (password === undefined || failures.wrong.has(guess)) return false;
    if (at - failures.comparedAt < COMPARISON_EVERY_MS) return false;
    if (at - failures.mismatchesSince >= HOUR_MS) {
      failures.mismatches = 0;
      failures.mismatchesSince = at;
    }
    if (failures.mismatches >= MISMATCHES_PER_HOUR) return false;
    failures.comparedAt = at;
    if (password === guess) return true;
    failures.mismatches += 1;
    return false;
  }

  function failed(failures: Failures, pair: string, guess: string): void {
    if (known.get(pair) === guess) known.delete(pair);
    if (failures.wrong.has(guess)) return;
    failures.wrong.add(guess);
    for (const oldest of failures.wrong) {
      if (failures.wrong.size > WRONG_REMEMBERED) failures.wrong.delete(oldest);
    }
    failures.count += 1;
    failures.lastAt = now();
    if (failures.count * 2 <= free) return unlocked.set(pair, failures);
    unlocked.delete(pair);
    locked.set(pair, failures);
    if (failures.count <= free) return;
    failures.lockedUntil = now() + Math.min(lockMs, FIRST_LOCK_MS * 2 ** (failures.count - free - 1));
  }

  function succeeded(failures: Failures, pair: string, guess: string): void {
    const usual = known.get(pair) === guess;
    known.set(pair, guess);
    failures.wrong.delete(guess);
    if (usual) return;
    failures.count = 0;
    failures.lockedUntil = 0;
    locked.delete(pair);
    unlocked.set(pair, failures);
  }

  return {
    begin(source, hashedUsername, hashedPassword) {
      const at = now();
      const whose = `${networkOf(source)}\0${hashedUsername}`;
      const pair = digest(whose);
      const guess = digest(`${whose}\0${hashedPassword}`);
      const failures = failuresOf(pair, at);
      if (!isOpen(failures, guess, at) && !isKnown(failures, pair, guess, at)) return undefined;
      const { trying } = failures;
      trying.set(guess, (trying.get(guess) ?? 0) + 1);
      let ended = false;
      return {
        ended(how) {
          if (ended) return;
          ended = true;
          const others = (trying.get(guess) ?? 1) - 1;
          if (others === 0) trying.delete(guess);
          else trying.set(guess, others);
          if (how === 'failed') failed(failures, pair, guess);
          if (how === 'succeeded') succeeded(failures, pair, guess);
          if (failures.count === 0 && trying.size === 0) unlocked.delete(pair);
        },
      };
    },
  };
}

const noFailures = (at: number): Failures => ({
  count: 0,
  lastAt: at,
  lockedUntil: 0,
  wrong: new Set(),
  trying: new Map(),
  comparedAt: -Infinity,
  mismatches: 0,
  mismatchesSince: at,
});
