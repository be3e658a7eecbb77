import { builtWith } from './mutants/build';
import { checks, type CheckName } from './mutants/checks';
import { mutants } from './mutants/list';

/** Every property and every table can fail: each guard of the core is removed once, and somebody notices. */
const passes = async (mutation: (typeof mutants)[number] | null, name: CheckName): Promise<boolean> => {
  const policy = await builtWith(mutation);
  try {
    checks[name](policy, true);
    return true;
  } catch {
    return false;
  }
};

describe('the core as it is', () => {
  const names = Object.keys(checks) as CheckName[];
  it.each(names)('passes %s', async (name) => {
    checks[name](await builtWith(null), true);
  });
});

describe('the core without a guard', () => {
  it.each(mutants)('$name: $noticedBy', async (mutant) => {
    for (const name of mutant.noticedBy) expect([name, await passes(mutant, name)]).toEqual([name, false]);
  });

  it('is noticed by every property and by every table', () => {
    const noticing = new Set<string>(mutants.flatMap(({ noticedBy }) => noticedBy));
    expect(Object.keys(checks).filter((name) => !noticing.has(name))).toEqual([]);
  });
});

it('a mutation that is not found, or found twice, is a mistake', async () => {
  const mutation = { file: 'read.ts', text: 'no such text', instead: '' };
  await expect(builtWith(mutation)).rejects.toThrow('0 times');
  await expect(builtWith({ ...mutation, text: 'return' })).rejects.toThrow('times: return');
});
