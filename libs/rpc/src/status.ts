/**
 * Fault codes and gRPC status codes, both ways. Only the status codes that gRPC itself produces for a lost, late or
 * refused transmission are believed without a fault beside them: a bare UNAUTHENTICATED, say, could come from anything
 * on the way, and must not be taken for the engine's word about a user.
 */
import type { FaultCode } from '@countersign/policy';
import { status } from '@grpc/grpc-js';

export const statusOf: Readonly<Record<FaultCode, status>> = {
  invalid: status.INVALID_ARGUMENT,
  unauthenticated: status.UNAUTHENTICATED,
  forbidden: status.PERMISSION_DENIED,
  not_found: status.NOT_FOUND,
  already_exists: status.ALREADY_EXISTS,
  conflict: status.ABORTED,
  exhausted: status.RESOURCE_EXHAUSTED,
  deadline: status.DEADLINE_EXCEEDED,
  cancelled: status.CANCELLED,
  unavailable: status.UNAVAILABLE,
  unimplemented: status.UNIMPLEMENTED,
  internal: status.INTERNAL,
};

/** The code of a status that came without a fault. CANCELLED is the far end resetting, never this caller's wish. */
export const codeOfBareStatus = (code: status): FaultCode => {
  switch (code) {
    case status.DEADLINE_EXCEEDED:
      return 'deadline';
    case status.CANCELLED:
    case status.UNAVAILABLE:
      return 'unavailable';
    case status.RESOURCE_EXHAUSTED:
      return 'exhausted';
    case status.UNIMPLEMENTED:
      return 'unimplemented';
    default:
      return 'internal';
  }
};
