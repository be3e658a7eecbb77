/**
 * One commit is one conditional write of one document: a create is an insert, a change has the expected revision in
 * its filter. Every write carries an id of its own. After a lost race the document is looked at for that id: the
 * driver repeats a write whose reply was lost, and the repetition of a write that succeeded looks like a lost race.
 *
 * Looking means reading what a majority has. A document that blocked the write but is not there yet, or is still at
 * the old revision, is on its way to the majority: the look is repeated until it shows, or the time is up.
 */
import { fault } from '@countersign/policy';
import { genesis, seal } from '../chain';
import type { SealedEvent } from '../chain';
import type { EncodedCommit } from '../commit-check';
import type { StoreDeps } from '../deps';
import { recordSchema } from '../migrations';
import { insertOptions, isDuplicate } from './budget';
import type { Budget } from './budget';
import { encodePair } from './encode';
import type { Models, OutboxEvent, RecordDocument } from './models';

/** How many later changes may hide a change from its writer before it must say that it does not know. */
const remembered = 16;
const lookAgainMs = 15;

type Position = Pick<RecordDocument, 'revision' | 'seq' | 'head' | 'created' | 'commits'>;
const positionFields = { revision: 1, seq: 1, head: 1, created: 1, commits: 1 } as const;

const outboxOf = ({ kind: _kind, id: _id, ...event }: SealedEvent): OutboxEvent => event;

export interface WriteDeps extends Pick<StoreDeps, 'newId'> {
  readonly records: Models['records'];
}

export type WriteCommit = (commit: EncodedCommit, budget: Budget) => Promise<number>;

export const createWriteCommit = ({ records, newId }: WriteDeps): WriteCommit => {
  const look = (commit: EncodedCommit, budget: Budget): Promise<Position | null> =>
    budget.run((maxTimeMS) =>
      records[commit.kind].findOne({ _id: commit.id }, positionFields).maxTimeMS(maxTimeMS).lean<Position>(),
    );

  /** Whether the write `own` took effect, once the majority has moved past the revision it expected. */
  const settle = async (commit: EncodedCommit, own: string, budget: Budget): Promise<boolean> => {
    for (;;) {
      const found = await look(commit, budget);
      if (found !== null && found.revision > commit.expectedRevision) {
        if (commit.expectedRevision === 0) return found.created === own;
        if (found.commits.includes(own)) return true;
        if (found.revision > commit.expectedRevision + remembered) throw fault('unavailable');
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  };

  const fieldsOf = (commit: EncodedCommit, before: { readonly seq: number; readonly hash: string }) => {
    const events = seal(before, commit, commit.events);
    const head = events.at(-1) ?? before;
    const set = {
      schema: recordSchema,
      revision: commit.expectedRevision + 1,
      state: commit.state,
      facets: commit.facets.map(encodePair),
      seq: head.seq,
      head: head.hash,
      ...(commit.keys.length > 0 ? { keys: commit.keys.map(encodePair) } : {}),
      ...(events.length > 0 ? { pending: 1 as const } : {}),
    };
    return { set, outbox: events.map(outboxOf) };
  };

  const create = async (commit: EncodedCommit, own: string, budget: Budget): Promise<void> => {
    const { set, outbox } = fieldsOf(commit, { seq: 0, hash: genesis });
    const document = { _id: commit.id, ...set, outbox, created: own, commits: [] };
    try {
      await budget.run(() => records[commit.kind].insertMany([document], insertOptions));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // Which index was named first says little: an id that is taken comes before a key that is taken.
      const taken = await budget.run((maxTimeMS) =>
        records[commit.kind]
          .exists({ _id: commit.id })
          .read('primary')
          .readConcern('local')
          .maxTimeMS(maxTimeMS),
      );
      if (taken === null) throw fault('already_exists');
      if (!(await settle(commit, own, budget))) throw fault('conflict');
    }
  };

  const change = async (commit: EncodedCommit, own: string, budget: Budget): Promise<void> => {
    const before = await look(commit, budget);
    if (before === null || before.revision !== commit.expectedRevision) throw fault('conflict');
    const { set, outbox } = fieldsOf(commit, { seq: before.seq, hash: before.head });
    const update = {
      $set: set,
      ...(commit.keys.length > 0 ? {} : { $unset: { keys: 1 } }),
      $push: { outbox: { $each: outbox }, commits: { $each: [own], $slice: -remembered } },
    };
    try {
      const { matchedCount } = await budget.run(() =>
        records[commit.kind].updateOne({ _id: commit.id, revision: commit.expectedRevision }, update),
      );
      if (matchedCount === 0 && !(await settle(commit, own, budget))) throw fault('conflict');
    } catch (error) {
      throw isDuplicate(error) ? fault('already_exists', { cause: error }) : error;
    }
  };

  return async (commit, budget) => {
    await (commit.expectedRevision === 0 ? create : change)(commit, newId(), budget);
    return commit.expectedRevision + 1;
  };
};
