import type { CallbackClient } from '@countersign/rpc';
import { fault } from '@countersign/policy';

/** One of CoKeeps' four questions: from the decrypted payload to the payload of the reply. */
export interface Question {
  readonly path: string;
  /** Throws Fault `invalid` when the payload does not fit. Asks nobody yet. */
  readonly read: (decrypted: Decrypted) => Asked;
}

/** A question that fits. */
export interface Asked {
  /** Whom it is about, for the rates; absent when it is about nobody. */
  readonly subject?: Subject;
  /** Present when credentials are to be verified. */
  readonly login?: Login;
  /** The payload of the reply. Throws Fault. */
  readonly ask: (engine: CallbackClient, call: EngineCall) => Promise<unknown>;
}

export interface Subject {
  readonly kind: 'user' | 'login' | 'machine';
  readonly id: string;
}

export interface Login {
  readonly hashedUsername: string;
  readonly hashedPassword: string;
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
