import { cliffsDelta, median, shiftFor } from './effect-size';
import { createRandom } from './random';

it('is the chance to be larger less the chance to be smaller', () => {
  expect(cliffsDelta([1, 2, 3], [1, 2, 3])).toBe(0);
  expect(cliffsDelta([4, 5], [1, 2, 3])).toBe(1);
  expect(cliffsDelta([1, 2, 3], [4, 5])).toBe(-1);
  // Of the six pairs two are larger, one is equal, three are smaller.
  expect(cliffsDelta([1, 4], [2, 1, 5])).toBeCloseTo((2 - 3) / 6);
  expect(() => cliffsDelta([], [1])).toThrow('empty');
});

it('is what comparing every pair gives, and turns its sign when the samples change places', () => {
  const random = createRandom('pairs');
  for (let n = 0; n < 50; n += 1) {
    const draw = () => Array.from({ length: 1 + random.below(30) }, () => random.below(12));
    const [first, second] = [draw(), draw()];
    const pairs = first.flatMap((a) => second.map((b): number => Math.sign(a - b)));
    const expected = pairs.reduce((sum, sign) => sum + sign, 0) / pairs.length;
    expect(cliffsDelta(first, second)).toBeCloseTo(expected, 12);
    expect(cliffsDelta(second, first)).toBeCloseTo(-expected, 12);
  }
});

it('is not moved by an outlier', () => {
  const calm = Array.from({ length: 100 }, (_, n) => n);
  expect(Math.abs(cliffsDelta([...calm.slice(0, 99), 1e12], calm))).toBeLessThan(0.02);
});

it('knows what an effect means in the unit of the sample', () => {
  const even = Array.from({ length: 1000 }, (_, n) => n);
  const shift = shiftFor(even, 0.147);
  expect(
    cliffsDelta(
      even.map((value) => value + shift),
      even,
    ),
  ).toBeCloseTo(0.147, 2);
});

it('finds the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow('empty');
});
