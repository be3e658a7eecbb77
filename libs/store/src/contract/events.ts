/** Events: numbered and chained within an aggregate, densely positioned over all of them, readable from any cursor. */
import { genesis, verifyChain } from '../chain';
import type { Store, StoredEvent } from '../store';
import { allEvents, cause, codeOf, commitOf, countUp, eventually, withStore } from './harness';
import type { OpenStore } from './harness';

const take = async (events: AsyncIterable<StoredEvent>, count: number): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if (seen.length === count) break;
  }
  return seen;
};

const commitMany = async (store: Store, count: number, aggregates: number): Promise<void> => {
  await Promise.all(
    countUp(1, aggregates).map(async (a) => {
      for (let revision = 0; revision < count / aggregates; revision++) {
        await store.commit(commitOf({ id: `u${a}`, expectedRevision: revision }));
      }
    }),
  );
};

const positionsOf = (events: readonly StoredEvent[]): readonly number[] =>
  events.map(({ position }) => position);

export const describeEvents = (open: OpenStore): void => {
  describe('events', () => {
    const { store, another } = withStore(open);

    it('keeps every field of an event, its cause and its links', async () => {
      const events = [
        { type: 'user.created', data: { a: 1 } },
        { type: 'user.renamed', data: [null, 'x'] },
      ];
      await store().commit(commitOf({ id: 'u1', events, at: 42 }));
      const [first, second] = await allEvents(store(), 2);
      expect(first).toMatchObject({
        position: 1,
        kind: 'user',
        id: 'u1',
        seq: 1,
        at: 42,
        ...events[0],
        ...cause,
      });
      expect(second).toMatchObject({
        position: 2,
        kind: 'user',
        id: 'u1',
        seq: 2,
        at: 42,
        ...events[1],
        ...cause,
      });
      expect(first?.prev).toBe(genesis);
      expect(second?.prev).toBe(first?.hash);
      expect(second?.hash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('keeps a chain that verifies up to the head, over commits with none, one and several events', async () => {
      for (let revision = 0; revision < 9; revision++) {
        const events = countUp(1, revision % 3).map((n) => ({ type: 'user.changed', data: { revision, n } }));
        await store().commit(commitOf({ id: 'u1', expectedRevision: revision, events }));
      }
      const history = await store().history('user', 'u1');
      const head = await store().head('user', 'u1');
      expect(head).toEqual({ seq: 9, hash: history.at(-1)?.hash });
      expect(verifyChain(history, head && { head })).toBeUndefined();
      expect(verifyChain(history.slice(0, -1), head && { head })).toEqual({ seq: 9, reason: 'truncated' });
    });

    it('shows a history at once, in pages when asked', async () => {
      for (let revision = 0; revision < 6; revision++) {
        await store().commit(commitOf({ id: 'u1', expectedRevision: revision }));
        expect((await store().history('user', 'u1')).map(({ seq }) => seq)).toEqual(countUp(1, revision + 1));
      }
      const page = await store().history('user', 'u1', { afterSeq: 2, limit: 3 });
      expect(page.map(({ seq }) => seq)).toEqual([3, 4, 5]);
      expect(await store().history('user', 'u1', { afterSeq: 6 })).toEqual([]);
      expect(await store().history('user', 'nobody')).toEqual([]);
      expect(await store().head('user', 'nobody')).toBeUndefined();
    });

    it('gives dense positions in the order of each aggregate, with two processes writing', async () => {
      const other = await another();
      const writers = countUp(1, 10).map(async (a) => {
        for (let revision = 0; revision < 20; revision++) {
          const by = (a + revision) % 2 === 0 ? store() : other;
          await by.commit(commitOf({ id: `u${a}`, expectedRevision: revision }));
        }
      });
      await Promise.all(writers);
      const events = await allEvents(store(), 200);
      expect(positionsOf(events)).toEqual(countUp(1, 200));
      for (const a of countUp(1, 10)) {
        const own = events.filter(({ id }) => id === `u${a}`);
        expect(own.map(({ seq }) => seq)).toEqual(countUp(1, 20));
        expect(verifyChain(own)).toBeUndefined();
      }
      expect(await allEvents(other, 200)).toEqual(events);
    }, 60_000);

    it('resumes from any position without a gap and without a duplicate', async () => {
      await commitMany(store(), 60, 6);
      const all = await allEvents(store(), 60);
      for (const after of [0, 1, 29, 59]) {
        const rest: StoredEvent[] = [];
        for (;;) {
          const page = await store().events({ after: rest.at(-1)?.position ?? after, limit: 7 });
          if (page.length === 0) break;
          rest.push(...page);
        }
        expect(rest).toEqual(all.slice(after));
      }
      expect(await store().events({ after: 60, limit: 10 })).toEqual([]);
      expect(await codeOf(store().events({ after: -1, limit: 10 }))).toBe('invalid');
    });

    it('watches old events, then new ones, also those of another process', async () => {
      const other = await another();
      await commitMany(store(), 10, 2);
      await allEvents(store(), 10);
      const abort = new AbortController();
      const watching = take(store().watch({ after: 4, signal: abort.signal }), 26);
      for (const n of countUp(1, 20)) await (n % 2 ? other : store()).commit(commitOf({ id: `late${n}` }));
      expect(positionsOf(await watching)).toEqual(countUp(5, 30));
    });

    it('watches while many write, and sees each event once', async () => {
      const abort = new AbortController();
      const watching = take(store().watch({ after: 0, signal: abort.signal }), 300);
      await commitMany(store(), 300, 10);
      expect(positionsOf(await watching)).toEqual(countUp(1, 300));
    }, 60_000);

    it('ends a watch when it is aborted and when the store closes', async () => {
      const abort = new AbortController();
      const aborted = take(store().watch({ after: 0, signal: abort.signal }), 1);
      abort.abort();
      expect(await aborted).toEqual([]);
      const closed = take(store().watch({ after: 0, signal: new AbortController().signal }), 1);
      await eventually(
        () => store().events({ after: 0, limit: 1 }),
        (page) => page.length === 0,
      );
      await store().close();
      expect(await closed).toEqual([]);
    });
  });
};
