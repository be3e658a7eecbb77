/**
 * The time one call may take on MongoDB: the caller's deadline, or the standard when that is sooner. Every operation
 * of the call gets what is left, the driver enforces it (retries and server selection included), and what the driver
 * then throws becomes a fault here. When only the caller's time ran out it is `deadline`, else `unavailable`; either
 * way a write may have taken effect.
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
  /** `operation` passes `timeoutMS` to the driver. Driver errors become faults, except duplicate keys. */
  run<T>(operation: (timeoutMS: number) => PromiseLike<T>): Promise<T>;
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
      const timeoutMS = left();
      if (timeoutMS <= 0) throw fault(now() >= callerEnd ? 'deadline' : 'unavailable');
      try {
        return await operation(timeoutMS);
      } catch (error) {
        if (isFault(error) || isDuplicate(error) || isBug(error)) throw error;
        log?.warn(
          { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' },
          'MongoDB refused',
        );
        throw fault(now() >= callerEnd ? 'deadline' : 'unavailable', { cause: error });
      }
    },
  };
};

/** Options of an insert. A function, because mongoose's type of them does not know the driver's `timeoutMS`. */
export const insertOptions = (timeoutMS: number) => ({ timeoutMS, ordered: true, lean: true }) as const;
