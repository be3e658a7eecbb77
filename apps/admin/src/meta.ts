/** What a procedure says about itself: docs/admin-reference.md and the OpenAPI view are made from it. */
import type { FaultCode } from '@countersign/policy';

export interface ProcedureMeta {
  /** One or two sentences for the reference. */
  readonly about: string;
  /** Codes it may be refused with, besides those that every procedure may be. */
  readonly faults: readonly FaultCode[];
}
