import { EventEmitter } from 'node:events';
import { mkdtemp, open, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReloads, type Reloads } from './reloads';

let dir: string;
let signals: EventEmitter;
let reloads: Reloads;
let lines: string[];
let outcomes: string[];

function start(everyMs: number): void {
  const log = {
    info: ({ what }: { what?: string }, message: string) => void lines.push(`${what}: ${message}`),
    warn: () => undefined,
    error: ({ what, err }: { what?: string; err?: Error }, message: string) =>
      void lines.push(`${what}: ${message} (${err?.message})`),
    child: () => log,
  };
  reloads = createReloads({
    log,
    process: signals as unknown as NodeJS.Process,
    everyMs,
    observe: (name, outcome) => void outcomes.push(`${name} ${outcome}`),
  });
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reloads-'));
  signals = new EventEmitter();
  lines = [];
  outcomes = [];
});
afterEach(async () => {
  await reloads.stop();
  await rm(dir, { recursive: true });
});

const never = 2 ** 31 - 1;
const at = (name: string): string => join(dir, name);

/** Written and put in place at once; a file written over is for a moment an empty one, and that is a change of its own. */
async function put(name: string, text: string): Promise<void> {
  await writeFile(at('new'), text);
  await rename(at('new'), at(name));
}

/** Resolves when the condition holds; the test's own timeout is its limit. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

/** Something to reload whose loads end when the test says so. */
function slow(name: string, files: () => readonly string[]) {
  const ends: ((error?: Error) => void)[] = [];
  const load = () =>
    new Promise<void>((resolve, reject) =>
      ends.push((error) => (error === undefined ? resolve() : reject(error))),
    );
  return { ends, what: { name, since: Infinity, files, load } };
}

test('SIGHUP loads everything once, changed or not', async () => {
  start(never);
  const loaded: string[] = [];
  for (const name of ['secret', 'certificate']) {
    reloads.add({ since: Infinity, name, files: () => [], load: async () => void loaded.push(name) });
  }
  expect(loaded).toEqual([]);
  signals.emit('SIGHUP');
  await until(() => outcomes.length === 2);
  expect(loaded.sort()).toEqual(['certificate', 'secret']);
  expect(outcomes.sort()).toEqual(['certificate done', 'secret done']);
  expect(lines).toContain('secret: reloaded');
});

test('a change loads what it belongs to and nothing else', async () => {
  start(2);
  await put('a', 'one');
  await put('b', 'one');
  for (const name of ['a', 'b']) {
    reloads.add({ since: Infinity, name, files: () => [at(name)], load: async () => undefined });
  }
  await put('b', 'other');
  await until(() => outcomes.length === 1);
  await put('a', 'other');
  await until(() => outcomes.length === 2);
  expect(outcomes).toEqual(['b done', 'a done']);
});

test.each<[string, () => Promise<void>]>([
  [
    'written over with as many bytes',
    async () => {
      const file = await open(at('file'), 'r+');
      await file.write('two');
      await file.close();
    },
  ],
  ['replaced by a rename', () => put('file', 'one')],
  [
    'a link that is swapped',
    async () => {
      await writeFile(at('second'), 'one');
      await symlink(at('second'), at('new'));
      await rename(at('new'), at('file'));
    },
  ],
])('sees a file that is %s', async (_how, change) => {
  start(2);
  await writeFile(at('first'), 'one');
  await utimes(at('first'), 1, 1);
  await symlink(at('first'), at('file'));
  reloads.add({ since: Infinity, name: 'file', files: () => [at('file')], load: async () => undefined });
  await change();
  await until(() => outcomes.length > 0);
});

test('a file that goes missing fails to load once, and is loaded when it is back', async () => {
  start(2);
  await put('file', 'one');
  let missing = false;
  reloads.add({
    since: Infinity,
    name: 'file',
    files: () => [at('file')],
    load: async () => {
      if (missing) throw new Error('gone');
    },
  });
  missing = true;
  await rm(at('file'));
  await until(() => outcomes.length === 1);
  missing = false;
  await put('file', 'one');
  await until(() => outcomes.length === 2);
  expect(outcomes).toEqual(['file failed', 'file done']);
  expect(lines).toEqual([
    'file: could not be reloaded; what was loaded before stays in use (gone)',
    'file: reloaded',
  ]);
});

test('a failed load is not repeated by itself, but by the next SIGHUP', async () => {
  start(2);
  const { ends, what } = slow('secret', () => [at('file')]);
  let looks = 0;
  reloads.add({
    ...what,
    files: () => {
      looks += 1;
      return what.files();
    },
  });
  await put('file', 'one');
  await until(() => ends.length === 1);
  ends[0]?.(new Error('weak'));
  await until(() => outcomes.length === 1);
  const before = looks;
  await until(() => looks > before + 3);
  expect(ends).toHaveLength(1);
  signals.emit('SIGHUP');
  await until(() => ends.length === 2);
  ends[1]?.();
  await until(() => outcomes.length === 2);
  expect(outcomes).toEqual(['secret failed', 'secret done']);
});

test('one load at a time; what happens meanwhile leads to exactly one more', async () => {
  start(2);
  await put('file', 'one');
  const { ends, what } = slow('file', () => [at('file')]);
  reloads.add(what);
  signals.emit('SIGHUP');
  await until(() => ends.length === 1);
  signals.emit('SIGHUP');
  signals.emit('SIGHUP');
  await put('file', 'other');
  ends[0]?.();
  await until(() => ends.length === 2);
  expect(outcomes).toEqual(['file done']);
  await put('file', 'yet another');
  ends[1]?.();
  await until(() => ends.length === 3);
  ends[2]?.();
  await until(() => outcomes.length === 3);
});

test('SIGHUP during a load is not left to the next look', async () => {
  start(never);
  const { ends, what } = slow('secret', () => []);
  reloads.add(what);
  signals.emit('SIGHUP');
  await until(() => ends.length === 1);
  signals.emit('SIGHUP');
  ends[0]?.();
  await until(() => ends.length === 2);
  ends[1]?.();
  await until(() => outcomes.length === 2);
});

test('looks at the files that the last load has named', async () => {
  start(2);
  await put('a', 'one');
  await put('b', 'one');
  let files = [at('a')];
  reloads.add({
    since: Infinity,
    name: 'ring',
    files: () => files,
    load: async () => void (files = [at('a'), at('b')]),
  });
  await put('a', 'other');
  // Once for the change, once because what was looked at before the load was not all of it.
  await until(() => outcomes.length === 2);
  await put('b', 'other');
  await until(() => outcomes.length === 3);
});

test('stop waits for a load that runs, and nothing is loaded after it', async () => {
  start(2);
  const { ends, what } = slow('file', () => [at('file')]);
  reloads.add(what);
  signals.emit('SIGHUP');
  await until(() => ends.length === 1);
  signals.emit('SIGHUP');
  let stopped = false;
  const stopping = reloads.stop().then(() => (stopped = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  ends[0]?.();
  await stopping;
  signals.emit('SIGHUP');
  await reloads.stop();
  expect(ends).toHaveLength(1);
});

test('what has changed since its first load began is loaded once more, whoever was faster', async () => {
  start(2);
  const before = Date.now();
  await put('early', 'one');
  const since = Date.now() + 1_000;
  const load = async () => undefined;
  reloads.add({ since: before, name: 'changed while it was read', files: () => [at('early')], load });
  reloads.add({ since, name: 'older', files: () => [at('early')], load });
  await until(() => outcomes.length === 1);
  await put('early', 'two');
  await until(() => outcomes.length === 3);
  expect(outcomes[0]).toBe('changed while it was read done');
});
