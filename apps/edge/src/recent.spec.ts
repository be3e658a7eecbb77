import { createRecent } from './recent';

it('makes room by what was set longest ago, not by what was read', () => {
  const recent = createRecent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.get('a');
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c'), recent.size()]).toEqual([undefined, 2, 3, 2]);
  recent.set('b', 4);
  recent.set('d', 5);
  expect([recent.get('b'), recent.get('c'), recent.get('d')]).toEqual([4, undefined, 5]);
  recent.delete('b');
  expect([recent.get('b'), recent.size()]).toEqual([undefined, 1]);
});
