import { codeOf } from '../contract/harness';
import { createMemoryDisk } from './disk';
import { openMemoryStore } from './memory-store';
import { receiptSteps } from './steps';

it('removes receipts whose time is over as others are put, and no others', async () => {
  const disk = createMemoryDisk();
  let time = 0;
  const store = openMemoryStore(disk, { now: () => time });
  const put = (name: string, until: number) =>
    store.putReceipt({ name, value: '', until, expectedVersion: 0 });
  for (let n = 0; n < 50; n += 1) await put(`long-${n}`, 2000);
  for (let n = 0; n < 50; n += 1) await put(`short-${n}`, 1000);
  time = 1000;
  for (let n = 0; n < 100; n += 1) await put(`new-${n}`, 2000);
  expect(disk.receipts.size).toBe(150);
  expect([...disk.receipts.keys()].filter((name) => name.startsWith('short'))).toEqual([]);
});

it.each(receiptSteps)('is there or not when its process dies %s', async (fatal) => {
  const disk = createMemoryDisk();
  const now = () => 1000;
  const dying = openMemoryStore(
    disk,
    { now },
    {
      onStep: (step) => {
        if (step === fatal) throw new Error('died');
      },
    },
  );
  const receipt = { name: 'key', value: 'v', until: 2000, expectedVersion: 0 };
  await expect(dying.putReceipt(receipt)).rejects.toThrow('died');
  const found = await openMemoryStore(disk, { now }).receipt('key');
  expect(found?.value).toBe(fatal === 'before receipt' ? undefined : 'v');
});

it('is refused by a store that is closed', async () => {
  const store = openMemoryStore(createMemoryDisk(), { now: () => 1000 });
  await store.close();
  const receipt = { name: 'key', value: 'v', until: 2000, expectedVersion: 0 };
  expect(await codeOf(store.putReceipt(receipt))).toBe('unavailable');
  expect(await codeOf(store.receipt('key'))).toBe('unavailable');
});
