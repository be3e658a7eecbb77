/**
 * The time one call may take on MongoDB: the caller's deadline, or the standard when that is sooner. Every operation
 * of the call gets what is left. The limit is kept here, because the driver has none per operation (its `timeoutMS`
 * has no effect): an operation that does not end in time is abandoned, its socket ends later by `socketTimeoutMS`.
 * When only the caller's time ran out the fault is `deadline`, else `unavailable`; either way a write may have taken
 * effect, or may still.
 */
import { fault, isFault } from '@countersign/policy';
import { mongo } from 'mongoose';
import type { StoreDeps } from '../deps';
import type { CallOptions } from '../store';

/** A decision's call: a dead server is noticed within this, ms. */
export const decisionMs = 1200;
/** A page of events or of a list may be large. */
export const pageMs = 5000;

export interface Budget {
  /** `operation` may pass `maxTimeMS` on, so that the server gives up as well. Duplicate keys are thrown as they are. */
  run<T>(operation: (maxTimeMS: number) => PromiseLike<T>): Promise<T>;
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === 11000;

/** Server error codes that only a bug of ours can cause: a malformed command, an unknown operator, a wrong type. */
const bugs = new Set<unknown>([2, 9, 14, 40, 52, 59, 72, 121]);

const isBug = (error: unknown): boolean => {
  if (error instanceof mongo.MongoServerError) return bugs.has(error.code);
  // The driver's own refusals: "MongoInvalidArgumentError" and its like; and whatever is no driver error at all.
  if (error instanceof mongo.MongoError) return error instanceof mongo.MongoInvalidArgumentError;
  return !(error instanceof Error && error.name === 'MongooseError');
};

/** Driver errors as faults; bugs and duplicate keys as they are. */
export const asFault = (error: unknown): unknown =>
  isFault(error) || isDuplicate(error) || isBug(error) ? error : fault('unavailable', { cause: error });

const inTime = async <T>(work: PromiseLike<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault('unavailable', { cause: new Error(`no answer in ${ms} ms`) })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const createBudget = (
  { now, log }: Pick<StoreDeps, 'now' | 'log'>,
  standardMs: number,
  options: CallOptions = {},
): Budget => {
  const standardEnd = now() + standardMs;
  const callerEnd = options.deadline ?? Infinity;
  const left = (): number => Math.floor(Math.min(standardEnd, callerEnd) - now());
  return {
    run: async (operation) => {
      const ms = left();
      if (ms <= 0) throw fault(now() >= callerEnd ? 'deadline' : 'unavailable');
      try {
        return await inTime(operation(ms), ms);
      } catch (error) {
        const refusal = asFault(error);
        if (!isFault(refusal, 'unavailable')) throw refusal;
        const { cause } = refusal;
        log?.warn(
          { error: cause instanceof Error ? `${cause.name}: ${cause.message}` : 'unknown' },
          'MongoDB failed',
        );
        throw now() >= callerEnd ? fault('deadline', { cause }) : refusal;
      }
    },
  };
};

export const insertOptions = { ordered: true, lean: true } as const;
