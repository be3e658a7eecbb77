import { storeContract } from '../contract';
import { openStore } from '../open-store';
import type { StoreDeps } from '../deps';
import type { Store } from '../store';
import { createMemoryDisk } from './disk';
import { openMemoryStore } from './memory-store';

const deps: StoreDeps = { now: Date.now, newId: () => 'unused' };

storeContract('Memory', async () => {
  const disk = createMemoryDisk();
  const stores: Store[] = [];
  return {
    open: async () => {
      const store = openMemoryStore(disk, deps);
      stores.push(store);
      return store;
    },
    dispose: async () => {
      for (const store of stores) await store.close();
    },
  };
});

describe('the memory store', () => {
  it('is not what any address leads to', async () => {
    const { url } = openMemoryStore(createMemoryDisk(), deps).description;
    await expect(openStore(url, deps)).rejects.toMatchObject({ code: 'invalid' });
  });
});
