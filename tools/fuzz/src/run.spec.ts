import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCrashes } from './crashes';
import { run, type RunOptions } from './run';
import type { Find, Input, Target } from './target';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'countersign-fuzz-run-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

/** Takes a byte each, and is asked what is wrong with it. */
const target = (
  check: (byte: number, input: Input) => string | undefined,
  inspect: () => Find[] = () => [],
): Target & { readonly seen: number[] } => {
  const seen: number[] = [];
  return {
    seen,
    name: 'shares',
    width: 4,
    make: (random) => ({ kind: 'byte', bytes: Buffer.from([random.below(256)]) }),
    check: async (input) => {
      const byte = input.bytes[0] ?? 0;
      seen.push(byte);
      return check(byte, input);
    },
    inspect: async () => inspect(),
    answers: () => new Map(),
  };
};

/** A clock that goes on by a millisecond each time somebody looks at it. */
const options = (mine: Target, more: Partial<RunOptions> = {}): RunOptions & { readonly told: string[] } => {
  let ms = 0;
  const told: string[] = [];
  return {
    targets: [mine],
    seed: 's',
    seconds: 60,
    inputs: new Map([['shares', 1_000]]),
    out,
    elapsed: () => (ms += 1),
    stopped: () => false,
    progress: () => undefined,
    found: (text) => told.push(text),
    told,
    ...more,
  };
};

test('without a find nothing is kept, and each target has its number', async () => {
  const calm = target(() => undefined);
  expect(await run(options(calm))).toEqual({ replayed: 0, counts: new Map([['shares', 1_000]]), finds: 0 });
  expect(calm.seen).toHaveLength(1_000);
  expect(readdirSync(out)).toEqual([]);
});

test('a find is kept with what is needed to see it again, and is tried first from then on', async () => {
  const broken = target((byte) => (byte === 7 ? 'seven' : undefined));
  const first = await run(options(broken));
  expect(first.finds).toBeGreaterThan(0);
  const [crash] = await readCrashes(out);
  expect(crash).toMatchObject({ target: 'shares', problem: 'seven', seed: 's' });
  expect(crash?.inputs).toEqual([{ kind: 'byte', bytes: Buffer.from([7]) }]);

  const later = target((byte) => (byte === 7 ? 'seven' : undefined));
  const again = await run(options(later, { inputs: new Map([['shares', 1]]) }));
  expect(later.seen[0]).toBe(7);
  expect(again).toMatchObject({ replayed: 1 });
  expect(again.finds).toBeGreaterThan(0);

  const mended = target(() => undefined);
  expect(await run(options(mended))).toMatchObject({ replayed: 1, finds: 0 });
  expect(mended.seen[0]).toBe(7);
});

test('of one problem three inputs are kept, the others are counted', async () => {
  const always = target((byte) => `wrong at ${byte}`);
  expect(await run(options(always))).toMatchObject({ finds: 1_000 });
  expect(readdirSync(out).length).toBeLessThanOrEqual(3);
});

test('a find that does not show again says so', async () => {
  const tried = new Set<Input>();
  const flaky = target((byte, input) => {
    const first = byte === 7 && !tried.has(input);
    tried.add(input);
    return first ? 'seven' : undefined;
  });
  await run(options(flaky));
  expect((await readCrashes(out))[0]?.problem).toBe('seven (not when it was sent once more)');
});

test('what no answer showed is kept with the last inputs, or with the one that it names', async () => {
  const named = { kind: 'byte', bytes: Buffer.from('named') };
  let turns = 0;
  const ending = target(
    () => undefined,
    () => (turns++ === 0 ? [{ problem: 'ended' }, { problem: 'logged', input: named }] : []),
  );
  expect(await run(options(ending))).toMatchObject({ finds: 2 });
  const crashes = await readCrashes(out);
  expect(crashes.find(({ problem }) => problem === 'ended')?.inputs).toHaveLength(100);
  expect(crashes.find(({ problem }) => problem === 'logged')?.inputs).toEqual([named]);
});

test('it ends when the time is over, or when it is told to', async () => {
  const calm = target(() => undefined);
  const { counts } = await run(options(calm, { seconds: 2, inputs: new Map() }));
  expect(counts.get('shares')).toBeGreaterThan(100);
  const stopped = target(() => undefined);
  await run(options(stopped, { stopped: () => true }));
  expect(stopped.seen).toEqual([]);
});

test('a file about no target is an error, not passed over', async () => {
  writeFileSync(join(out, 'x.json'), '{"target":"other","inputs":[]}');
  await expect(run(options(target(() => undefined)))).rejects.toThrow('x.json is not about a target');
});
