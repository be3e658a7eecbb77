/**
 * The store for simulations and for tests of what is built on a store: the whole contract, kept by the same checks,
 * chain and JSON text as the other stores, at memory's speed. It loses everything with the process, so it is exported
 * from `@countersign/store/testing` alone and no STORE_URL leads to it.
 *
 * It uses no timer to get on and no randomness, and without `onStep` every call has taken effect when it returns its
 * promise: the same calls in the same order give the same database, byte for byte.
 */
import { fault } from '@countersign/policy';
import { checkListQuery, checkPage, checkReceipt, encodeCommit, isStorable } from '../commit-check';
import type { StoreDeps } from '../deps';
import type { CallOptions, Store } from '../store';
import { createWatch } from '../watch';
import type { MemoryDisk } from './disk';
import { findRecord, getRecord, listRecords, readEvents, readHead, readHistory } from './read';
import { getReceipt, putReceipt } from './receipts';
import type { OnMemoryStep } from './steps';
import { writeCommit } from './write-commit';

/** `watch` need never look by itself: every commit on the disk wakes every store on it. As long as a timer can be. */
const pollMs = 2 ** 31 - 1;

/** For tests: a process that dies at a step. */
export interface MemoryStoreExtras {
  readonly onStep?: OnMemoryStep;
}

/** Opens one more store on `disk`, as another process would. */
export const openMemoryStore = (
  disk: MemoryDisk,
  deps: Pick<StoreDeps, 'now'>,
  { onStep }: MemoryStoreExtras = {},
): Store => {
  const closing = new AbortController();

  const refuseUnlessOpen = (options?: CallOptions): void => {
    if (closing.signal.aborted) throw fault('unavailable', { cause: new Error('the store is closed') });
    if (options?.deadline !== undefined && deps.now() >= options.deadline) throw fault('deadline');
  };
  const read = async <T>(work: (disk: MemoryDisk) => T, options?: CallOptions): Promise<T> => {
    refuseUnlessOpen(options);
    return work(disk);
  };
  const events: Store['events'] = async ({ after, limit }) => {
    checkPage(after, limit);
    return read(() => readEvents(disk, after, limit));
  };

  return {
    description: { server: `Memory (Node.js ${process.versions.node})`, url: 'memory:' },
    get: (kind, id, options) => read(() => getRecord(disk, kind, id), options),
    find: (kind, key, value, options) => read(() => findRecord(disk, kind, key, value), options),
    commit: async (commit, options) => {
      refuseUnlessOpen(options);
      const encoded = encodeCommit(commit);
      if (onStep !== undefined) {
        await onStep('before commit');
        refuseUnlessOpen(options);
      }
      const revision = writeCommit(disk, encoded);
      disk.wakeup.wake();
      if (onStep !== undefined) await onStep('after commit');
      return revision;
    },
    list: async (kind, query, options) => {
      checkListQuery(query);
      return read(() => listRecords(disk, kind, query), options);
    },
    history: (kind, id, options = {}) => read(() => readHistory(disk, kind, id, options), options),
    head: (kind, id) => read(() => readHead(disk, kind, id)),
    events,
    watch: createWatch({ events, wakeup: disk.wakeup, pollMs, closing: closing.signal }),
    pin: async (name, value) => {
      refuseUnlessOpen();
      if (!isStorable(name) || !isStorable(value))
        throw fault('invalid', { details: ['pin: must be storable text'] });
      const pinned = disk.pins.get(name) ?? value;
      disk.pins.set(name, pinned);
      return pinned;
    },
    receipt: (name, options) => read(() => getReceipt(disk, name, deps.now()), options),
    putReceipt: async (receipt, options) => {
      refuseUnlessOpen(options);
      checkReceipt(receipt);
      if (onStep !== undefined) {
        await onStep('before receipt');
        refuseUnlessOpen(options);
      }
      const put = putReceipt(disk, receipt, deps.now());
      if (onStep !== undefined) await onStep('after receipt');
      return put;
    },
    ping: async () => refuseUnlessOpen(),
    close: async () => closing.abort(),
  };
};
