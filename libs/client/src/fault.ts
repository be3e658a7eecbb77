/**
 * What a refused or failed call throws: the fault that the service answered with, or the one that fits when it did not
 * answer. `message` and `details` are safe to show and never repeat the offending value.
 */
import { TRPCClientError } from '@trpc/client';

export const faultCodes = [
  'invalid', // the input breaks the contract; `details` say where
  'unauthenticated', // no token, or one that is not accepted
  'forbidden', // the token lacks the scope, or policy needs a second person
  'not_found',
  'already_exists',
  'conflict', // lost a race, or the state does not allow it; `revision` is the current one where it was about that
  'exhausted', // too much at once; try later
  'deadline', // out of time; repeated with the same idempotency key it has one effect
  'cancelled', // by the caller's own signal
  'unavailable', // not reached, or a part of it is down
  'unimplemented',
  'internal', // a bug on the other side; the correlation id finds its log line
] as const;

export type FaultCode = (typeof faultCodes)[number];

interface FaultParts {
  readonly code: FaultCode;
  readonly message: string;
  readonly details?: readonly string[];
  readonly revision?: number;
  readonly correlationId?: string;
}

export class CountersignError extends Error {
  override readonly name = 'CountersignError';
  readonly code: FaultCode;
  /** One for each mistake: `path: what it must be`. */
  readonly details: readonly string[];
  readonly revision: number | undefined;
  readonly correlationId: string | undefined;

  constructor({ code, message, details = [], revision, correlationId }: FaultParts, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
    this.revision = revision;
    this.correlationId = correlationId;
  }
}

export const isFaultCode = (code: unknown): code is FaultCode =>
  typeof code === 'string' && (faultCodes as readonly string[]).includes(code);

/** Never throws; a CountersignError is returned as it is. */
export function countersignError(error: unknown, signal?: AbortSignal): CountersignError {
  if (error instanceof CountersignError) return error;
  if (signal?.aborted === true)
    return new CountersignError({ code: 'cancelled', message: 'cancelled by the caller' }, error);
  if (!(error instanceof TRPCClientError)) return notReached(error);
  const told = faultIn(error.data, error.message);
  if (told !== undefined) return new CountersignError(told, error);
  // An answer without a fault is tRPC's own, from before the service looked at the call.
  if (error.data !== undefined && error.data !== null)
    return new CountersignError({ code: codeOfStatus(statusIn(error.data)), message: error.message }, error);
  // What is in the way answers, too: a proxy whose page is no JSON.
  const status = statusIn(error.meta?.['response']);
  if (status >= 400)
    return new CountersignError({ code: codeOfStatus(status), message: said(status) }, error);
  return notReached(error);
}

/** Of an answer that is no stream: its body, if it has the form of a refusal, decides over its status. */
export function refusalOf(status: number, body: string): CountersignError {
  const error = propertyOf(parsed(body), 'error');
  const message = propertyOf(error, 'message');
  const told = faultIn(propertyOf(error, 'data'), typeof message === 'string' ? message : said(status));
  return new CountersignError(told ?? { code: codeOfStatus(status), message: said(status) });
}

const said = (status: number): string => `the service answered with HTTP status ${status}`;

const notReached = (error: unknown): CountersignError =>
  isTimeout(error)
    ? new CountersignError({ code: 'deadline', message: 'the service did not answer in time' }, error)
    : new CountersignError({ code: 'unavailable', message: 'the service could not be reached' }, error);

const isTimeout = (error: unknown): boolean =>
  propertyOf(error, 'name') === 'TimeoutError' ||
  (propertyOf(error, 'cause') !== undefined && isTimeout(propertyOf(error, 'cause')));

function faultIn(data: unknown, message: string): FaultParts | undefined {
  const fault = propertyOf(data, 'fault');
  const code = propertyOf(fault, 'code');
  if (!isFaultCode(code)) return undefined;
  const details = propertyOf(fault, 'details');
  const revision = propertyOf(fault, 'revision');
  const correlationId = propertyOf(fault, 'correlationId');
  return {
    code,
    message,
    ...(Array.isArray(details) && { details: details.filter((one) => typeof one === 'string') }),
    ...(typeof revision === 'number' && { revision }),
    ...(typeof correlationId === 'string' && { correlationId }),
  };
}

function codeOfStatus(status: number): FaultCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 408 || status === 504) return 'deadline';
  if (status === 409) return 'conflict';
  if (status === 429) return 'exhausted';
  if (status === 502 || status === 503) return 'unavailable';
  return status >= 500 ? 'internal' : 'invalid';
}

const statusIn = (value: unknown): number => {
  const status = propertyOf(value, 'httpStatus') ?? propertyOf(value, 'status');
  return typeof status === 'number' ? status : 0;
};

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
