/** The file itself: who may read it, what may be opened, and a second process on it. */
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, commitOf } from '../contract/harness';
import { connect } from './connection';
import type { Connection } from './connection';
import { sqliteMigrations } from './schema';
import { openSqliteStore } from './sqlite-store';
import { testDeps } from './temporary-database';

describe('the file of a SQLite store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-file-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

  it('is private, and so are its log and the folders made for it, whatever characters are in its name', async () => {
    const path = join(folder, 'a', 'b %20?#', 'store.db');
    const store = openSqliteStore(path, testDeps);
    await store.commit(commitOf({ id: 'u1' }));
    expect(await Promise.all([path, `${path}-wal`, `${path}-shm`].map(modeOf))).toEqual([
      '600',
      '600',
      '600',
    ]);
    expect(await modeOf(join(folder, 'a'))).toBe('700');
    expect(await modeOf(join(folder, 'a', 'b %20?#'))).toBe('700');
    await store.close();
  });

  it('is refused when it is no database, or one of another program, and is left as it was', async () => {
    const text = join(folder, 'notes.txt');
    await writeFile(text, 'not a database '.repeat(100));
    expect(() => openSqliteStore(text, testDeps)).toThrow(
      expect.objectContaining({ code: 'invalid' }) as Error,
    );
    const foreign = join(folder, 'foreign.db');
    await writeFile(foreign, '');
    const connection = connect(foreign);
    connection.exec("CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('schema', '1')");
    connection.close();
    expect(() => openSqliteStore(foreign, testDeps)).toThrow(
      expect.objectContaining({ code: 'invalid' }) as Error,
    );
  });

  it('is all there is of a store that was closed', async () => {
    const store = openSqliteStore(join(folder, 'store.db'), testDeps);
    await store.commit(commitOf({ id: 'u1', state: 'kept' }));
    await store.close();
    await copyFile(join(folder, 'store.db'), join(folder, 'copy.db'));
    const copy = openSqliteStore(join(folder, 'copy.db'), testDeps);
    expect(await copy.get('user', 'u1')).toMatchObject({ state: 'kept' });
    await copy.close();
  });

  it('is made at the start only, never by connecting', async () => {
    const path = join(folder, 'store.db');
    expect(() => connect(path)).toThrow(expect.objectContaining({ code: 'unavailable' }) as Error);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('is unavailable where no file can be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, 'file', 'store.db');
    expect(() => openSqliteStore(path, testDeps)).toThrow(
      expect.objectContaining({ code: 'unavailable' }) as Error,
    );
  });

  it('refuses commits, not reads, while another process holds its lock, and goes on afterwards', async () => {
    const path = join(folder, 'store.db');
    let own: Connection | undefined;
    const keepConnection = (connection: Connection): void => void (own = connection);
    const store = openSqliteStore(path, testDeps, [...sqliteMigrations, keepConnection]);
    await store.commit(commitOf({ id: 'u1' }));
    const other = connect(path);
    other.exec('BEGIN IMMEDIATE');
    expect(await codeOf(store.commit(commitOf({ id: 'u2' })))).toBe('unavailable');
    expect(await codeOf(store.ping())).toBe('unavailable');
    expect(await store.get('user', 'u1')).toMatchObject({ revision: 1 });
    other.exec('ROLLBACK');
    other.close();
    expect(await store.commit(commitOf({ id: 'u2' }))).toBe(1);
    // A lock is no reason to open the file anew, which checks all of it.
    expect(own?.row("SELECT id FROM records WHERE id = 'u2'")).toMatchObject({ id: 'u2' });
    await store.close();
  });
});
