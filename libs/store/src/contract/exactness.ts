/** What is stored comes back exactly, however awkward: a database's own mapping must not show. */
import type { Json } from '../store';
import { allEvents, commitOf, withStore } from './harness';
import type { OpenStore } from './harness';

const awkward: readonly (readonly [name: string, value: Json])[] = [
  ['dotted and dollar keys', { 'a.b': 1, $set: { $where: '1' }, '': 'empty', 'x.$.y': [] }],
  ['a __proto__ key', JSON.parse('{"__proto__":{"admin":true},"constructor":1,"toString":2}') as Json],
  ['an _id of its own', { _id: 'mine', __v: 3, _schema: null }],
  ['40-digit decimals', { limit: '1234567890123456789012345678901234567890.0000000001', zero: '0.10' }],
  ['numbers at the edge', [0, -1, 9007199254740991, 5e-324, 1.7976931348623157e308, 0.1]],
  ['unicode', { ключ: '\u{1f600} ﷽ \u0000 \u2028 \ufeff é e\u0301', 'e\u0301': 'é' }],
  ['half surrogate pairs', ['\ud800', '\udc00\ud800', { '\udfff': 1 }]],
  ['empty things', [{}, [], '', null, [[]], { a: {} }]],
  ['keys that look like numbers, and their order', { b: 1, a: 2, '10': 3, '2': 4 }],
  ['null alone', null],
  ['text alone', '{"not":"parsed"}'],
];

export const describeExactness = (open: OpenStore): void => {
  describe('exactness', () => {
    const { store } = withStore(open);

    it.each(awkward)('keeps %s byte for byte, in state and in events', async (_name, value) => {
      await store().commit(
        commitOf({ id: 'u1', state: value, events: [{ type: 'user.changed', data: value }] }),
      );
      const [event] = await allEvents(store(), 1);
      const text = JSON.stringify(value);
      expect(JSON.stringify((await store().get('user', 'u1'))?.state)).toBe(text);
      expect(JSON.stringify(event?.data)).toBe(text);
      expect(JSON.stringify((await store().history('user', 'u1'))[0]?.data)).toBe(text);
    });

    it('keeps ids, keys and facets exactly: no trimming, no folding, no normalising', async () => {
      const ids = ['a', 'A', ' a', 'a ', 'é', 'e\u0301', '$id', 'a.b', 'ａ'];
      for (const id of ids)
        await store().commit(commitOf({ id, state: id, keys: { name: id }, facets: { name: id } }));
      for (const id of ids) {
        expect((await store().get('user', id))?.state).toBe(id);
        expect((await store().find('user', 'name', id))?.id).toBe(id);
        expect((await store().list('user', { where: { name: id }, limit: 10 })).map((row) => row.id)).toEqual(
          [id],
        );
      }
    });
  });
};
