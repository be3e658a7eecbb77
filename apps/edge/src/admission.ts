import { hash, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from './network';

/**
 * How often one source may ask at all, and how often it may ask about one user or machine, so that one that runs
 * wild does not take the answers of the others. Counted in fixed windows, in this process alone: two edges admit twice
 * as much, and around the end of a window a burst of twice the rate passes.
 *
 * Memory is bounded by 65,536 counters of each kind, whatever is asked: a counter is found by a hash under a key that is
 * random for each process, so nobody can choose whose counter he shares, and no address, uid or username is kept. Who
 * does share one is still far below the limit, unless the other floods: with 200 subjects flooded at once, that is
 * one innocent subject in 300, for a minute.
 */
export interface Admission {
  /** `address` as the connection or a trusted proxy gave it. */
  source(address: string): Promise<boolean>;
  /**
   * Asked by that source, so that a flood from one address does not make the same user unanswerable at another. `kind`
   * keeps ids of different meaning apart.
   */
  subject(address: string, kind: string, id: string): Promise<boolean>;
}

export interface AdmissionDeps {
  readonly sourcePerSecond: number;
  readonly subjectPerMinute: number;
}

export function createAdmission({ sourcePerSecond, subjectPerMinute }: AdmissionDeps): Admission {
  const key = randomBytes(32).toString('base64url');
  const sources = new RateLimiterMemory({ points: sourcePerSecond, duration: 1 });
  const subjects = new RateLimiterMemory({ points: subjectPerMinute, duration: 60 });
  const counterOf = (text: string): string => hash('sha256', `${key}${text}`, 'hex').slice(0, 4);
  return {
    source: (address) => admitted(sources, counterOf(networkOf(address))),
    subject: (address, kind, id) => admitted(subjects, counterOf(`${networkOf(address)}\0${kind}\0${id}`)),
  };
}

/** In memory the limiter rejects for one reason only: too often. */
const admitted = (limiter: RateLimiterMemory, counter: string): Promise<boolean> =>
  limiter.consume(counter).then(
    () => true,
    () => false,
  );
