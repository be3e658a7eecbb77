/** A full disk: a small file system of its own where the machine allows mounting, and SQLite's page limit everywhere. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allEvents, codeOf, commitOf, countUp } from '../contract/harness';
import { verifyChain } from '../chain';
import type { Store } from '../store';
import type { Connection } from './connection';
import { sqliteMigrations } from './schema';
import { openSqliteStore } from './sqlite-store';
import { temporaryDatabase, testDeps } from './temporary-database';

const state = 'x'.repeat(20_000);

/** Commits in groups of 8 until one is refused; returns the ids that were acknowledged. */
const fill = async (store: Store): Promise<readonly string[]> => {
  const acknowledged: string[] = [];
  for (let group = 0; group < 1000; group++) {
    const ids = countUp(1, 8).map((n) => `u${group}-${n}`);
    const codes = await Promise.all(ids.map((id) => codeOf(store.commit(commitOf({ id, state })))));
    acknowledged.push(...ids.filter((_, i) => codes[i] === 'none'));
    const refused = codes.filter((code) => code !== 'none');
    if (refused.length > 0) {
      expect(new Set(refused)).toEqual(new Set(['unavailable']));
      return acknowledged;
    }
  }
  throw new Error('the disk never became full');
};

const expectAll = async (store: Store, ids: readonly string[]): Promise<void> => {
  const users = await store.list('user', { limit: 1000 });
  expect(users.map(({ id }) => id)).toEqual([...ids].sort());
  const events = await allEvents(store, ids.length);
  expect(events.map(({ position, id }) => [position, id])).toEqual(ids.map((id, i) => [i + 1, id]));
  for (const event of events) expect(verifyChain([event])).toBeUndefined();
};

/** Where a file system of 4 MB is mounted, or undefined when this machine or user may not mount. */
const mountSmall = (): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'countersign-test', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
};

describe('a SQLite store that cannot grow', () => {
  it('refuses commits as unavailable, keeps what it acknowledged, and goes on when it may grow', async () => {
    const database = await temporaryDatabase();
    // SQLite's page limit belongs to a connection; a storage step is where the store's own can be reached.
    let own: Connection | undefined;
    const limited = (connection: Connection): void => {
      own = connection;
      connection.exec('PRAGMA max_page_count = 200');
    };
    const store = openSqliteStore(database.path, testDeps, [...sqliteMigrations, limited]);
    const acknowledged = await fill(store);
    expect(acknowledged.length).toBeGreaterThan(8);
    await expectAll(store, acknowledged);
    expect(await codeOf(store.commit(commitOf({ id: 'large', state: state.repeat(20) })))).toBe(
      'unavailable',
    );
    own?.exec('PRAGMA max_page_count = 100000');
    expect(await store.commit(commitOf({ id: 'u-later', state }))).toBe(1);
    await expectAll(store, [...acknowledged, 'u-later']);
    await store.close();
    await database.dispose();
  });

  it('on a full disk refuses commits, still reads, and recovers by itself', async () => {
    const folder = mountSmall();
    if (folder === undefined) {
      process.stderr.write('SQLite on a full disk (tmpfs): NOT RUN (this user cannot mount a file system)\n');
      return;
    }
    try {
      const ballast = join(folder, 'ballast');
      writeFileSync(ballast, Buffer.alloc(1024 * 1024));
      const store = openSqliteStore(join(folder, 'store.db'), testDeps);
      const acknowledged = await fill(store);
      expect(acknowledged.length).toBeGreaterThan(8);
      await expectAll(store, acknowledged);
      expect(await codeOf(store.commit(commitOf({ id: 'large', state: state.repeat(20) })))).toBe(
        'unavailable',
      );
      rmSync(ballast);
      expect(await store.commit(commitOf({ id: 'u-later', state }))).toBe(1);
      await store.ping();
      await store.close();
      const reopened = openSqliteStore(join(folder, 'store.db'), testDeps);
      await expectAll(reopened, [...acknowledged, 'u-later']);
      await reopened.close();
    } finally {
      // Lazily: the driver lets go of its files only when it is garbage-collected.
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    }
  });
});
