import { pauseBefore } from './converse-link';
import { nextId } from './converse-session';

describe('reconnecting', () => {
  test('the first attempt is immediate, later ones wait longer up to a bound, spread by half', () => {
    const shortest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => pauseBefore(attempt, () => 0));
    const longest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => pauseBefore(attempt, () => 1));
    expect(shortest).toEqual([0, 25, 50, 100, 200, 400, 800, 1_000, 1_000]);
    expect(longest).toEqual([0, 50, 100, 200, 400, 800, 1_600, 2_000, 2_000]);
  });
});

describe('call ids', () => {
  test('go round within 32 bits, skip 0, and skip those in flight', () => {
    const none = new Set<number>();
    expect(nextId(0, none)).toBe(1);
    expect(nextId(0xffff_fffe, none)).toBe(0xffff_ffff);
    expect(nextId(0xffff_ffff, none)).toBe(1);
    expect(nextId(0xffff_ffff, new Set([1, 2, 4]))).toBe(3);
  });
});
