/**
 * Receipts in MongoDB: one document each, written with its version (or its being over) in the filter. As with commits,
 * every put carries an id of its own: the driver repeats a write whose reply was lost, and the repetition looks like a
 * lost race. And as there, what won is waited for until the majority shows it, so that a loser who looks again sees it.
 */
import { isStorable } from '../commit-check';
import type { StoreDeps } from '../deps';
import type { NewReceipt, Receipt } from '../store';
import { isDuplicate } from './budget';
import type { Budget } from './budget';
import type { Models, ReceiptDocument } from './models';

const lookAgainMs = 15;
/** Once in so many puts of one process, as many of those whose time is over are removed, and a few more. */
const putsPerRemoval = 32;
const removedAtOnce = 64;

export interface Receipts {
  get(name: string, budget: Budget): Promise<Receipt | undefined>;
  put(receipt: NewReceipt, budget: Budget): Promise<boolean>;
}

type Deps = Pick<StoreDeps, 'now' | 'newId'> & Pick<Models, 'receipts'>;

export const createReceipts = ({ receipts, now, newId }: Deps): Receipts => {
  let puts = 0;

  const look = async (name: string, budget: Budget): Promise<ReceiptDocument | undefined> => {
    const found = await budget.run((maxTimeMS) =>
      receipts.findOne({ _id: name }).maxTimeMS(maxTimeMS).lean<ReceiptDocument>(),
    );
    return found !== null && found.until > now() ? found : undefined;
  };

  const removeExpired = async (budget: Budget): Promise<void> => {
    const expired = { until: { $lte: now() } };
    const found = await budget.run((maxTimeMS) =>
      receipts
        .find(expired, { _id: 1 })
        .limit(removedAtOnce)
        .maxTimeMS(maxTimeMS)
        .lean<Pick<ReceiptDocument, '_id'>[]>(),
    );
    if (found.length === 0) return;
    const these = { _id: { $in: found.map(({ _id }) => _id) }, ...expired };
    await budget.run(() => receipts.deleteMany(these));
  };

  const write = async (receipt: NewReceipt, own: string, budget: Budget): Promise<boolean> => {
    const { name, value, until, expectedVersion } = receipt;
    const set = { $set: { value, version: expectedVersion + 1, until, put: own } };
    const isThere =
      expectedVersion === 0
        ? { _id: name, until: { $lte: now() } }
        : { _id: name, version: expectedVersion, until: { $gt: now() } };
    try {
      const { matchedCount, upsertedCount } = await budget.run(() =>
        receipts.updateOne(isThere, set, { upsert: expectedVersion === 0 }),
      );
      return matchedCount + upsertedCount > 0;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };

  return {
    get: async (name, budget) => {
      if (!isStorable(name)) return undefined;
      const found = await look(name, budget);
      return found && { value: found.value, version: found.version };
    },
    put: async (receipt, budget) => {
      if ((puts += 1) % putsPerRemoval === 0) await removeExpired(budget);
      const own = newId();
      if (await write(receipt, own, budget)) return true;
      for (;;) {
        const found = await look(receipt.name, budget);
        if (found?.put === own) return true;
        if ((found?.version ?? 0) !== receipt.expectedVersion) return false;
        await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
      }
    },
  };
};
