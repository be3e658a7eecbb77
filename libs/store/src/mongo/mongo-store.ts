/**
 * The store for more than one machine: MongoDB through mongoose. Writes and reads are the majority's (connect.ts), a
 * commit is one write of one document (write-commit.ts), its events follow (relay.ts). A dead server is Fault
 * `unavailable` after `decisionMs`, and the driver reconnects by itself.
 */
import { fault } from '@countersign/policy';
import { checkListQuery, checkPage, checkReceipt, encodeCommit, isStorable } from '../commit-check';
import type { StoreDeps } from '../deps';
import type { CallOptions, Store } from '../store';
import { createWakeup } from '../wakeup';
import { createWatch } from '../watch';
import { createBudget, decisionMs, insertOptions, isDuplicate, pageMs } from './budget';
import type { Budget } from './budget';
import { connect, serving } from './connect';
import { createCopyEvents } from './copy-events';
import { defineModels } from './models';
import type { NamedValue } from './models';
import { mongoMigrations, prepareServer } from './prepare';
import type { MongoMigration } from './prepare';
import { createReads } from './read';
import { createReceipts } from './receipts';
import { startRelay } from './relay';
import type { OnStep } from './steps';
import { createWriteCommit } from './write-commit';

/** How often `watch` looks for events relayed by other processes. */
const pollMs = 200;
/** How often outboxes left by other processes are looked for. */
const sweepMs = 1000;

/** For tests: a storage schema of another day, a process that dies at a step, a server slower than any real one. */
export interface MongoStoreExtras {
  readonly migrations?: readonly MongoMigration[];
  readonly onStep?: OnStep;
  readonly decisionMs?: number;
}

export const openMongoStore = async (
  url: string,
  deps: StoreDeps,
  extras: MongoStoreExtras = {},
): Promise<Store> => {
  const onStep = extras.onStep ?? (() => undefined);
  const server = await prepareServer(url, extras.migrations ?? mongoMigrations);
  if (!server.replicated) {
    deps.log?.warn({ server }, 'the MongoDB server is not a replica set: one machine has it all');
  }
  const connection = await connect(url, serving);
  const models = defineModels(connection);
  const reads = createReads(models);
  const writeCommit = createWriteCommit({ records: models.records, newId: deps.newId });
  const receipts = createReceipts({ ...deps, receipts: models.receipts });
  const wakeup = createWakeup();
  const closing = new AbortController();
  const copy = createCopyEvents(models);
  const relay = startRelay({ ...deps, records: models.records, copy, onStep, sweepMs, copied: wakeup.wake });

  const budgetOf = (ms: number, options?: CallOptions): Budget => {
    if (closing.signal.aborted) throw fault('unavailable', { cause: new Error('the store is closed') });
    return createBudget(deps, ms, options);
  };
  const decision = (options?: CallOptions): Budget => budgetOf(extras.decisionMs ?? decisionMs, options);
  const page = (options?: CallOptions): Budget => budgetOf(pageMs, options);
  const events: Store['events'] = async ({ after, limit }) => {
    checkPage(after, limit);
    return reads.events(after, limit, page());
  };
  const hosts = connection.getClient().options.hosts.map(String).join(',');

  return {
    description: { server: `${server.name} ${server.version}`, url: `mongodb://${hosts}/${connection.name}` },
    get: async (kind, id, options) => reads.get(kind, id, decision(options)),
    find: async (kind, key, value, options) => reads.find(kind, key, value, decision(options)),
    commit: async (commit, options) => {
      const revision = await writeCommit(encodeCommit(commit), decision(options));
      await onStep('written');
      if (commit.events.length > 0) relay.tell(commit.kind, commit.id);
      return revision;
    },
    list: async (kind, query, options) => {
      checkListQuery(query);
      return reads.list(kind, query, page(options));
    },
    history: async (kind, id, options = {}) => reads.history(kind, id, options, page(options)),
    head: async (kind, id) => reads.head(kind, id, decision()),
    events,
    watch: createWatch({ events, wakeup, pollMs, closing: closing.signal }),
    pin: async (name, value) => {
      if (!isStorable(name) || !isStorable(value))
        throw fault('invalid', { details: ['pin: must be storable text'] });
      const budget = decision();
      try {
        await budget.run(() => models.pins.insertMany([{ _id: name, value }], insertOptions));
        return value;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      for (;;) {
        const pinned = await budget.run((maxTimeMS) =>
          models.pins.findOne({ _id: name }).maxTimeMS(maxTimeMS).lean<NamedValue>(),
        );
        if (pinned !== null) return pinned.value;
      }
    },
    receipt: async (name, options) => receipts.get(name, decision(options)),
    putReceipt: async (receipt, options) => {
      checkReceipt(receipt);
      return receipts.put(receipt, decision(options));
    },
    ping: async () => {
      // A write, because a decision needs one: a primary without its majority still answers reads.
      await decision().run(() =>
        models.meta.updateOne({ _id: 'ping' }, { $set: { value: String(deps.now()) } }, { upsert: true }),
      );
    },
    close: async () => {
      if (closing.signal.aborted) return;
      closing.abort();
      await relay.stop();
      await connection.close();
    },
  };
};
