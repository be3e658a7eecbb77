import { setTimeout as wait } from 'node:timers/promises';
import { isFault } from '@countersign/policy';
import type { Log } from '@countersign/runtime';
import type { Notary } from './notary';

/**
 * Makes a checkpoint when the last one is `everyMs` old and something has happened since, whichever engine made it: of
 * several that look at once one makes it. On a new store the first is due `everyMs` after the start.
 */
export interface CheckpointSchedule {
  stop(): Promise<void>;
}

export interface CheckpointScheduleDeps {
  readonly notary: Pick<Notary, 'last' | 'makeIfNews'>;
  readonly now: () => number; // ms UTC
  readonly everyMs: number;
  readonly log: Pick<Log, 'info' | 'error'>;
  readonly count: (outcome: 'made' | 'failed') => void;
}

/** For what has been committed since the last one. A longer log is gone on with at the next look. */
const CALL_MS = 60_000;
const RETRY_MS = 60_000;

const cause = { actor: 'engine', reason: 'a checkpoint was due', requestId: 'checkpoint-schedule' };

export function startCheckpointSchedule(deps: CheckpointScheduleDeps): CheckpointSchedule {
  const { notary, now, everyMs, log, count } = deps;
  const stopping = new AbortController();
  const startedAt = now();

  /** Returns after how many ms to look again. */
  async function look(): Promise<number> {
    const deadline = now() + CALL_MS;
    const last = await notary.last(deadline);
    const dueInMs = (last?.at ?? startedAt) + everyMs - now();
    // A time that lies in the future is a clock's mistake, and must not keep it waiting.
    if (dueInMs > 0 && dueInMs <= everyMs) return dueInMs;
    const call = { cause, deadline, approval: null, once: null, expectedRevision: null };
    const made = await notary.makeIfNews(call, stopping.signal);
    if (made !== undefined) {
      count('made');
      log.info({ position: made.position, digest: made.digest }, 'checkpoint made');
    }
    return everyMs;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const ms = await look().catch((error: unknown) => {
        if (isFault(error, 'conflict') || stopping.signal.aborted) return everyMs;
        count('failed');
        log.error({ err: error }, 'a checkpoint could not be made; will try again');
        return Math.min(everyMs, RETRY_MS);
      });
      await wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const running = run();

  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
