import type { SealedEvent } from './chain';
import { commitOf, countUp } from './contract/harness';
import { createMemoryDisk } from './memory/disk';
import type { MemoryDisk, MemoryRecord } from './memory/disk';
import { openMemoryStore } from './memory/memory-store';
import type { Store } from './store';
import { verifyHistory } from './verify-history';

describe('the history of an aggregate, verified in pages', () => {
  const length = 1200;
  let disk: MemoryDisk;
  let store: Store;
  beforeEach(async () => {
    disk = createMemoryDisk();
    store = openMemoryStore(disk, { now: Date.now });
    const events = countUp(1, length).map((data) => ({ type: 'user.changed', data }));
    await store.commit(commitOf({ id: 'u1', events }));
  });

  const edit = (seq: number, part: Partial<SealedEvent>): void => {
    const event = disk.log[seq - 1];
    if (event === undefined) throw new Error('no such event');
    disk.log[seq - 1] = { ...event, ...part };
  };
  const alter = (part: Partial<MemoryRecord>): void => {
    const record = disk.tables.user.records.get('u1');
    if (record === undefined) throw new Error('no such record');
    disk.tables.user.records.set('u1', { ...record, ...part });
  };
  const verify = (): ReturnType<typeof verifyHistory> => verifyHistory(store, 'user', 'u1');

  it('holds, whatever its length, and never takes more than a page', async () => {
    const pages: number[] = [];
    const watched: Pick<Store, 'head' | 'history'> = {
      head: store.head,
      history: async (kind, id, options) => {
        const page = await store.history(kind, id, options);
        pages.push(page.length);
        return page;
      },
    };
    expect(await verifyHistory(watched, 'user', 'u1')).toBeUndefined();
    expect(pages).toEqual([500, 500, 200, 0]);
    expect(await verifyHistory(store, 'user', 'nobody')).toBeUndefined();
    await store.commit(commitOf({ id: 'silent', events: [] }));
    expect(await verifyHistory(store, 'user', 'silent')).toBeUndefined();
  });

  it.each([1, 500, 501, 1000, 1200])(
    'finds event %i edited, at the border of a page as inside it',
    async (seq) => {
      edit(seq, { data: '"forged"' });
      expect(await verify()).toEqual({ seq, reason: 'edited' });
    },
  );

  it('finds a page that does not follow the one before it', async () => {
    edit(501, { prev: '1'.repeat(64) });
    expect(await verify()).toEqual({ seq: 501, reason: 'unlinked' });
  });

  it.each([0, 3, 500, 1000, 1199])('finds a chain that was cut off after %i events', async (left) => {
    alter({ positions: countUp(1, left) as number[] });
    expect(await verify()).toEqual({ seq: left + 1, reason: 'truncated' });
  });

  it.each([0, 3, 500, 1199])('finds events behind a head that was set back to %i', async (seq) => {
    const hash = (await store.history('user', 'u1', { afterSeq: seq, limit: 1 }))[0]?.prev ?? '';
    alter({ seq, head: hash });
    expect(await verify()).toEqual({ seq: seq + 1, reason: 'beyond head' });
  });

  it('finds a head of another hash', async () => {
    alter({ head: '1'.repeat(64) });
    expect(await verify()).toEqual({ seq: length, reason: 'unlinked' });
  });

  it('does not take a commit made meanwhile for a break', async () => {
    let revision = 1;
    const busy: Pick<Store, 'head' | 'history'> = {
      head: store.head,
      history: async (kind, id, options) => {
        await store.commit(commitOf({ id: 'u1', expectedRevision: revision++ }));
        return store.history(kind, id, options);
      },
    };
    expect(await verifyHistory(busy, 'user', 'u1')).toBeUndefined();
    expect(revision).toBeGreaterThan(2);
  });
});
