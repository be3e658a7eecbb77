/**
 * What a memory store keeps, apart from the store, as a file is apart from the process that has it open: it survives
 * closing a store, and any number of stores may be open on it at once. It ends with the process.
 *
 * State and event data are text here as in the other stores, so nobody can share an object through a store and change
 * what is kept. The log is kept once; an aggregate knows its events by their positions in it.
 */
import type { SealedEvent } from '../chain';
import type { Pair } from '../commit-check';
import type { Kind, Receipt } from '../store';
import { createWakeup } from '../wakeup';
import type { Wakeup } from '../wakeup';
import { createOrderedIds } from './ordered-ids';
import type { OrderedIds } from './ordered-ids';

export interface MemoryRecord {
  readonly revision: number;
  readonly state: string;
  /** Each as `pairText`. */
  readonly keys: readonly string[];
  readonly facets: readonly string[];
  readonly seq: number;
  readonly head: string;
  /** Of its events, in order of seq. It grows with each commit and is never replaced. */
  readonly positions: number[];
}

/** All aggregates of one kind. */
export interface MemoryTable {
  readonly records: Map<string, MemoryRecord>;
  readonly ids: OrderedIds;
  /** `pairText` of a unique key -> id of the one who has it. */
  readonly keys: Map<string, string>;
  /** `pairText` of a facet -> ids of those who have it. */
  readonly facets: Map<string, OrderedIds>;
}

export interface MemoryReceipt extends Receipt {
  readonly until: number;
}

export interface MemoryDisk {
  readonly tables: Readonly<Record<Kind, MemoryTable>>;
  /** The event at position p is the one at index p - 1. */
  readonly log: SealedEvent[];
  readonly pins: Map<string, string>;
  readonly receipts: Map<string, MemoryReceipt>;
  /** Woken by every commit of every store. */
  readonly wakeup: Wakeup;
}

/** One text per name and value; no two pairs share one. */
export const pairText = (pair: Pair): string => JSON.stringify(pair);

const createTable = (): MemoryTable => ({
  records: new Map(),
  ids: createOrderedIds(),
  keys: new Map(),
  facets: new Map(),
});

export const createMemoryDisk = (): MemoryDisk => ({
  tables: {
    platform: createTable(),
    tier: createTable(),
    user: createTable(),
    machine: createTable(),
    notification: createTable(),
    change: createTable(),
    policy: createTable(),
    checkpoint: createTable(),
  },
  log: [],
  pins: new Map(),
  receipts: new Map(),
  wakeup: createWakeup(),
});
