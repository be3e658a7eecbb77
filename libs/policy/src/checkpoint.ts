import { changedBy, type Change } from './change';

/**
 * The newest signed statement about the whole log of events: so many events, this digest over their hashes. Statements
 * are events of the log themselves, each covering everything before it, so an export of the log carries its own proof.
 */
export interface Checkpoint {
  readonly schema: 2;
  readonly seq: number;
  readonly made: CheckpointData | null;
}

export interface CheckpointData {
  /** Of the last event it covers. */
  readonly position: number;
  /** 64 hex, over the hashes of all events up to there, in order. */
  readonly digest: string;
  readonly at: number; // ms UTC
  readonly keyId: string;
  /** Ed25519, base64url. */
  readonly signature: string;
}

/** One aggregate holds them all, so that two processes cannot both make the next one. */
export const CHECKPOINT_ID = 'log';

export interface CheckpointEvent {
  readonly type: 'checkpoint.made';
  readonly data: CheckpointData;
}

export function evolveCheckpoint(state: Checkpoint | undefined, event: CheckpointEvent): Checkpoint {
  return { schema: 2, seq: (state?.seq ?? 0) + 1, made: event.data };
}

const changed = changedBy(evolveCheckpoint);

export const makeCheckpoint = (state: Checkpoint | undefined, data: CheckpointData): Change<Checkpoint> =>
  changed(state, { type: 'checkpoint.made', data });
