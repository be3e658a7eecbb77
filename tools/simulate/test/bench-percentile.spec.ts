import { median, percentile, spreadOf } from '../src/bench-percentile';

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

test.each([
  [0.01, 1],
  [0.5, 50],
  [0.95, 95],
  [0.99, 99],
  [0.991, 100],
  [1, 100],
])('percentile %d of 1 to 100, in any order, is %d', (share, expected) => {
  expect(percentile(hundred, share)).toBe(expected);
});

test('numbers are ranked as numbers, not as text', () => {
  expect(spreadOf([100, 9, 20])).toEqual({ median: 20, p95: 100, p99: 100 });
});

test.each([[[], 0.5] as const, [[1], 0] as const, [[1], 1.01] as const])(
  'nothing to rank is refused: %j at %d',
  (values, share) => {
    expect(() => percentile(values, share)).toThrow(RangeError);
  },
);

test.each([1, 2, 3, 7, 20, 101])('of %d values a percentile is the least that the share asks for', (size) => {
  const values = Array.from({ length: size }, (_, i) => (i * 37) % size);
  for (const share of [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1]) {
    const found = percentile(values, share);
    expect(values).toContain(found);
    expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(size * share);
    expect(values.filter((value) => value < found).length).toBeLessThan(size * share);
  }
});

test('what is measured is not reordered', () => {
  const values = [3, 1, 2];
  expect(median(values)).toBe(2);
  expect(values).toEqual([3, 1, 2]);
});
