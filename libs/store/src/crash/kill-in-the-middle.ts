/**
 * The crash test of any store: a child process commits, is killed with SIGKILL while it does, and the store is opened
 * again. Every acknowledged commit and its events must be there, none twice, and the chains must hold.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { verifyChain } from '../chain';
import { allEvents } from '../contract/harness';
import type { Store, Stored } from '../store';

export interface Acknowledged {
  /** The highest revision that was acknowledged, by id. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly count: number;
}

/** Kills the child as soon as `killAfter` commits are acknowledged; it has more under way at that moment. */
export const killInTheMiddle = async (url: string, killAfter: number): Promise<Acknowledged> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'committer.ts'), url], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const revisions = new Map<string, number>();
  let count = 0;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const [id = '', revision = ''] = line.split(' ');
      revisions.set(id, Number(revision));
      count++;
      if (count === killAfter) child.kill('SIGKILL');
    }
  } finally {
    child.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error('the child ended before it was killed');
  return { revisions, count };
};

export const expectNothingLost = async (store: Store, acknowledged: Acknowledged): Promise<void> => {
  const users: Stored<unknown>[] = [];
  for (;;) {
    const after = users.at(-1)?.id;
    const page: readonly Stored<unknown>[] = await store.list('user', {
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    users.push(...page);
    if (page.length < 1000) break;
  }
  const found = new Map(users.map(({ id, revision }) => [id, revision]));
  const lost = [...acknowledged.revisions].filter(([id, revision]) => (found.get(id) ?? 0) < revision);
  expect(lost).toEqual([]);

  const expected = users.reduce((sum, { revision }) => sum + 2 * revision, 0);
  const events = await allEvents(store, expected);
  expect(events.map(({ position }) => position)).toEqual(Array.from({ length: expected }, (_, i) => i + 1));
  for (const { id, revision } of users) {
    const own = events.filter((event) => event.id === id);
    expect(own).toHaveLength(2 * revision);
    const head = await store.head('user', id);
    expect(verifyChain(own, head && { head })).toBeUndefined();
    expect((await store.find('user', 'username', id))?.id).toBe(id);
  }
};
