import { createPlaces } from './places';

const [A, B] = ['192.0.2.7', '192.0.2.8'];

it('gives as many places as there are, and each back once', () => {
  const places = createPlaces({ max: 2 });
  const [first, second] = [places.take(A), places.take(B)];
  expect([places.take(A), places.taken()]).toEqual([undefined, 2]);
  first?.();
  first?.();
  expect(places.taken()).toBe(1);
  expect(places.take(A)).toBeDefined();
  expect(places.take(B)).toBeUndefined();
  second?.();
  expect(places.take(B)).toBeDefined();
});

it('gives one source three quarters of them, so that the others have some', () => {
  const places = createPlaces({ max: 8 });
  const taken = Array.from({ length: 9 }, () => places.take(A));
  expect(taken.filter((place) => place !== undefined)).toHaveLength(6);
  expect([places.take(B), places.take(B), places.take(B)].map((place) => place !== undefined)).toEqual([
    true,
    true,
    false,
  ]);
  taken[0]?.();
  expect([places.take(A), places.take(A)].map((place) => place !== undefined)).toEqual([true, false]);
});

it('an IPv6 caller is one source, whichever of its addresses it uses', () => {
  const places = createPlaces({ max: 4 });
  const taken = [1, 2, 3, 4].map((n) => places.take(`2001:db8::${n}`));
  expect(taken.map((place) => place !== undefined)).toEqual([true, true, true, false]);
  expect(places.take('2001:db8:0:1::1')).toBeDefined();
});
