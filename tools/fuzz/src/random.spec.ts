import { createEdgeInputs } from './edge/edge-inputs';
import { createEngineInputs } from './engine/engine-inputs';
import { readSchema } from './engine/schema';
import { createRandom, type Random } from './random';
import { readEdgeSeeds, readEngineSeeds, readShareSeeds } from './seeds';
import { createShareInputs } from './shares/share-inputs';
import type { Input } from './target';
import { findProtoRoot, protoFiles } from '@countersign/rpc';

const schema = readSchema(findProtoRoot(__dirname), protoFiles);

describe.each<[string, (random: Random) => Input]>([
  ['edge', createEdgeInputs(readEdgeSeeds(), 'secret')],
  ['engine', createEngineInputs(schema, readEngineSeeds())],
  ['shares', createShareInputs(readShareSeeds())],
])('the inputs for %s', (_, make) => {
  const made = (seed: string) => Array.from({ length: 500 }, (_, n) => make(createRandom(`${seed} ${n}`)));

  it('follow from the seed alone', () => {
    expect(made('a')).toEqual(made('a'));
    expect(made('a')).not.toEqual(made('b'));
  });

  it('are many different ones, of every kind, and of bounded size', () => {
    const inputs = made('c');
    expect(new Set(inputs.map(({ bytes }) => bytes.toString('base64'))).size).toBeGreaterThan(300);
    expect(new Set(inputs.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    for (const { bytes } of inputs) expect(bytes.length).toBeLessThan(4 * 2 ** 20);
  });
});

test('numbers stay in their bounds and reach them', () => {
  const random = createRandom('bounds');
  const below = new Set(Array.from({ length: 500 }, () => random.below(7)));
  expect([...below].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  const sizes = Array.from({ length: 5_000 }, () => random.size(9));
  expect(Math.min(...sizes)).toBe(0);
  expect(Math.max(...sizes)).toBe(9);
});
