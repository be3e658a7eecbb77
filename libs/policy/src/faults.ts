/**
 * The closed union of expected refusals. A fault crosses gRPC intact (proto fault.v1) and becomes a refusal envelope
 * at the edge. Anything thrown that is not a Fault is a bug: it is logged once and leaves the process as `internal`.
 */
export const faultCodes = [
  'invalid', // the input breaks the contract; `details` say where
  'unauthenticated', // unknown user, wrong password, inactive account: one code, on purpose
  'forbidden', // this peer may not call this method
  'not_found',
  'already_exists',
  'conflict', // lost a race, or the state does not allow it
  'exhausted', // too much at once, or a bounded collection is full; try later
  'deadline', // the caller's budget ran out; the effect is unknown
  'cancelled', // the caller went away
  'unavailable', // a dependency is down or the process is draining; nothing was decided
  'unimplemented', // no such method
  'internal', // a bug; the correlation id finds the log line
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** The message sent when a fault says nothing more specific. Safe for any caller. */
export const safeMessages: Readonly<Record<FaultCode, string>> = {
  invalid: 'the request is not valid',
  unauthenticated: 'not verified',
  forbidden: 'not allowed',
  not_found: 'not found',
  already_exists: 'already exists',
  conflict: 'the state changed or does not allow this',
  exhausted: 'too much at once',
  deadline: 'out of time',
  cancelled: 'cancelled by the caller',
  unavailable: 'temporarily unavailable',
  unimplemented: 'no such method',
  internal: 'internal error',
};

export interface FaultOptions {
  /** Safe to show; defaults to the code's own sentence. */
  readonly message?: string;
  /** One entry per mistake: `field: what it must be`. Never the offending value. */
  readonly details?: readonly string[];
  readonly correlationId?: string;
  /** Of a `conflict` about an expected revision: the current one. */
  readonly revision?: number;
  /** Private: for the log of this process, never sent. */
  readonly cause?: unknown;
}

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly details: readonly string[];
  readonly correlationId: string | undefined;
  readonly revision: number | undefined;

  constructor(code: FaultCode, options: FaultOptions = {}) {
    super(
      options.message ?? safeMessages[code],
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.details = options.details ?? [];
    this.correlationId = options.correlationId;
    this.revision = options.revision;
  }
}

export const fault = (code: FaultCode, options?: FaultOptions): Fault => new Fault(code, options);

export const isFault = (error: unknown, ...codes: FaultCode[]): error is Fault =>
  error instanceof Fault && (codes.length === 0 || codes.includes(error.code));

export const isFaultCode = (code: string): code is FaultCode =>
  (faultCodes as readonly string[]).includes(code);
