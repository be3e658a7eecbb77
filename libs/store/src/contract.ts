/**
 * The store contract as an executable suite: a store is a store when all of this passes on it. It runs through the
 * public interface only; what it needs besides is a fresh database, a second store on the same one (another process)
 * and a way to close and open again.
 */
import { describeAggregates } from './contract/aggregates';
import { describeEvents } from './contract/events';
import { describeExactness } from './contract/exactness';
import type { OpenStore } from './contract/harness';
import { describeKeys } from './contract/keys';
import { describeLists } from './contract/lists';
import { describeRaces } from './contract/races';
import { describeReceipts } from './contract/receipts';

export const storeContract = (name: string, open: OpenStore): void => {
  describe(`${name} keeps the store contract`, () => {
    describeAggregates(open);
    describeKeys(open);
    describeRaces(open);
    describeEvents(open);
    describeExactness(open);
    describeLists(open);
    describeReceipts(open);
  });
};
