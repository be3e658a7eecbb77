import { fault, isFault } from '@countersign/policy';
import type { FailedLogins } from './failed-logins';
import type { Places } from './places';
import type { Login } from './question';

/**
 * What stands before the verification of a password: a lock on who has failed too often, and a bound on how many are
 * verified at once. A locked attempt is refused as a wrong password is, and costs the engine nothing. Only the engine's
 * word that the credentials are wrong is a failure; its silence is none.
 */
export interface LoginAttempt extends Login {
  readonly source: string;
}

export interface Logins {
  /** The result of `ask`. Throws Fault `unauthenticated` while locked, `exhausted` without a place, or what `ask` throws. */
  through<T>(attempt: LoginAttempt, ask: () => Promise<T>): Promise<T>;
}

export interface LoginsDeps {
  readonly failedLogins: FailedLogins;
  readonly places: Places;
  /** An attempt was refused because of those before it. */
  readonly locked: () => void;
}

export const createLogins = ({ failedLogins, places, locked }: LoginsDeps): Logins => ({
  async through({ source, hashedUsername, hashedPassword }, ask) {
    const leave = places.take(source);
    if (leave === undefined) throw fault('exhausted');
    try {
      const attempt = failedLogins.begin(source, hashedUsername, hashedPassword);
      if (attempt === undefined) {
        locked();
        throw fault('unauthenticated');
      }
      try {
        const reply = await ask();
        attempt.ended('succeeded');
        return reply;
      } catch (error) {
        attempt.ended(isFault(error) && error.code === 'unauthenticated' ? 'failed' : 'undecided');
        throw error;
      }
    } finally {
      leave();
    }
  },
});
