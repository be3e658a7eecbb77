import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@countersign/store';
import { runCli } from '../src/cli';
import { openAudited } from '../src/open-audited';
import { createWorld, withHistory } from './world';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-audit-'));
  path = join(folder, 'store.db');
  const store = await openStore(`sqlite:${path}`, { now: Date.now, newId: randomUUID });
  await withHistory(createWorld(store));
  await store.close();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function audit(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await runCli(
    args,
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      errIsTty: false,
      env: { STORE_URL: `sqlite:${path}` },
      cwd: folder,
      now: Date.now,
      signal: new AbortController().signal,
    },
    openAudited,
  );
  return { code, out, err };
}

/** Changes every occurrence of a text in the file to one as long, as somebody with a disk editor would. */
async function edit(from: string, to: string): Promise<void> {
  expect(to).toHaveLength(from.length);
  const before = await readFile(path, 'latin1');
  expect(before).toContain(from);
  await writeFile(path, before.replaceAll(from, to), 'latin1');
}

it('verifies a SQLite file in order, and changes no byte of what is in it', async () => {
  const before = await readFile(path);
  expect(await audit('verify')).toMatchObject({ code: 0, err: '' });
  expect((await readFile(path)).equals(before)).toBe(true);
});

it('finds an amount that was edited in the events and in the state alike', async () => {
  await edit('"amount":"1000"', '"amount":"9000"');
  const { code, out } = await audit('verify');
  expect(code).toBe(1);
  expect(out).toMatch(/user .* ada .* 2 .* edited/);
});

it('finds a state that was edited alone', async () => {
  await edit('"frozen":false,"chains"', '"frozen":true ,"chains"');
  const { code, out } = await audit('verify');
  expect(code).toBe(1);
  expect(out).toMatch(/platform .* state differs .* frozen/);
});

it('takes no mistyped address for an empty store in order, and creates nothing there', async () => {
  const missing = join(folder, 'other.db');
  expect(await audit('verify', '--store', `sqlite:${missing}`)).toEqual({
    code: 2,
    out: '',
    err: `audit: --store: no file at ${missing}\n`,
  });
  expect(existsSync(missing)).toBe(false);
});

it('takes a path from where the person is', async () => {
  expect(await audit('verify', '--store', 'sqlite:./store.db')).toMatchObject({ code: 0, err: '' });
});

it.each([
  ['postgres://localhost', /^audit: --store: STORE_URL must be sqlite:<path> or mongodb:/],
  ['sqlite:./notes.txt', /^audit: --store: the file at STORE_URL is not a database\n$/],
  ['sqlite:./empty.db', /^audit: --store: this store is empty; is the address right\?\n$/],
])('refuses %s with exit code 2', async (url, message) => {
  await writeFile(
    join(folder, 'notes.txt'),
    'no database, but long enough to be looked at as one. '.repeat(100),
  );
  const empty = await openStore(`sqlite:${join(folder, 'empty.db')}`, { now: Date.now, newId: randomUUID });
  await empty.close();
  const { code, out, err } = await audit('verify', '--store', url);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
});
