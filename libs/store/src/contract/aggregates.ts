/** One aggregate at a time: create, change, read back, and what is refused. */
import { kinds } from '../store';
import { allEvents, codeOf, commitOf, withStore } from './harness';
import type { OpenStore } from './harness';

export const describeAggregates = (open: OpenStore): void => {
  describe('aggregates', () => {
    const { store, another } = withStore(open);

    it('returns what was committed, with revisions counted from 1', async () => {
      expect(await store().commit(commitOf({ id: 'u1', state: { n: 1 } }))).toBe(1);
      expect(await store().get('user', 'u1')).toEqual({
        kind: 'user',
        id: 'u1',
        revision: 1,
        state: { n: 1 },
      });
      expect(await store().commit(commitOf({ id: 'u1', expectedRevision: 1, state: { n: 2 } }))).toBe(2);
      expect(await store().get('user', 'u1')).toEqual({
        kind: 'user',
        id: 'u1',
        revision: 2,
        state: { n: 2 },
      });
    });

    it('knows nothing of what was not committed, and keeps kinds apart', async () => {
      await store().commit(commitOf({ id: 'same' }));
      await store().commit(commitOf({ kind: 'machine', id: 'same', state: 'another' }));
      expect(await store().get('user', 'other')).toBeUndefined();
      expect(await store().get('notification', 'same')).toBeUndefined();
      expect((await store().get('machine', 'same'))?.state).toBe('another');
      expect((await store().get('user', 'same'))?.state).toEqual({ n: 0 });
    });

    it.each(kinds)(
      'keeps a %s with its key, its place in the list, its chain and its events',
      async (kind) => {
        for (const other of kinds) await store().commit(commitOf({ kind: other, id: 'same', state: other }));
        const events = [{ type: `${kind}.changed`, data: kind }];
        const change = { expectedRevision: 1, state: `new ${kind}`, keys: { name: kind }, events };
        expect(await store().commit(commitOf({ kind, id: 'same', ...change }))).toBe(2);
        const expected = { kind, id: 'same', revision: 2, state: `new ${kind}` };
        expect(await store().get(kind, 'same')).toEqual(expected);
        expect(await store().find(kind, 'name', kind)).toEqual(expected);
        expect(await store().list(kind, { limit: 10 })).toEqual([expected]);
        const history = await store().history(kind, 'same');
        expect(history.map((event) => event.kind)).toEqual([kind, kind]);
        expect((await store().head(kind, 'same'))?.hash).toBe(history[1]?.hash);
        // Of different aggregates the order is not promised.
        const log = await allEvents(store(), kinds.length + 1);
        expect(log).toContainEqual(expect.objectContaining({ kind, id: 'same', seq: 2, data: kind }));
        for (const other of kinds.filter((one) => one !== kind)) {
          expect(await store().get(other, 'same')).toMatchObject({ revision: 1, state: other });
        }
      },
    );

    it('refuses a revision that is not the current one and changes nothing', async () => {
      await store().commit(commitOf({ id: 'u1' }));
      expect(await codeOf(store().commit(commitOf({ id: 'u1', expectedRevision: 0, state: 'x' })))).toBe(
        'conflict',
      );
      expect(await codeOf(store().commit(commitOf({ id: 'u1', expectedRevision: 2, state: 'x' })))).toBe(
        'conflict',
      );
      expect(await codeOf(store().commit(commitOf({ id: 'u2', expectedRevision: 1, state: 'x' })))).toBe(
        'conflict',
      );
      expect((await store().get('user', 'u1'))?.state).toEqual({ n: 0 });
      expect(await store().get('user', 'u2')).toBeUndefined();
      expect(await store().history('user', 'u1')).toHaveLength(1);
    });

    it('refuses to create what is there already, however often it was changed since', async () => {
      for (let revision = 0; revision < 40; revision++) {
        await store().commit(commitOf({ id: 'u1', expectedRevision: revision, events: [] }));
      }
      expect(await codeOf(store().commit(commitOf({ id: 'u1' })))).toBe('conflict');
      expect(await codeOf(store().commit(commitOf({ id: 'u1', expectedRevision: 3 })))).toBe('conflict');
    });

    it.each([
      ['an empty id', { id: '' }],
      ['an id with a NUL', { id: 'u\0' }],
      ['an id with half a surrogate pair', { id: 'u\ud800' }],
      ['an empty key value', { id: 'u', keys: { username: '' } }],
      ['a reason with a NUL', { id: 'u', cause: { actor: 'a', reason: 'x\0y', requestId: '' } }],
      ['a broken revision', { id: 'u', expectedRevision: -1 }],
    ])('refuses %s as invalid', async (_name, part) => {
      expect(await codeOf(store().commit(commitOf(part)))).toBe('invalid');
    });

    it('refuses a state that JSON cannot hold exactly, naming the place', async () => {
      const commit = store().commit(commitOf({ id: 'u', state: { limits: [{ until: undefined }] } }));
      await expect(commit).rejects.toThrow('$.limits[0].until');
      expect(await store().get('user', 'u')).toBeUndefined();
    });

    it('refuses a state that is too large, and keeps one of a megabyte', async () => {
      expect(await codeOf(store().commit(commitOf({ id: 'u', state: 'x'.repeat(5 * 1024 * 1024) })))).toBe(
        'exhausted',
      );
      const large = 'é'.repeat(512 * 1024);
      await store().commit(commitOf({ id: 'u', state: large }));
      expect((await store().get('user', 'u'))?.state).toBe(large);
    });

    it('finds no aggregate under text that could not have been stored', async () => {
      await store().commit(commitOf({ id: 'u1', keys: { username: 'ada' } }));
      expect(await store().get('user', 'u1\0')).toBeUndefined();
      expect(await store().find('user', 'username', 'ada\0')).toBeUndefined();
      expect(await store().history('user', 'u1\0')).toEqual([]);
      expect(await store().head('user', 'u1\0')).toBeUndefined();
    });

    it('shows an acknowledged commit to every store on the database at once', async () => {
      const other = await another();
      for (let revision = 0; revision < 20; revision++) {
        const [writer, reader] = revision % 2 === 0 ? [store(), other] : [other, store()];
        await writer.commit(commitOf({ id: 'u1', expectedRevision: revision, state: revision }));
        expect(await reader.get('user', 'u1')).toMatchObject({ revision: revision + 1, state: revision });
        expect(await reader.history('user', 'u1')).toHaveLength(revision + 1);
      }
    });

    it('keeps everything over close and open', async () => {
      await store().commit(
        commitOf({ id: 'u1', state: 'kept', keys: { username: 'ada' }, facets: { tier: 'a' } }),
      );
      await store().pin('salt', 'fingerprint');
      const before = await store().history('user', 'u1');
      await store().close();
      const reopened = await another();
      expect(await reopened.find('user', 'username', 'ada')).toMatchObject({
        id: 'u1',
        revision: 1,
        state: 'kept',
      });
      expect(await reopened.list('user', { where: { tier: 'a' }, limit: 10 })).toHaveLength(1);
      expect((await reopened.history('user', 'u1')).map(({ hash }) => hash)).toEqual(
        before.map(({ hash }) => hash),
      );
      expect(await reopened.pin('salt', 'other')).toBe('fingerprint');
      expect(await reopened.commit(commitOf({ id: 'u1', expectedRevision: 1 }))).toBe(2);
    });

    it('refuses a call whose deadline has passed, without effect', async () => {
      const late = { deadline: 1 };
      expect(await codeOf(store().get('user', 'u1', late))).toBe('deadline');
      expect(await codeOf(store().commit(commitOf({ id: 'u1' }), late))).toBe('deadline');
      expect(await store().get('user', 'u1')).toBeUndefined();
    });

    it('answers a ping, and refuses everything once closed', async () => {
      await store().ping();
      await store().close();
      expect(await codeOf(store().ping())).toBe('unavailable');
      expect(await codeOf(store().get('user', 'u1'))).toBe('unavailable');
      expect(await codeOf(store().commit(commitOf({ id: 'u1' })))).toBe('unavailable');
    });

    it('says which server it is, and where, without credentials', () => {
      expect(store().description.server).toMatch(/^\S.* \d+\.\d+/);
      expect(store().description.url).toMatch(/^(sqlite:\/.|mongodb:\/\/.|memory:)[^@]*$/);
    });
  });
};
