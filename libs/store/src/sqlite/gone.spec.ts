/** The file of a running store goes away, is replaced, comes back. */
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, commitOf } from '../contract/harness';
import type { Store } from '../store';
import { connect } from './connection';
import { sqliteMigrations } from './schema';
import { openSqliteStore } from './sqlite-store';
import { temporaryDatabase, testDeps } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';

const expectRefusal = async (store: Store): Promise<void> => {
  const calls = [
    store.get('user', 'u1'),
    store.find('user', 'username', 'ada'),
    store.commit(commitOf({ id: 'meanwhile' })),
    store.list('user', { limit: 1 }),
    store.history('user', 'u1'),
    store.events({ after: 0, limit: 1 }),
    store.pin('p', 'v'),
    store.ping(),
  ];
  expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'unavailable'));
};

const expectBack = async (store: Store): Promise<void> => {
  expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'acknowledged' });
  expect(await store.get('user', 'meanwhile')).toBeUndefined();
  expect(await store.commit(commitOf({ id: 'later' }))).toBe(1);
  expect((await store.events({ after: 0, limit: 10 })).map(({ position, id }) => [position, id])).toEqual([
    [1, 'u1'],
    [2, 'later'],
  ]);
};

describe('a running SQLite store whose file goes', () => {
  let database: TemporaryDatabase;
  let store: Store;
  let path: string;
  beforeEach(async () => {
    database = await temporaryDatabase();
    ({ path } = database);
    store = await database.open();
    await store.commit(commitOf({ id: 'u1', state: 'acknowledged' }));
  });
  afterEach(() => database.dispose());

  const all = ['', '-wal', '-shm'];
  const move = async (from: string, to: string): Promise<void> => {
    for (const suffix of all) await rename(from + suffix, to + suffix);
  };

  it('refuses while the file is moved away, creates nothing, and goes on when it is back', async () => {
    await move(path, `${path}.away`);
    await expectRefusal(store);
    expect((await readdir(dirname(path))).sort()).toEqual(
      all.map((suffix) => `store.db.away${suffix}`).sort(),
    );
    await move(`${path}.away`, path);
    await expectBack(store);
  });

  it('refuses while only the database file is moved away, and goes on when it is back', async () => {
    await rename(path, `${path}.away`);
    await expectRefusal(store);
    await rename(`${path}.away`, path);
    await expectBack(store);
  });

  it('refuses while the folder is gone, and goes on when it is back', async () => {
    const folder = dirname(path);
    await rename(folder, `${folder}-away`);
    await expectRefusal(store);
    await expect(stat(folder)).rejects.toThrow('ENOENT');
    await rename(`${folder}-away`, folder);
    await expectBack(store);
  });

  it('refuses after the file is deleted, and goes on with a copy that has everything acknowledged', async () => {
    for (const suffix of all) await copyFile(path + suffix, `${path}.copy${suffix}`);
    for (const suffix of all) await rm(path + suffix);
    await expectRefusal(store);
    for (const suffix of ['', '-wal']) await copyFile(`${path}.copy${suffix}`, path + suffix);
    await expectBack(store);
  });

  it('refuses an older copy, which has forgotten what was acknowledged', async () => {
    for (const suffix of all) await copyFile(path + suffix, `${path}.copy${suffix}`);
    await store.commit(commitOf({ id: 'u2' }));
    for (const suffix of all) await rm(path + suffix);
    for (const suffix of ['', '-wal']) await copyFile(`${path}.copy${suffix}`, path + suffix);
    await expectRefusal(store);
  });

  it('refuses an empty file in its place, leaves it empty, and goes on when its own is back', async () => {
    await move(path, `${path}.away`);
    await writeFile(path, '');
    await expectRefusal(store);
    expect((await stat(path)).size).toBe(0);
    await rm(path);
    await move(`${path}.away`, path);
    await expectBack(store);
  });

  it.each([
    ['moved in', rename],
    ['copied in', copyFile],
  ])('refuses another store %s over its own', async (_how, put) => {
    const other = openSqliteStore(join(dirname(path), 'other.db'), testDeps);
    await other.commit(commitOf({ id: 'u1', state: 'another store' }));
    await other.close();
    await rename(path, `${path}.away`);
    await put(join(dirname(path), 'other.db'), path);
    await expectRefusal(store);
    await expectRefusal(store);
    await rm(path);
    await rename(`${path}.away`, path);
    await expectBack(store);
  });

  it.each([
    ['store', 'another'],
    ['schema', String(sqliteMigrations.length + 1)],
  ])('refuses a copy that differs in nothing but its %s', async (name, value) => {
    await store.close();
    await copyFile(path, `${path}.copy`);
    const copy = connect(`${path}.copy`);
    copy.run('UPDATE meta SET value = ? WHERE name = ?', value, name);
    copy.checkpoint();
    copy.close();
    store = await database.open();
    for (const suffix of all) await rm(path + suffix, { force: true });
    await copyFile(`${path}.copy`, path);
    await expectRefusal(store);
  });

  it('loses nothing when its log is deleted under it', async () => {
    await rm(`${path}-wal`);
    await expectBack(store);
    await store.close();
    await expect((await database.open()).get('user', 'later')).resolves.toMatchObject({ revision: 1 });
  });

  it('tells another store from its own without opening it, and logs once why it refuses and that it is back', async () => {
    const lines: unknown[] = [];
    const logging = {
      ...testDeps,
      log: { warn: (fields: object, message: string) => lines.push({ ...fields, message }) },
    };
    const watched = openSqliteStore(path, logging);
    const other = openSqliteStore(join(dirname(path), 'other.db'), testDeps);
    await other.close();
    await rename(path, `${path}.away`);
    await copyFile(join(dirname(path), 'other.db'), path);
    await expectRefusal(watched);
    await rm(path);
    await rename(`${path}.away`, path);
    await watched.ping();
    await watched.close();
    expect(lines).toEqual([
      { path, why: 'not the same store', message: 'the store is gone; refusing until it is back' },
      { path, message: 'the store is back' },
    ]);
  });

  it('refuses a folder in its place', async () => {
    await move(path, `${path}.away`);
    await mkdir(path);
    await expectRefusal(store);
  });
});
