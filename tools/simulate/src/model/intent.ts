import type { Place } from './state';

/**
 * What a caller of the engine asked for, registered before the call: whatever the log shows must have been asked for by
 * somebody, and asked for in just these words.
 */
export type Intent =
  | {
      readonly kind: 'read';
      readonly uid: string;
      readonly machineId: string | null;
      readonly referenceId: string;
    }
  | ({
      readonly kind: 'register';
      readonly uid: string;
      readonly amount: string;
      readonly lifetimeMs: number;
    } & Place)
  | { readonly kind: 'settle'; readonly uid: string; readonly id: string; readonly amount: string | null }
  | { readonly kind: 'release'; readonly uid: string; readonly id: string }
  /** `settled` undefined: released. */
  | {
      readonly kind: 'reconcile';
      readonly uid: string;
      readonly id: string;
      readonly settled?: string | null;
    }
  | { readonly kind: 'suspects'; readonly uid: string }
  | { readonly kind: 'update'; readonly payload: UpdatePayload; readonly owner: string }
  | {
      readonly kind: 'balance';
      readonly uid: string;
      readonly chainId: string;
      readonly amount: string;
      readonly asOf: number;
    }
  | PolicyIntent;

export interface PolicyIntent {
  readonly kind: 'policy';
  /** Kind and id of the aggregate it changes. */
  readonly on: string;
  readonly type: string;
  /** Members the event's data must have with these values; all other members are the model's to judge. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Whether it lets anybody do more; null when that depends on what the model does not look at. */
  readonly loosens: boolean | null;
  readonly approved: boolean;
}

/** What an `/update` says, in the words of the rules that are configured (update-rules.ts). */
export interface UpdatePayload {
  readonly event: string;
  readonly uid: string;
  readonly reference?: string;
  readonly moved?: string;
  readonly destination?: { readonly chain_id: string; readonly address: string };
  readonly tx: string;
}

export interface Issued {
  readonly requestId: string;
  readonly intent: Intent;
  /** Length of the log and the time when the call began. */
  readonly from: number;
  readonly since: number;
  /** Whether it surely changes something, so that an acknowledgement without an event is a lost commit. */
  readonly sure: boolean;
  /** Its events, as they turn up. */
  readonly events: LogEvent[];
}

/** An event as the store tells it. */
export interface LogEvent {
  readonly position: number;
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly requestId: string;
  readonly data: unknown;
}
