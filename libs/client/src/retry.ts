/**
 * Repeats what failed because the service was away or too slow, and nothing else: whoever is refused is refused. A
 * mutation may be repeated because all attempts carry one idempotency key. Waits grow from 100 ms to 2 s, each drawn
 * at random between a half and the whole, so that callers who failed together do not come back together.
 */
import { countersignError, type CountersignError } from './fault';

export interface Retrying {
  /** ms from the first attempt; no wait begins that would end later. */
  readonly budgetMs: number;
  readonly now: () => number; // ms
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onRetry: (retry: Retry) => void;
}

/** One attempt that failed and will be made again. */
export interface Retry {
  /** `users.create`. */
  readonly procedure: string;
  /** Of the attempt that failed, from 1. */
  readonly attempt: number;
  readonly error: CountersignError;
  readonly waitMs: number;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

export const isPassing = ({ code }: CountersignError): boolean =>
  code === 'unavailable' || code === 'deadline';

/** `failures` in a row, from 1. */
export const waitAfter = (failures: number, random: () => number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (0.5 + random() / 2);

/** Throws CountersignError and nothing else. */
export async function retry<Result>(
  procedure: string,
  make: () => Promise<Result>,
  { budgetMs, now, random, onRetry }: Retrying,
  signal?: AbortSignal,
): Promise<Result> {
  const end = now() + budgetMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await make();
    } catch (cause) {
      const error = countersignError(cause, signal);
      const waitMs = waitAfter(attempt, random);
      if (!isPassing(error) || now() + waitMs > end) throw error;
      onRetry({ procedure, attempt, error, waitMs });
      await pause(waitMs, signal);
      if (signal?.aborted === true) throw countersignError(cause, signal);
    }
  }
}

/** Resolves after `ms`, or as soon as the signal is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
