/**
 * The one place where a fault becomes a tRPC error, whose code tRPC turns into an HTTP status. What reaches a caller is
 * a fault's code, its safe message and its details; never a stack, a cause, or a value that was sent.
 */
import { fault, isFault, type Fault, type FaultCode } from '@countersign/policy';
import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { z } from 'zod';

/** What `error.data.fault` looks like to a client. */
export interface FaultView {
  readonly code: FaultCode;
  readonly details: readonly string[];
  readonly revision?: number;
  readonly correlationId?: string;
}

const trpcCodes: Readonly<Record<FaultCode, TRPC_ERROR_CODE_KEY>> = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  already_exists: 'CONFLICT',
  conflict: 'CONFLICT',
  exhausted: 'TOO_MANY_REQUESTS',
  deadline: 'TIMEOUT',
  cancelled: 'CLIENT_CLOSED_REQUEST',
  unavailable: 'SERVICE_UNAVAILABLE',
  unimplemented: 'NOT_IMPLEMENTED',
  internal: 'INTERNAL_SERVER_ERROR',
};

/** What tRPC itself refuses before a procedure runs. */
const transportFaults: Partial<Record<TRPC_ERROR_CODE_KEY, () => Fault>> = {
  PARSE_ERROR: () => fault('invalid', { message: 'the body is not JSON' }),
  BAD_REQUEST: () => fault('invalid'),
  NOT_FOUND: () => fault('unimplemented', { message: 'no such procedure' }),
  METHOD_NOT_SUPPORTED: () => fault('invalid', { message: 'queries are GET, mutations are POST' }),
  UNSUPPORTED_MEDIA_TYPE: () => fault('invalid', { message: 'the body must be application/json' }),
  PAYLOAD_TOO_LARGE: () => fault('invalid', { message: 'the body is too large' }),
  CLIENT_CLOSED_REQUEST: () => fault('cancelled'),
};

/** Beyond this the list helps nobody; the last entry says how many are left out. */
const MAX_DETAILS = 100;

/** `path: what it must be`, every mistake of an input, without a value. */
export const mistakesIn = (error: z.core.$ZodError): readonly string[] => {
  const lines = error.issues.flatMap(linesOf);
  if (lines.length <= MAX_DETAILS) return lines;
  return [...lines.slice(0, MAX_DETAILS), `and ${lines.length - MAX_DETAILS} more`];
};

const linesOf = (issue: z.core.$ZodIssue): readonly string[] => {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${pathOf([...issue.path, key])}: is not known`);
  }
  return [`${path}: ${issue.message}`];
};

/** What looks like a name of ours, misspelt perhaps; anything else may be a value in the place of a name. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,31}$/;
const pathOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'input'
    : path
        .map((part) => (typeof part === 'number' ? `[${part}]` : `.${nameOf(String(part))}`))
        .join('')
        .replace(/^\./, '');

const nameOf = (part: string): string => (NAME.test(part) ? part : '(a name)');

/** The fault behind an error. Undefined: it is a bug. */
export const faultBehind = (error: TRPCError): Fault | undefined => {
  const { cause, code } = error;
  if (isFault(cause)) return cause;
  // A cause of the same class also stands behind output that breaks its schema: that is our bug.
  if (code === 'BAD_REQUEST' && cause instanceof z.core.$ZodError) {
    return fault('invalid', { details: mistakesIn(cause) });
  }
  return transportFaults[code]?.();
};

export const trpcErrorOf = (refusal: Fault): TRPCError =>
  new TRPCError({ code: trpcCodes[refusal.code], message: refusal.message, cause: refusal });

export const faultView = ({ code, details, revision, correlationId }: Fault): FaultView => ({
  code,
  details,
  ...(revision !== undefined && { revision }),
  ...(correlationId !== undefined && { correlationId }),
});
