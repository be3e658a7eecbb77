import type { CallbackClient } from '@countersign/rpc';
import { fault } from '@countersign/policy';

/** One of CoKeeps' four questions: from the decrypted payload to the payload of the reply. */
export interface Question {
  readonly path: string;
  /** Throws Fault; a payload that does not fit is `invalid`. */
  readonly answer: (decrypted: Decrypted, engine: CallbackClient, call: EngineCall) => Promise<unknown>;
}

export interface Decrypted {
  readonly text: string;
  readonly payload: unknown;
}

export interface EngineCall {
  readonly requestId: string;
  readonly deadline: number; // ms UTC
  readonly signal: AbortSignal;
}

/** The members of a payload, which must be an object. */
export function membersOf(payload: unknown): Readonly<Record<string, unknown>> {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw fault('invalid');
  return payload as Record<string, unknown>;
}
