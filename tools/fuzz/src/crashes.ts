/**
 * Finds, kept as files: one JSON file each, named by target and content, so that the same find is one file however often
 * it comes. They are tried first at every run, and by the tests, for good: what was mended stays mended.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { targetNames, type Input, type TargetName } from './target';

export interface Crash {
  readonly target: TargetName;
  readonly problem: string;
  /** The run and the number of the input in it. */
  readonly seed: string;
  readonly number: number;
  /** More than one when it is not known which one it was. */
  readonly inputs: readonly Input[];
}

interface Kept {
  readonly target: string;
  readonly problem: string;
  readonly seed: string;
  readonly number: number;
  readonly inputs: readonly { readonly kind: string; readonly base64: string }[];
}

/** Resolves with the path. */
export const keepCrash = async (dir: string, crash: Crash): Promise<string> => {
  const inputs = crash.inputs.map(({ kind, bytes }) => ({ kind, base64: bytes.toString('base64') }));
  const hash = createHash('sha256').update(JSON.stringify(inputs), 'utf8').digest('hex').slice(0, 12);
  const path = join(dir, `${crash.target}-${hash}.json`);
  await mkdir(dir, { recursive: true });
  if (!existsSync(path)) await writeFile(path, `${JSON.stringify({ ...crash, inputs }, null, 2)}\n`);
  return path;
};

/** In the order of their names. Throws when a file is none of ours. */
export const readCrashes = async (dir: string): Promise<readonly Crash[]> => {
  if (!existsSync(dir)) return [];
  const files = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => parseCrash(name, await readFile(join(dir, name), 'utf8'))));
};

const parseCrash = (name: string, text: string): Crash => {
  const { target, problem, seed, number, inputs } = JSON.parse(text) as Kept;
  const known = targetNames.find((one) => one === target);
  if (known === undefined) throw new Error(`${name} is not about a target that exists`);
  return {
    target: known,
    problem,
    seed,
    number,
    inputs: inputs.map(({ kind, base64 }) => ({ kind, bytes: Buffer.from(base64, 'base64') })),
  };
};
