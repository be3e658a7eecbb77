/** Receipts: one winner per version, durable, and absent when their time is over. */
import { maxReceipt } from '../commit-check';
import type { NewReceipt, Store } from '../store';
import { allEvents, codeOf, commitOf, countUp, eventually, withStore } from './harness';
import type { OpenStore } from './harness';

const hourMs = 3_600_000;

const receiptOf = (part: Partial<NewReceipt>): NewReceipt => ({
  name: 'key',
  value: 'first',
  until: Date.now() + hourMs,
  expectedVersion: 0,
  ...part,
});

const valueOf = async (store: Store, name = 'key') => (await store.receipt(name))?.value;

export const describeReceipts = (open: OpenStore): void => {
  describe('receipts', () => {
    const { store, another } = withStore(open);
    const put = (part: Partial<NewReceipt>, on = store()) => on.putReceipt(receiptOf(part));

    it('keeps a value under a name, and counts its versions', async () => {
      expect(await store().receipt('key')).toBeUndefined();
      expect(await put({})).toBe(true);
      expect(await store().receipt('key')).toEqual({ value: 'first', version: 1 });
      expect(await put({ value: '', expectedVersion: 1 })).toBe(true);
      expect(await store().receipt('key')).toEqual({ value: '', version: 2 });
      expect(await store().receipt('other')).toBeUndefined();
    });

    it('changes nothing where another version is expected', async () => {
      expect(await put({ expectedVersion: 1 })).toBe(false);
      expect(await store().receipt('key')).toBeUndefined();
      await put({});
      expect(await put({ value: 'second' })).toBe(false);
      expect(await put({ value: 'second', expectedVersion: 2 })).toBe(false);
      expect(await store().receipt('key')).toEqual({ value: 'first', version: 1 });
      await put({ value: 'second', expectedVersion: 1 });
      expect(await put({ value: 'third', expectedVersion: 1 })).toBe(false);
      expect(await valueOf(store())).toBe('second');
    });

    it('shows at once what another process put, and keeps it when that one ends', async () => {
      const other = await another();
      await put({}, other);
      expect(await valueOf(store())).toBe('first');
      await other.close();
      const next = await another();
      expect(await valueOf(next)).toBe('first');
      expect(await put({}, next)).toBe(false);
    });

    it('is absent when its time is over, and can be put anew', async () => {
      expect(await put({ until: Date.now() })).toBe(true);
      expect(await store().receipt('key')).toBeUndefined();
      expect(await put({ value: 'too late', expectedVersion: 1 })).toBe(false);
      expect(await put({ value: 'second' })).toBe(true);
      expect(await store().receipt('key')).toEqual({ value: 'second', version: 1 });
      await put({ value: 'short', expectedVersion: 1, until: Date.now() + 300 });
      await eventually(
        () => store().receipt('key'),
        (seen) => seen === undefined,
      );
      expect(await put({ value: 'third' })).toBe(true);
    });

    it('keeps those whose time is not over, however many others have expired', async () => {
      await put({ name: 'stays' });
      for (const n of countUp(1, 100)) await put({ name: `gone-${n}`, until: Date.now() - 1 });
      for (const n of countUp(1, 100)) await put({ name: `new-${n}`, value: String(n) });
      expect(await valueOf(store(), 'stays')).toBe('first');
      expect(await store().receipt('gone-50')).toBeUndefined();
      for (const n of countUp(1, 100)) expect(await valueOf(store(), `new-${n}`)).toBe(String(n));
    });

    it('lets exactly one of many that put the same version win', async () => {
      const stores = [store(), await another()];
      const won = await Promise.all(
        countUp(1, 20).map((n) => put({ value: `v${n}` }, stores[n % 2] ?? store())),
      );
      expect(won.filter((one) => one)).toHaveLength(1);
      expect(await valueOf(store())).toBe(`v${won.indexOf(true) + 1}`);
    });

    it('counts 40 concurrent increments, by two processes, as exactly 40', async () => {
      const stores = [store(), await another()];
      await Promise.all(
        countUp(1, 40).map(async (n) => {
          const own = stores[n % 2] ?? store();
          for (;;) {
            const found = await own.receipt('key');
            const value = String(Number(found?.value ?? 0) + 1);
            if (await put({ value, expectedVersion: found?.version ?? 0 }, own)) return;
          }
        }),
      );
      expect(await store().receipt('key')).toEqual({ value: '40', version: 40 });
    }, 60_000);

    it('leaves no event and no gap between events', async () => {
      await Promise.all(
        countUp(1, 10).map((n) =>
          n % 2 === 0 ? store().commit(commitOf({ id: `u${n}` })) : put({ name: `key-${n}` }),
        ),
      );
      expect((await allEvents(store(), 5)).map(({ position }) => position)).toEqual(countUp(1, 5));
    });

    it('does not let a receipt that lost spoil the commits that share its moment', async () => {
      await put({});
      const [lost, revision] = await Promise.all([put({}), store().commit(commitOf({ id: 'u1' }))]);
      expect([lost, revision]).toEqual([false, 1]);
      expect((await store().get('user', 'u1'))?.revision).toBe(1);
    });

    it.each([
      ['no name', { name: '' }],
      ['a name with a NUL', { name: 'a\0b' }],
      ['half a character', { value: '\ud800' }],
      ['a value that is too long', { value: 'x'.repeat(maxReceipt + 1) }],
      ['no time', { until: NaN }],
      ['half a version', { expectedVersion: 0.5 }],
    ])('refuses %s', async (_, part) => {
      expect(await codeOf(put(part))).toBe('invalid');
      expect(await store().receipt('key')).toBeUndefined();
    });

    it('keeps the longest value exactly, and any text as a name', async () => {
      const value = '"\\ é 漢 🗝'.padEnd(maxReceipt, '—');
      for (const name of ['__proto__', 'key ü', '$where', 'a.b']) {
        expect(await put({ name, value })).toBe(true);
        expect(await valueOf(store(), name)).toBe(value);
      }
      expect(await store().receipt('a\0b')).toBeUndefined();
    });

    it('refuses what has no time left, and puts nothing', async () => {
      const late = { deadline: Date.now() - 1 };
      expect(['deadline', 'unavailable']).toContain(await codeOf(store().putReceipt(receiptOf({}), late)));
      expect(['deadline', 'unavailable']).toContain(await codeOf(store().receipt('key', late)));
      expect(await store().receipt('key')).toBeUndefined();
    });
  });
};
