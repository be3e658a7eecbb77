import type { Approval, PolicyEvent } from '@countersign/policy';
import type { Cause } from '@countersign/store';

/** Who wants it, why, until when, and what agreement it has. */
export interface ChangeCall {
  readonly cause: Cause;
  readonly deadline: number; // ms UTC
  /** Behind a proposed change that is being applied, for what loosens the policy; of every other call null. */
  readonly approval: Backing | null;
  /** Of a call that may be repeated and must have its effect once; null: every call is one of its own. See once.ts. */
  readonly once: Once | null;
  /** Of the aggregate to be changed, for a caller who looked at it first; null: whatever it is now. */
  readonly expectedRevision: number | null;
}

export interface Backing extends Approval {
  /** Of the policy it was proposed on; left out where what is to be changed is no single aggregate. */
  readonly basis?: string;
}

export interface Once {
  /** Of the receipt: one for each key of each actor. At most 200 characters. */
  readonly name: string;
  /** The same for the same inputs and no others: with another value under the same name the call is refused. */
  readonly inputs: string;
}

/** What one call made. A reply is made from this alone, since the state may have moved on before a repetition. */
export interface Made {
  readonly revision: number;
  readonly events: readonly PolicyEvent[];
}

/** What every mutation tells: the new revision of the aggregate it changed. */
export interface Changed {
  readonly revision: number;
}
