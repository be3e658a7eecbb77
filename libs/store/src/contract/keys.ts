/** Unique keys and pins: one owner at a time, whoever asks first. */
import { codeOf, commitOf, countUp, withStore } from './harness';
import type { OpenStore } from './harness';

export const describeKeys = (open: OpenStore): void => {
  describe('unique keys', () => {
    const { store, another } = withStore(open);

    it('finds an aggregate by each of its keys, within its kind', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { username: 'ada', badge: '7' } }));
      expect((await store().find('user', 'username', 'ada'))?.id).toBe('u1');
      expect((await store().find('user', 'badge', '7'))?.id).toBe('u1');
      expect(await store().find('user', 'badge', 'ada')).toBeUndefined();
      expect(await store().find('machine', 'username', 'ada')).toBeUndefined();
    });

    it('does not confuse a name and value with another pair that looks the same when joined', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { 'a:b': 'c' } }));
      expect(await codeOf(store().commit(commitOf({ id: 'u2', keys: { a: 'b:c' } })))).toBe('none');
      expect((await store().find('user', 'a', 'b:c'))?.id).toBe('u2');
    });

    it('refuses a key that another aggregate has, on create and on change, and changes nothing', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { username: 'ada' } }));
      await store().commit(commitOf({ id: 'u2', keys: { username: 'bob' } }));
      expect(await codeOf(store().commit(commitOf({ id: 'u3', keys: { username: 'ada' } })))).toBe(
        'already_exists',
      );
      const change = commitOf({ id: 'u2', expectedRevision: 1, state: 'x', keys: { username: 'ada' } });
      expect(await codeOf(store().commit(change))).toBe('already_exists');
      expect(await store().get('user', 'u3')).toBeUndefined();
      expect(await store().get('user', 'u2')).toMatchObject({ revision: 1, state: { n: 0 } });
      expect((await store().find('user', 'username', 'bob'))?.id).toBe('u2');
      expect(await store().history('user', 'u2')).toHaveLength(1);
    });

    it('lets the same value be a key of each kind', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { name: 'ada' } }));
      expect(await store().commit(commitOf({ kind: 'machine', id: 'm1', keys: { name: 'ada' } }))).toBe(1);
    });

    it('says conflict, not already_exists, when the aggregate itself is there or has moved on', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { username: 'ada' } }));
      await store().commit(commitOf({ id: 'u2', keys: { username: 'bob' } }));
      expect(await codeOf(store().commit(commitOf({ id: 'u1', keys: { username: 'ada' } })))).toBe(
        'conflict',
      );
      expect(await codeOf(store().commit(commitOf({ id: 'u1', keys: { username: 'bob' } })))).toBe(
        'conflict',
      );
      const stale = commitOf({ id: 'u1', expectedRevision: 5, keys: { username: 'bob' } });
      expect(await codeOf(store().commit(stale))).toBe('conflict');
    });

    it('lets an aggregate keep one of its keys while it changes another', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { username: 'ada', badge: '7' } }));
      const keys = { username: 'ada', badge: '8' };
      expect(await store().commit(commitOf({ id: 'u1', expectedRevision: 1, keys }))).toBe(2);
      expect((await store().find('user', 'username', 'ada'))?.id).toBe('u1');
      expect((await store().find('user', 'badge', '8'))?.id).toBe('u1');
      expect(await store().find('user', 'badge', '7')).toBeUndefined();
    });

    it('frees a key that is changed or left out, for anyone', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { username: 'ada', badge: '7' } }));
      await store().commit(commitOf({ id: 'u1', expectedRevision: 1, keys: { username: 'countess' } }));
      expect(await store().find('user', 'username', 'ada')).toBeUndefined();
      await store().commit(commitOf({ id: 'u2', keys: { username: 'ada', badge: '7' } }));
      await store().commit(commitOf({ id: 'u1', expectedRevision: 2 }));
      await store().commit(commitOf({ id: 'u3', keys: { username: 'countess' } }));
      expect((await store().find('user', 'badge', '7'))?.id).toBe('u2');
      expect((await store().find('user', 'username', 'countess'))?.id).toBe('u3');
    });

    it('lets any number of aggregates have no key', async () => {
      for (const n of countUp(1, 5)) await store().commit(commitOf({ id: `u${n}` }));
      for (const n of countUp(1, 5)) {
        expect(await store().commit(commitOf({ id: `u${n}`, expectedRevision: 1, keys: {} }))).toBe(2);
      }
    });

    it('gives one username to exactly one of 20 that claim it at once', async () => {
      const stores = [store(), await another()];
      const claims = countUp(1, 20).map((n) =>
        codeOf((stores[n % 2] ?? store()).commit(commitOf({ id: `u${n}`, keys: { username: 'ada' } }))),
      );
      const codes = await Promise.all(claims);
      expect(codes.filter((code) => code === 'none')).toHaveLength(1);
      expect(codes.filter((code) => code === 'already_exists')).toHaveLength(19);
      const owner = await store().find('user', 'username', 'ada');
      expect(owner?.id).toBe(`u${codes.indexOf('none') + 1}`);
    });
  });

  describe('pins', () => {
    const { store, another } = withStore(open);

    it('keeps the first value for ever', async () => {
      expect(await store().pin('salt', 'first')).toBe('first');
      expect(await store().pin('salt', 'second')).toBe('first');
      expect(await store().pin('other', 'second')).toBe('second');
    });

    it('refuses a name or value that it could not keep exactly', async () => {
      expect(await codeOf(store().pin('salt', 'x\0'))).toBe('invalid');
      expect(await codeOf(store().pin('sa\ud800lt', 'x'))).toBe('invalid');
      expect(await store().pin('salt', 'first')).toBe('first');
    });

    it('lets exactly one of many writers be the first', async () => {
      const stores = [store(), await another()];
      const seen = await Promise.all(
        countUp(1, 20).map((n) => (stores[n % 2] ?? store()).pin('salt', `v${n}`)),
      );
      expect(new Set(seen).size).toBe(1);
      expect(await store().pin('salt', 'late')).toBe(seen[0]);
    });
  });
};
