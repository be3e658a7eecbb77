import type { CallbackClient } from '@countersign/rpc';
import { isFault } from '@countersign/policy';

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

/** The members of a payload; of one that is no object none, so that it is refused where and as late as an empty one is. */
export const membersOf = (payload: unknown): Readonly<Record<string, unknown>> =>
  isObject(payload) ? payload : {};

export const isObject = (payload: unknown): payload is Readonly<Record<string, unknown>> =>
  typeof payload === 'object' && payload !== null && !Array.isArray(payload);

/** What reading a payload costs that does not fit, for what did not open: else the time told which of the two it was. */
export function readInVain({ read }: Pick<Question, 'read'>): void {
  try {
    read({ text: '', payload: {} });
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}
