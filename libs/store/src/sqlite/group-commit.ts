/**
 * Group commit: commits and receipts that arrive together share one transaction and one wait for the disk. Each stands in its own
 * savepoint, so one that is refused does not spoil the others. None is acknowledged before COMMIT has returned and
 * the file is still the one at the path. When the disk refuses, all of the group fail as `unavailable`.
 */
import { fault } from '@countersign/policy';
import type { EncodedCommit } from '../commit-check';
import type { StoreDeps } from '../deps';
import type { NewReceipt } from '../store';
import type { Connection } from './connection';
import type { SqliteDatabase } from './database';
import { putReceipt } from './receipts';
import { isTrouble } from './trouble';
import { writeCommit } from './write-commit';

/** Bounds how long one transaction keeps the process from other work: about 10 ms. */
const groupSize = 128;

interface Waiting {
  readonly deadline: number | undefined;
  readonly write: (connection: Connection, lastPosition: number) => Done;
  readonly reject: (error: unknown) => void;
}

/** What was written and is not acknowledged yet. */
interface Done {
  readonly acknowledge: () => void;
  /** Of the last event there is now. */
  readonly position: number;
}

type Outcome = Done | { readonly error: unknown };

export interface GroupCommitDeps extends Pick<StoreDeps, 'now'> {
  readonly database: Pick<SqliteDatabase, 'use' | 'confirm'>;
  /** Called after each acknowledged group. */
  readonly committed: () => void;
}

export interface GroupCommit {
  commit(commit: EncodedCommit, deadline: number | undefined): Promise<number>;
  putReceipt(receipt: NewReceipt, deadline: number | undefined): Promise<boolean>;
  /** Resolves when everything queued so far has been answered. */
  settled(): Promise<void>;
}

export const createGroupCommit = (deps: GroupCommitDeps): GroupCommit => {
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;

  const attempt = (connection: Connection, waiting: Waiting, position: number): [Outcome, number] => {
    if (waiting.deadline !== undefined && deps.now() >= waiting.deadline)
      return [{ error: fault('deadline') }, position];
    connection.exec('SAVEPOINT one');
    try {
      const done = waiting.write(connection, position);
      connection.exec('RELEASE one');
      return [done, done.position];
    } catch (error) {
      if (isTrouble(error)) throw error;
      connection.exec('ROLLBACK TO one; RELEASE one');
      return [{ error }, position];
    }
  };

  const writeGroup = (group: readonly Waiting[]): readonly Outcome[] =>
    deps.database.use((connection) =>
      connection.transaction(() => {
        const sql = 'SELECT coalesce(max(position), 0) AS position FROM events';
        let position = connection.row<{ position: number }>(sql)?.position ?? 0;
        return group.map((waiting) => {
          const [outcome, next] = attempt(connection, waiting, position);
          position = next;
          return outcome;
        });
      }),
    );

  const answer = (group: readonly Waiting[]): void => {
    try {
      const outcomes = writeGroup(group);
      deps.database.confirm();
      for (const [i, waiting] of group.entries()) {
        const outcome = outcomes[i];
        if (outcome !== undefined && 'acknowledge' in outcome) outcome.acknowledge();
        else waiting.reject(outcome?.error);
      }
      deps.committed();
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    }
  };

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      // Everything that this turn of the event loop still brings joins the group.
      await new Promise((resolve) => setImmediate(resolve));
      const group = queue.slice(0, groupSize);
      queue = queue.slice(groupSize);
      answer(group);
    }
    running = undefined;
  };

  const enqueue = (waiting: Waiting): void => {
    queue.push(waiting);
    running ??= run();
  };

  return {
    commit: (commit, deadline) =>
      new Promise((resolve, reject) => {
        const write: Waiting['write'] = (connection, lastPosition) => {
          const { revision, position } = writeCommit(connection, commit, lastPosition);
          return { acknowledge: () => resolve(revision), position };
        };
        enqueue({ deadline, write, reject });
      }),
    putReceipt: (receipt, deadline) =>
      new Promise((resolve, reject) => {
        const write: Waiting['write'] = (connection, position) => {
          const put = putReceipt(connection, receipt, deps.now());
          return { acknowledge: () => resolve(put), position };
        };
        enqueue({ deadline, write, reject });
      }),
    settled: async () => running,
  };
};
