/** One transaction for many commits: what happens to the others when one of them breaks after it began to write. */
import { renameSync } from 'node:fs';
import { encodeCommit } from '../commit-check';
import { commitOf } from '../contract/harness';
import type { Connection } from './connection';
import { createGroupCommit } from './group-commit';
import { openDatabase } from './database';
import type { SqliteDatabase } from './database';
import { sqliteMigrations } from './schema';
import { temporaryDatabase, testDeps } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';

describe('a group of commits', () => {
  let folder: TemporaryDatabase;
  let database: SqliteDatabase;
  beforeEach(async () => {
    folder = await temporaryDatabase();
    database = openDatabase({ newId: testDeps.newId, path: folder.path, migrations: sqliteMigrations });
  });
  afterEach(async () => {
    database.close();
    await folder.dispose();
  });

  interface Watched {
    readonly begun: () => number;
    readonly database: Pick<SqliteDatabase, 'use' | 'confirm'>;
  }

  /** The database, with `before` called ahead of each statement and at the end of each transaction ("COMMIT"). */
  const watched = (before: (sql: string, values: readonly unknown[]) => void): Watched => {
    let begun = 0;
    const use: SqliteDatabase['use'] = (work) =>
      database.use((connection) => {
        const run: Connection['run'] = (sql, ...values) => {
          before(sql, values);
          connection.run(sql, ...values);
        };
        const transaction: Connection['transaction'] = (inner) => {
          begun++;
          return connection.transaction(() => {
            const result = inner();
            before('COMMIT', []);
            return result;
          });
        };
        return work({ ...connection, run, transaction });
      });
    return { begun: () => begun, database: { use, confirm: database.confirm } };
  };

  const ids = ['a', 'b', 'c', 'd'];
  const events = (): readonly unknown[] =>
    database.use((connection) => connection.rows('SELECT position, id, seq FROM events ORDER BY position'));

  it('shares one transaction, and is told of once', async () => {
    const { begun, database: counted } = watched(() => undefined);
    let told = 0;
    const group = createGroupCommit({ database: counted, now: testDeps.now, committed: () => told++ });
    await Promise.all(ids.map((id) => group.commit(encodeCommit(commitOf({ id })), undefined)));
    expect(begun()).toBe(1);
    expect(told).toBe(1);
  });

  it('loses only the one that breaks, leaves none of its events and no gap in the positions', async () => {
    let inserted = 0;
    const { database: breaking } = watched((sql, values) => {
      if (sql.includes('INTO events') && values.includes('b') && ++inserted === 2) throw new Error('a bug');
    });
    const group = createGroupCommit({ database: breaking, now: testDeps.now, committed: () => undefined });
    const two = [1, 2].map((n) => ({ type: 'user.changed', data: n }));
    const answers = await Promise.allSettled(
      ids.map((id) => group.commit(encodeCommit(commitOf({ id, events: two })), undefined)),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(events()).toEqual(
      ['a', 'a', 'c', 'c', 'd', 'd'].map((id, i) => ({ position: i + 1, id, seq: (i % 2) + 1 })),
    );
    expect(
      database.use((connection) => connection.row("SELECT id FROM records WHERE id = 'b'")),
    ).toBeUndefined();
  });

  it('acknowledges nothing when COMMIT fails, and has kept nothing', async () => {
    const { database: failing } = watched((sql) => {
      if (sql === 'COMMIT') throw Object.assign(new Error('disk full'), { rawCode: 13 });
    });
    const group = createGroupCommit({ database: failing, now: testDeps.now, committed: () => undefined });
    const answers = await Promise.allSettled(
      ids.map((id) => group.commit(encodeCommit(commitOf({ id })), undefined)),
    );
    expect(answers).toEqual(
      ids.map(() => ({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'unavailable' }) as unknown,
      })),
    );
    expect(events()).toEqual([]);
  });

  it('takes receipts in, and acknowledges and keeps none when COMMIT fails', async () => {
    const receipt = { name: 'key', value: 'v', until: testDeps.now() + 60_000, expectedVersion: 0 };
    const kept = () => database.use((connection) => connection.rows('SELECT name FROM receipts'));
    let full = true;
    const { begun, database: failing } = watched((sql) => {
      if (full && sql === 'COMMIT') throw Object.assign(new Error('disk full'), { rawCode: 13 });
    });
    const group = createGroupCommit({ database: failing, now: testDeps.now, committed: () => undefined });
    const both = () =>
      Promise.allSettled([
        group.putReceipt(receipt, undefined),
        group.commit(encodeCommit(commitOf({ id: 'a' })), undefined),
      ]);
    expect((await both()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(kept()).toEqual([]);
    full = false;
    expect(await both()).toMatchObject([{ value: true }, { value: 1 }]);
    expect(kept()).toHaveLength(1);
    expect(begun()).toBe(2);
  });

  it('acknowledges nothing that went into a file which was no longer at its path', async () => {
    const { database: robbed } = watched((sql) => {
      if (sql === 'COMMIT') renameSync(folder.path, `${folder.path}.away`);
    });
    const group = createGroupCommit({ database: robbed, now: testDeps.now, committed: () => undefined });
    const commit = group.commit(encodeCommit(commitOf({ id: 'a' })), undefined);
    await expect(commit).rejects.toMatchObject({ code: 'unavailable' });
  });
});
