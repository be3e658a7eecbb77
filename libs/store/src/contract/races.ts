/** Many at once: every race has exactly one winner, and what was won is counted once. */
import { verifyChain } from '../chain';
import { allEvents, changeWithRetry, codeOf, commitOf, countUp, withStore } from './harness';
import type { OpenStore } from './harness';

export const describeRaces = (open: OpenStore): void => {
  describe('races', () => {
    const { store, another } = withStore(open);

    it('lets exactly one of many commits on one revision win', async () => {
      await store().commit(commitOf({ id: 'u1' }));
      const stores = [store(), await another()];
      const codes = await Promise.all(
        countUp(1, 20).map((n) =>
          codeOf((stores[n % 2] ?? store()).commit(commitOf({ id: 'u1', expectedRevision: 1, state: n }))),
        ),
      );
      expect(codes.filter((code) => code === 'none')).toHaveLength(1);
      expect(codes.filter((code) => code === 'conflict')).toHaveLength(19);
      expect(await store().get('user', 'u1')).toMatchObject({
        revision: 2,
        state: codes.indexOf('none') + 1,
      });
      expect(await store().history('user', 'u1')).toHaveLength(2);
    });

    it('counts 100 concurrent increments, by two processes, as exactly 100', async () => {
      await store().commit(commitOf({ id: 'u1', state: 0, events: [] }));
      const stores = [store(), await another()];
      await Promise.all(
        countUp(1, 100).map((n) =>
          changeWithRetry<number>(stores[n % 2] ?? store(), 'u1', (count) => ({
            state: count + 1,
            events: [{ type: 'count.raised', data: count + 1 }],
          })),
        ),
      );
      expect(await store().get('user', 'u1')).toMatchObject({ revision: 101, state: 100 });
      const history = await store().history('user', 'u1');
      expect(history.map(({ data }) => data)).toEqual(countUp(1, 100));
      expect(
        verifyChain(history, { head: (await store().head('user', 'u1')) ?? { seq: 0, hash: '' } }),
      ).toBeUndefined();
      const events = await allEvents(store(), 100);
      expect(events.map(({ position, seq }) => [position, seq])).toEqual(countUp(1, 100).map((n) => [n, n]));
    }, 120_000);

    it('creates one notification when 20 deliveries of it arrive at once', async () => {
      const stores = [store(), await another()];
      const codes = await Promise.all(
        countUp(1, 20).map((n) =>
          codeOf(
            (stores[n % 2] ?? store()).commit(commitOf({ kind: 'notification', id: 'digest', state: n })),
          ),
        ),
      );
      expect(codes.filter((code) => code === 'none')).toHaveLength(1);
      expect(codes.filter((code) => code === 'conflict')).toHaveLength(19);
      expect(await store().history('notification', 'digest')).toHaveLength(1);
    });

    it('does not let one refused commit spoil those that share its moment', async () => {
      await store().commit(commitOf({ id: 'taken', keys: { username: 'ada' } }));
      const codes = await Promise.all(
        countUp(1, 30).map((n) =>
          codeOf(
            store().commit(commitOf({ id: `u${n}`, ...(n % 3 === 0 ? { keys: { username: 'ada' } } : {}) })),
          ),
        ),
      );
      expect(codes).toEqual(countUp(1, 30).map((n) => (n % 3 === 0 ? 'already_exists' : 'none')));
      const events = await allEvents(store(), 21);
      expect(events.map(({ position }) => position)).toEqual(countUp(1, 21));
    });
  });
};
