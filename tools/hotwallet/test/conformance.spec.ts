/** The proof that the table can be held, and that every check of it can fail. */
import { runConformance } from '../src/conformance/run';
import { checks } from '../src/conformance/checks';
import { fixtures } from './backend/data';
import { flaws, manners, type Flaw } from './backend/flaws';
import { secret, startBackend } from './backend/server';

const options = { secret, fixtures, timeoutMs: 3000, slowLimitMs: 4000 };

test.each([undefined, ...manners])('an honest backend holds the whole table (manner: %s)', async (manner) => {
  const backend = await startBackend(manner);
  try {
    const { ok, results } = await runConformance({ ...options, url: backend.url });
    expect(results.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(results).toHaveLength(checks.length);
    expect(ok).toBe(true);
  } finally {
    await backend.stop();
  }
});

describe('a backend with one flaw is caught', () => {
  test.each(Object.entries(flaws))('%s: %s fails', async (flaw, name) => {
    const backend = await startBackend(flaw as Flaw);
    try {
      const { ok, results } = await runConformance({ ...options, url: backend.url, only: `^${name}$` });
      expect(results.map((result) => [result.name, result.outcome])).toEqual([[name, 'fails']]);
      expect(ok).toBe(false);
    } finally {
      await backend.stop();
    }
  });

  test('every check that asks the backend anything is failed by some flaw', () => {
    const caught = new Set<string>(Object.values(flaws));
    const asking = checks.map(({ name }) => name).filter((name) => !name.startsWith('vectors/'));
    expect(asking.filter((name) => !caught.has(name))).toEqual([]);
  });
});
