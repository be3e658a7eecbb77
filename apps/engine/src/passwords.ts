import { hash, verify } from '@node-rs/argon2';
import { fault } from '@countersign/policy';

/**
 * hashedPassword is a password equivalent, so only its argon2id is kept. One hash costs about 20 ms of a core, as much
 * as 150 reads, so at most `concurrency` run at once and at most `maxWaiting` wait; more are refused at once. New hashes,
 * which an import asks for by the thousand, take at most half of the queue and every other turn, so logins go on.
 * Who could not be answered in time is refused before the work rather than after it: nobody would read the answer, and
 * the core is worth more to those behind. The time is foreseen from how many go first and from how long a hash took of
 * late; a free core is always given, so that one slow hour is unlearnt.
 * Checking against nothing costs the same as checking against a stored hash: it is done, on a hash that matches nothing.
 */
export interface Passwords {
  /** argon2id, PHC string. Throws Fault `exhausted` at once, `cancelled` when the caller has gone before its turn. */
  hash(password: string, caller: Caller): Promise<string>;
  /** `stored` is undefined for an unknown user; the answer is then false, after the same work. Throws as `hash` does. */
  verify(stored: string | undefined, password: string, caller: Caller): Promise<boolean>;
}

export interface Caller {
  readonly deadline: number; // ms UTC
  readonly signal: AbortSignal;
}

export interface PasswordsDeps {
  readonly concurrency: number;
  readonly maxWaiting: number;
  /** Unguessable; what the hash of nobody is made of. */
  readonly randomText: () => string;
  readonly now: () => number; // ms UTC
}

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What the last hash counts in the average of how long one takes. */
const LONGEST_MS = 5_000;
const WEIGHT = 0.2;

export async function createPasswords({
  concurrency,
  maxWaiting,
  randomText,
  now,
}: PasswordsDeps): Promise<Passwords> {
  const started = now();
  const nobody = await hash(randomText(), COST);
  let usualMs = now() - started;
  type Turns = (() => void)[];
  const logins: Turns = [];
  const hashes: Turns = [];
  let running = 0;
  let last = hashes;

  /** The queues take turns while somebody waits in both. */
  function nextTurn(): (() => void) | undefined {
    const other = last === logins ? hashes : logins;
    last = other.length > 0 ? other : last;
    return last.shift();
  }

  function isFull(queue: Turns): boolean {
    const full = logins.length + hashes.length >= maxWaiting;
    return full || (queue === hashes && hashes.length >= maxWaiting / 2);
  }

  /** When who queues up now would have the answer. The other queue goes first as often as this one, while it lasts. */
  function foreseen(queue: Turns): number {
    const other = queue === logins ? hashes : logins;
    const ahead = queue.length + Math.min(other.length, queue.length + 1);
    return now() + ((ahead + 1) / concurrency + 1) * usualMs;
  }

  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const from = now();
    const result = await work();
    // Whatever the clock was set to meanwhile.
    const took = Math.min(Math.max(now() - from, 0), LONGEST_MS);
    usualMs += WEIGHT * (took - usualMs);
    return result;
  }

  async function inTurn<T>(queue: Turns, { deadline, signal }: Caller, work: () => Promise<T>): Promise<T> {
    if (running >= concurrency) {
      if (isFull(queue) || foreseen(queue) > deadline) throw fault('exhausted');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      // Nobody waits for this answer any more: leave the core to somebody who does.
      if (signal.aborted) throw fault('cancelled');
      return await timed(work);
    } finally {
      // The place is handed on rather than given back, so that nobody overtakes the queues.
      const next = nextTurn();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password, caller) => inTurn(hashes, caller, () => hash(password, COST)),
    verify: (stored, password, caller) =>
      inTurn(logins, caller, async () => (await verify(stored ?? nobody, password)) && stored !== undefined),
  };
}
