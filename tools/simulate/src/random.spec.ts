import { createRandom } from './random';

describe('the source of chance', () => {
  it('gives the same numbers for the same seed, for ever', () => {
    const random = createRandom('countersign');
    expect(Array.from({ length: 8 }, () => random.below(1000))).toEqual([
      213, 860, 154, 492, 532, 255, 562, 295,
    ]);
  });

  it('gives other numbers for another seed', () => {
    const numbers = (seed: string) => {
      const random = createRandom(seed);
      return Array.from({ length: 8 }, () => random.below(2 ** 32));
    };
    expect(numbers('1/0')).not.toEqual(numbers('1/1'));
    expect(numbers('1/0')).not.toEqual(numbers('10'));
  });

  it('is even, and keeps to its bounds', () => {
    const random = createRandom('even');
    const hits = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const number = random.between(3, 12) - 3;
      hits[number] = (hits[number] ?? 0) + 1;
    }
    for (const hit of hits) expect(Math.abs(hit - 10_000)).toBeLessThan(500);
  });

  it('weighs, and waits about as long as it is told', () => {
    const random = createRandom('weights');
    const picked = Array.from({ length: 10_000 }, () =>
      random.weighted([
        [1, 'a'],
        [3, 'b'],
        [0, 'c'],
      ]),
    );
    const share = picked.filter((one) => one === 'a').length / picked.length;
    expect(share).toBeGreaterThan(0.23);
    expect(share).toBeLessThan(0.27);
    expect(picked).not.toContain('c');
    const waits = Array.from({ length: 10_000 }, () => random.wait(500));
    const mean = waits.reduce((sum, one) => sum + one, 0) / waits.length;
    expect(mean).toBeGreaterThan(470);
    expect(mean).toBeLessThan(530);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0);
  });

  it('cannot pick from nothing', () => {
    expect(() => createRandom('x').pick([])).toThrow(RangeError);
  });
});
