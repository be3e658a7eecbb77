import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call, CauseOptions } from './action';
import { importFile, type ImportDeps, type Row } from './import-file';
import { UsageError } from './usage-error';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'countersign-import-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const columns = { required: ['uid'], optional: ['tier'] };
const csv = (count: number) => `uid,tier\n${Array.from({ length: count }, (_, n) => `u${n},\n`).join('')}`;

function run(content: string, deps: Partial<ImportDeps> = {}, options: Partial<CauseOptions> = {}) {
  writeFileSync(join(folder, 'users.csv'), content);
  const sent: { rows: readonly Row[]; key: string }[] = [];
  let out = '';
  let err = '';
  const call = {
    options: { reason: 'import', ...options },
    terminal: { progress: undefined, err: (text: string) => void (err += text) },
    path: (file: string) => join(folder, file),
    show: <Value>(value: Value, text: (value: Value) => string) => void (out += text(value)),
  } as unknown as Call<CauseOptions>;
  const result = importFile(call, 'users.csv', {
    columns,
    isDone: () => false,
    ...deps,
    async send(rows, cause) {
      sent.push({ rows, key: cause.idempotencyKey });
      return deps.send?.(rows, cause) ?? { results: rows.map((_, index) => ({ index, ok: true })) };
    },
  });
  return { result, sent, out: () => out, err: () => err };
}

it('sends all rows in batches, each with a key of its own', async () => {
  const { result, sent, out } = run(csv(250));
  expect(await result).toBe(0);
  expect(sent.map(({ rows }) => rows.length)).toEqual([100, 100, 50]);
  expect(sent[2]?.rows.at(-1)).toEqual({ uid: 'u249', tier: '' });
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
  expect(out()).toBe('250 rows: 250 done, 0 there already, 0 failed\n');
});

it('uses the same keys for the same content, and others for other content', async () => {
  const keys = async (content: string) => {
    const { result, sent } = run(content);
    await result;
    return sent.map(({ key }) => key);
  };
  expect(await keys(csv(150))).toEqual(await keys(csv(150)));
  expect(await keys(csv(150))).not.toEqual(await keys(csv(149)));
});

it('tells of every row that failed, by its line, and ends with 1', async () => {
  const { result, out } = run(csv(103), {
    send: async (rows) => ({
      results: rows.map(({ uid }, index) =>
        uid === 'u1' || uid === 'u102'
          ? {
              index,
              ok: false,
              fault: { code: 'invalid', message: 'the request is not valid', details: ['role: must be'] },
            }
          : uid === 'u2'
            ? { index, ok: false, fault: { code: 'already_exists', message: 'already exists', details: [] } }
            : { index, ok: true },
      ),
    }),
    isDone: ({ code }) => code === 'already_exists',
  });
  expect(await result).toBe(1);
  expect(out()).toBe(
    'users.csv:3: invalid: role: must be\n' +
      'users.csv:104: invalid: role: must be\n' +
      '103 rows: 100 done, 1 there already, 2 failed\n',
  );
});

it('says how far it came when it cannot go on', async () => {
  let batches = 0;
  const { result, err } = run(csv(250), {
    send: async (rows) => {
      if ((batches += 1) === 2) throw new Error('away');
      return { results: rows.map((_, index) => ({ index, ok: true })) };
    },
  });
  await expect(result).rejects.toThrow('away');
  expect(err()).toBe('users.csv: 100 of 250 rows were sent; run it again to go on\n');
});

it.each([
  ['', 'has no rows'],
  ['uid,tier\n', 'has no rows'],
  ['tier\ngold\n', 'misses the column uid'],
  ['uid,colour\nada,red\n', 'has an unknown column colour'],
  ['uid,tier\nada\n', 'is not CSV'],
])('refuses %j before anything is sent', async (content, message) => {
  const { result, sent } = run(content);
  await expect(result).rejects.toThrow(message);
  await expect(result).rejects.toBeInstanceOf(UsageError);
  expect(sent).toEqual([]);
});
