import type { Cause } from '@countersign/store';

/** Who wants it, why, until when, and who else agrees. */
export interface ChangeCall {
  readonly cause: Cause;
  readonly deadline: number; // ms UTC
  /** The second person, for what loosens the policy; null for nobody. */
  readonly approvedBy: string | null;
}

/** What every mutation tells: the new revision of the aggregate it changed. */
export interface Changed {
  readonly revision: number;
}
