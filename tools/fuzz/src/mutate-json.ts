/**
 * Changes what JSON says and keeps it JSON: members left out, doubled, renamed or exchanged, values of another type or
 * at a limit, trees too deep or too wide. What it returns need not be a value of JSON: NaN and the like are for
 * encoders that know them.
 */
import { oddNumber, oddText } from './odd-values';
import type { Random } from './random';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const MOST_DEPTH = 200;

const oddValue = (random: Random): Json =>
  random.weighted<() => Json>([
    [6, () => oddText(random)],
    [4, () => oddNumber(random)],
    [1, () => random.chance(0.5)],
    [1, () => null],
    [1, () => []],
    [1, () => ({})],
    [1, () => nested(random, random.pick([10, 63, 64, 65, MOST_DEPTH]))],
    [1, () => Array.from({ length: random.size(2000) }, () => oddText(random).slice(0, 40))],
  ])();

const nested = (random: Random, depth: number): Json => {
  let value: Json = oddText(random).slice(0, 20);
  for (let left = depth; left > 0; left -= 1) value = random.chance(0.5) ? [value] : { a: value };
  return value;
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** One change somewhere in the tree. */
const changeOnce = (value: Json, random: Random, names: readonly string[]): Json => {
  if (typeof value !== 'object' || value === null || random.chance(0.08)) return changeLeaf(value, random);
  if (isList(value)) {
    if (value.length === 0) return [oddValue(random)];
    const at = random.below(value.length);
    const item = value[at] as Json;
    return random.weighted<() => Json>([
      [6, () => value.with(at, changeOnce(item, random, names))],
      [1, () => value.toSpliced(at, 1)],
      [1, () => value.toSpliced(at, 0, item)],
      [1, () => Array.from({ length: 2 + random.size(300) }, () => item)],
    ])();
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { [random.pick(names)]: oddValue(random) };
  const at = random.below(entries.length);
  const [name, member] = entries[at] as [string, Json];
  return random.weighted<() => Json>([
    [8, () => fromEntries(entries.with(at, [name, changeOnce(member, random, names)]))],
    [1, () => fromEntries(entries.toSpliced(at, 1))],
    [1, () => fromEntries(entries.with(at, [random.pick(names), member]))],
    [1, () => fromEntries([...entries, [random.pick(names), oddValue(random)]])],
    [1, () => fromEntries(entries.with(at, [name, (random.pick(entries) as [string, Json])[1]]))],
  ])();
};

const changeLeaf = (value: Json, random: Random): Json => {
  if (typeof value !== 'string' || random.chance(0.4)) return oddValue(random);
  const at = random.below(value.length + 1);
  return random.weighted<() => Json>([
    [2, () => oddText(random)],
    [1, () => value.toUpperCase()],
    [1, () => value.slice(0, at)],
    [1, () => value.slice(0, at) + oddText(random).slice(0, 100) + value.slice(at)],
    [1, () => value + value],
  ])();
};

/** Own members whatever their names are: `__proto__` as well. */
const fromEntries = (entries: readonly (readonly [string, Json])[]): Json => Object.fromEntries(entries);

/** One to a few changes; `names` are names of members that mean something. */
export const mutateJson = (value: Json, random: Random, names: readonly string[]): Json => {
  let mutated = value;
  for (let left = 1 + random.size(3); left > 0; left -= 1) mutated = changeOnce(mutated, random, names);
  return mutated;
};
