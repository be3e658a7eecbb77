import { createLoginPlaces } from './login-places';

it('gives as many places as there are, and each back once', () => {
  const places = createLoginPlaces({ max: 2 });
  const [first, second] = [places.take(), places.take()];
  expect([places.take(), places.taken()]).toEqual([undefined, 2]);
  first?.();
  first?.();
  expect(places.taken()).toBe(1);
  expect(places.take()).toBeDefined();
  expect(places.take()).toBeUndefined();
  second?.();
  expect(places.take()).toBeDefined();
});
