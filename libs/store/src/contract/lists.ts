/** Lists: filtered by facets, ordered by id, in pages that neither skip nor repeat. */
import type { Store, Stored } from '../store';
import { codeOf, commitOf, countUp, withStore } from './harness';
import type { OpenStore } from './harness';

const pages = async (
  store: Store,
  where: Readonly<Record<string, string>>,
  limit: number,
): Promise<readonly Stored<unknown>[]> => {
  const rows: Stored<unknown>[] = [];
  for (;;) {
    const after = rows.at(-1)?.id;
    const page = await store.list('user', { where, limit, ...(after === undefined ? {} : { after }) });
    rows.push(...page);
    if (page.length < limit) return rows;
  }
};

const idsOf = (rows: readonly Stored<unknown>[]): readonly string[] => rows.map(({ id }) => id);

export const describeLists = (open: OpenStore): void => {
  describe('lists', () => {
    const { store } = withStore(open);

    it('filters by every facet given, and forgets facets that are changed or left out', async () => {
      await store().commit(commitOf({ id: 'u1', facets: { tier: 'gold', status: 'active' } }));
      await store().commit(commitOf({ id: 'u2', facets: { tier: 'gold', status: 'closed' } }));
      await store().commit(commitOf({ id: 'u3', facets: { tier: 'silver', status: 'active' } }));
      await store().commit(
        commitOf({ kind: 'machine', id: 'm1', facets: { tier: 'gold', status: 'active' } }),
      );
      const list = async (where: Record<string, string>): Promise<readonly string[]> =>
        idsOf(await store().list('user', { where, limit: 10 }));
      expect(await list({})).toEqual(['u1', 'u2', 'u3']);
      expect(await list({ tier: 'gold' })).toEqual(['u1', 'u2']);
      expect(await list({ tier: 'gold', status: 'active' })).toEqual(['u1']);
      expect(await list({ tier: 'none' })).toEqual([]);
      await store().commit(commitOf({ id: 'u1', expectedRevision: 1, facets: { tier: 'silver' } }));
      expect(await list({ tier: 'gold' })).toEqual(['u2']);
      expect(await list({ tier: 'silver' })).toEqual(['u1', 'u3']);
      expect(await list({ status: 'active' })).toEqual(['u3']);
    });

    it('shows in the next list what came and went since the last', async () => {
      const ids = async (): Promise<readonly string[]> =>
        idsOf(await store().list('user', { where: { tier: 'a' }, limit: 10 }));
      await store().commit(commitOf({ id: 'u2', facets: { tier: 'a' } }));
      expect(await ids()).toEqual(['u2']);
      await store().commit(commitOf({ id: 'u1', facets: { tier: 'a' } }));
      expect(await ids()).toEqual(['u1', 'u2']);
      expect(idsOf(await store().list('user', { limit: 10 }))).toEqual(['u1', 'u2']);
      await store().commit(commitOf({ id: 'u2', expectedRevision: 1 }));
      await store().commit(commitOf({ id: 'u0' }));
      expect(await ids()).toEqual(['u1']);
      expect(idsOf(await store().list('user', { limit: 10 }))).toEqual(['u0', 'u1', 'u2']);
    });

    it('orders by id, character by character as Unicode numbers them', async () => {
      const ids = ['b', 'a', 'B', 'aa', 'é', '10', '9', '\uff5e', '\u{1f600}'];
      for (const id of ids) await store().commit(commitOf({ id, facets: { tier: 'a' } }));
      const ordered = ['10', '9', 'B', 'a', 'aa', 'b', 'é', '\uff5e', '\u{1f600}'];
      expect(idsOf(await pages(store(), {}, 2))).toEqual(ordered);
      expect(idsOf(await pages(store(), { tier: 'a' }, 2))).toEqual(ordered);
    });

    it.each([0, 1001, 1.5])('refuses a page of %s', async (limit) => {
      expect(await codeOf(store().list('user', { limit }))).toBe('invalid');
    });

    it('lists, filters and finds among 10,000 users', async () => {
      const idOf = (n: number): string => `user-${String(n).padStart(5, '0')}`;
      const tierOf = (n: number): string => (n % 100 === 0 ? 'rare' : 'common');
      for (let from = 1; from <= 10_000; from += 50) {
        await Promise.all(
          countUp(from, from + 49).map((n) =>
            store().commit(
              commitOf({
                id: idOf(n),
                state: { n },
                keys: { username: `name-${n}` },
                facets: { tier: tierOf(n), half: n % 2 === 0 ? 'even' : 'odd' },
                events: [],
              }),
            ),
          ),
        );
      }
      expect(idsOf(await pages(store(), {}, 1000))).toEqual(countUp(1, 10_000).map(idOf));
      const rare = countUp(1, 100).map((n) => idOf(n * 100));
      expect(idsOf(await pages(store(), { tier: 'rare' }, 7))).toEqual(rare);
      expect(idsOf(await pages(store(), { tier: 'rare', half: 'odd' }, 7))).toEqual([]);
      expect(idsOf(await pages(store(), { half: 'odd', tier: 'common' }, 999))).toHaveLength(5000);
      expect(await store().find('user', 'username', 'name-7777')).toMatchObject({
        id: idOf(7777),
        state: { n: 7777 },
      });
    }, 300_000);
  });
};
