import fc from 'fast-check';
import { createCountersigner, type SaltMode } from './countersign';
import vectors from './vectors.json';

const seed = 20260103;
const derived = createCountersigner({ salt: '0123456789abcdef0123456789abcdef', mode: 'derived' });
const shared = createCountersigner({ salt: '0123456789abcdef0123456789abcdef', mode: 'shared' });
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

// Frozen: rows may be added to vectors.json, never edited. A failing row means lost wallets.
it.each(vectors)('gives the frozen key: $from', ({ mode, salt, kind, id, x, key }) => {
  const { forUser, forMachine } = createCountersigner({ salt, mode: mode as SaltMode });
  expect((kind === 'user' ? forUser : forMachine)(id, x)).toBe(key);
});

describe(`the countersign, seed ${seed}`, () => {
  it('is the same for the same input, from any instance', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        anyText,
        fc.constantFrom<SaltMode>('derived', 'shared'),
        (salt, id, x, mode) => {
          fc.pre(salt !== '');
          const [one, two] = [0, 1].map(() => createCountersigner({ salt, mode }));
          expect(one?.forUser(id, x)).toBe(two?.forUser(id, x));
          expect(one?.forMachine(id, x)).toBe(two?.forMachine(id, x));
          expect(one?.forUser(id, x)).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('differs between a user and a machine of one id when derived', () => {
    fc.assert(
      fc.property(anyText, anyText, (id, x) => {
        expect(derived.forUser(id, x)).not.toBe(derived.forMachine(id, x));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('differs between any two ids, between any two x, and between salts when derived', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (id, other, x) => {
        fc.pre(id !== other);
        expect(derived.forUser(id, x)).not.toBe(derived.forUser(other, x));
        expect(derived.forUser(x, id)).not.toBe(derived.forUser(x, other));
        const foreign = createCountersigner({ salt: 'another salt', mode: 'derived' });
        expect(derived.forUser(id, x)).not.toBe(foreign.forUser(id, x));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('does not confuse the end of an id with the beginning of x, or a kind with an id', () => {
    expect(derived.forUser('ab', 'c')).not.toBe(derived.forUser('a', 'bc'));
    expect(derived.forUser('machine:a', 'x')).not.toBe(derived.forMachine('a', 'x'));
  });

  it('depends on x alone when shared', () => {
    expect(shared.forUser('a', 'x')).toBe(shared.forUser('b', 'x'));
    expect(shared.forUser('a', 'x')).toBe(shared.forMachine('a', 'x'));
    expect(shared.forUser('a', 'x')).not.toBe(shared.forUser('a', 'y'));
    expect(shared.forUser('a', 'x')).not.toBe(derived.forUser('a', 'x'));
  });
});

describe('strings that are not well-formed', () => {
  it('count as if each lone surrogate were U+FFFD, in ids and in x', () => {
    for (const { forUser, forMachine } of [derived, shared]) {
      expect(forUser('a\uD800', 'x\uDC00')).toBe(forUser('a\uFFFD', 'x\uFFFD'));
      expect(forMachine('a\uD800', 'x\uDC00')).toBe(forMachine('a\uFFFD', 'x\uFFFD'));
    }
  });

  it('are refused as a salt, as is no salt', () => {
    for (const mode of ['derived', 'shared'] as const) {
      expect(() => createCountersigner({ salt: 'a\uD800', mode })).toThrow(TypeError);
      expect(() => createCountersigner({ salt: '', mode })).toThrow(TypeError);
    }
  });
});
