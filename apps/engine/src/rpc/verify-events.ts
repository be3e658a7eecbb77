import { setImmediate } from 'node:timers/promises';
import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { kinds, verifyHistory, type ChainBreak, type Store } from '@countersign/store';
import type { EngineDeps } from '../deps';

const sentences: Readonly<Record<ChainBreak['reason'], string>> = {
  foreign: 'an event of another aggregate stands in this chain',
  missing: 'an event is missing here',
  reordered: 'events are out of order',
  unlinked: 'the event does not follow the one before it',
  edited: 'the event is not what was hashed when it was stored',
  truncated: 'the chain ends before its head',
  'beyond head': 'there is an event behind the head',
};

/** Whether the chain of one aggregate holds up to its head, read anew from the store. */
export const verifyEvents =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['verifyEvents'] =>
  async ({ kind: named, id }, { signal }) => {
    const kind = kinds.find((known) => known === named);
    if (kind === undefined) throw fault('invalid', { details: [`kind: must be one of ${kinds.join(', ')}`] });
    const head = await store.head(kind, id);
    if (head === undefined) throw fault('not_found', { message: `no such ${kind}` });
    const patient: Pick<Store, 'head' | 'history'> = {
      head: store.head,
      // A long chain is read while others are served, and not for somebody who has gone.
      history: async (...asked) => {
        await setImmediate();
        signal.throwIfAborted();
        return store.history(...asked);
      },
    };
    const broken = await verifyHistory(patient, kind, id);
    return {
      verified: broken === undefined,
      seq: broken?.seq ?? head.seq,
      head: head.hash,
      broken: broken === undefined ? '' : sentences[broken.reason],
    };
  };
