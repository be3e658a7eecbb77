/** What was found once stays mended: kept finds first, then a few inputs of a constant seed, against the real processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as secrets from '@countersign/secrets';
import { readCrashes } from '../src/crashes';
import { startFuzzedStack, type FuzzedStack } from '../src/fuzzed-stack';
import { run } from '../src/run';
import { readShareSeeds } from '../src/seeds';
import { createShareTarget } from '../src/shares/share-target';
import type { Target } from '../src/target';

let stack: FuzzedStack;
let targets: readonly Target[];
beforeAll(async () => {
  stack = await startFuzzedStack();
  targets = [...stack.targets, createShareTarget(secrets, readShareSeeds())];
}, 120_000);
afterAll(() => stack.stop(), 60_000);

test('what was found before is found no more', async () => {
  for (const { target: name, inputs } of await readCrashes(resolve(__dirname, '../crashes'))) {
    const target = targets.find((one) => one.name === name);
    for (const input of inputs) expect({ input, problem: await target?.check(input) }).toEqual({ input });
    expect(await target?.inspect()).toEqual([]);
  }
}, 120_000);

test('a short run finds nothing, and gets answers of every kind', async () => {
  const out = mkdtempSync(join(tmpdir(), 'countersign-fuzz-'));
  const found: string[] = [];
  const start = performance.now();
  const { finds } = await run({
    targets,
    seed: 'replay',
    seconds: 120,
    inputs: new Map(targets.map(({ name }) => [name, 300])),
    out,
    elapsed: () => performance.now() - start,
    stopped: () => false,
    progress: () => undefined,
    found: (text) => found.push(text),
  });
  rmSync(out, { recursive: true, force: true });
  expect({ finds, found }).toEqual({ finds: 0, found: [] });
  const answers = targets.flatMap((target) => [...target.answers().keys()]);
  for (const answer of [
    'framed: 200',
    'framed: 400',
    'framed: 404',
    'framed: 405',
    'bare: 400 of the HTTP server',
    'Admin: ok',
    'Admin: invalid',
    'Callback: invalid',
    'Converse: ok',
    'of another peer: forbidden',
    'combine: secret',
  ])
    expect(answers).toContain(answer);
}, 180_000);
