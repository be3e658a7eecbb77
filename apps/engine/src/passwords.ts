import { hash, verify } from '@node-rs/argon2';
import { fault } from '@countersign/policy';

/**
 * hashedPassword is a password equivalent, so only its argon2id is kept. One hash costs about 20 ms of a core, as much
 * as 150 reads, so at most `concurrency` run at once and at most `maxWaiting` wait; more are refused at once. New hashes,
 * which an import asks for by the thousand, take at most half of the queue and every other turn, so logins go on.
 * Checking against nothing costs the same as checking against a stored hash: it is done, on a hash that matches nothing.
 */
export interface Passwords {
  /** argon2id, PHC string. */
  hash(password: string, signal: AbortSignal): Promise<string>;
  /** `stored` is undefined for an unknown user; the answer is then false, after the same work. */
  verify(stored: string | undefined, password: string, signal: AbortSignal): Promise<boolean>;
}

export interface PasswordsDeps {
  readonly concurrency: number;
  readonly maxWaiting: number;
  /** Unguessable; what the hash of nobody is made of. */
  readonly randomText: () => string;
}

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function createPasswords({
  concurrency,
  maxWaiting,
  randomText,
}: PasswordsDeps): Promise<Passwords> {
  const nobody = await hash(randomText(), COST);
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

  async function inTurn<T>(queue: Turns, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (running >= concurrency) {
      const full = logins.length + hashes.length >= maxWaiting;
      if (full || (queue === hashes && hashes.length >= maxWaiting / 2)) throw fault('exhausted');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      // Nobody waits for this answer any more: leave the core to somebody who does.
      if (signal.aborted) throw fault('cancelled');
      return await work();
    } finally {
      // The place is handed on rather than given back, so that nobody overtakes the queues.
      const next = nextTurn();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password, signal) => inTurn(hashes, signal, () => hash(password, COST)),
    verify: (stored, password, signal) =>
      inTurn(logins, signal, async () => (await verify(stored ?? nobody, password)) && stored !== undefined),
  };
}
