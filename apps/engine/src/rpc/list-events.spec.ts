import type { AdminHandlers, CallContext } from '@countersign/rpc';
import type { Json, Store } from '@countersign/store';
import { evidenceWorld } from '../../test/evidence-world';
import { createEventWait } from '../event-wait';
import { listEvents } from './list-events';

type Request = Parameters<AdminHandlers['listEvents']>[0];

const world = (pause: () => Promise<void> = async () => undefined) => {
  const w = evidenceWorld();
  const eventWait = createEventWait({ store: w.store, maxWaiting: 4, pause });
  const read: number[] = [];
  const store = {
    ...w.store,
    events: (query: Parameters<Store['events']>[0]) => {
      read.push(query.limit);
      return w.store.events(query);
    },
  };
  const handler = listEvents({ store, eventWait, now: () => w.clock.now });
  const asked: Request = { afterPosition: 0, limit: 0, waitMs: 0, kind: '', id: '' };
  const context = (part: Partial<CallContext>): CallContext => ({
    method: 'Admin.ListEvents',
    peer: 'admin',
    requestId: 'r-1',
    deadline: w.clock.now + 60_000,
    signal: new AbortController().signal,
    ...part,
  });
  const list = (part: Partial<Request> = {}, call: Partial<CallContext> = {}) =>
    handler({ ...asked, ...part }, context(call));
  const positions = async (...of: Parameters<typeof list>) => {
    const { events, nextPosition } = await list(...of);
    return [events.map(({ position }) => position), nextPosition];
  };
  const commit = (kind: 'tier' | 'user', id: string, expectedRevision = 0, data: Json = {}) =>
    w.store.commit({
      kind,
      id,
      expectedRevision,
      state: {},
      events: [{ type: `${kind}.changed`, data }],
      cause: { actor: 'test', reason: 'test', requestId: 'r-1' },
      at: w.clock.now,
    });
  return { ...w, eventWait, read, list, positions, commit };
};

it('tells events in order, and where the next page starts', async () => {
  const { positions, happen } = world();
  expect(await positions()).toEqual([[], 0]);
  await happen(5);
  expect(await positions({ limit: 2 })).toEqual([[1, 2], 2]);
  expect(await positions({ limit: 2, afterPosition: 4 })).toEqual([[5], 5]);
  expect(await positions({ afterPosition: 5 })).toEqual([[], 5]);
  expect(await positions({ afterPosition: 9 })).toEqual([[], 9]);
});

it('looks for those of a kind or of an aggregate, and tells how far it looked', async () => {
  const { positions, commit } = world();
  await commit('user', 'a');
  await commit('tier', 'a');
  await commit('user', 'b');
  await commit('user', 'a', 1);
  await commit('tier', 'c');
  expect(await positions({ kind: 'user' })).toEqual([[1, 3, 4], 5]);
  expect(await positions({ kind: 'user', limit: 2 })).toEqual([[1, 3], 3]);
  expect(await positions({ kind: 'user', id: 'a' })).toEqual([[1, 4], 5]);
  expect(await positions({ kind: 'user', id: 'a', afterPosition: 1, limit: 1 })).toEqual([[4], 4]);
  expect(await positions({ kind: 'machine' })).toEqual([[], 5]);
});

it('looks through a long log in several calls, and waits only at its end', async () => {
  const { list, happen, commit, read } = world();
  await happen(12_500);
  await commit('tier', 't');
  const first = await list({ kind: 'tier', waitMs: 30_000 });
  expect(first).toEqual({ events: [], nextPosition: 10_000 });
  expect(read).toHaveLength(10);
  const second = await list({ kind: 'tier', waitMs: 30_000, afterPosition: first.nextPosition });
  expect([second.events.map(({ id }) => id), second.nextPosition]).toEqual([['t'], 12_501]);
});

it('goes on after the last event that fits into a message', async () => {
  const { positions, commit } = world();
  for (const id of ['a', 'b', 'c']) await commit('user', id, 0, { text: 'x'.repeat(600_000) });
  expect(await positions()).toEqual([[1], 1]);
  expect(await positions({ kind: 'user', afterPosition: 1 })).toEqual([[2], 2]);
});

describe('waiting', () => {
  it('ends with the first event, and not with one that was not asked for', async () => {
    const { positions, happen, commit, read } = world();
    const any = positions({ waitMs: 30_000 });
    const tier = positions({ waitMs: 30_000, kind: 'tier' });
    await happen(1);
    expect(await any).toEqual([[1], 1]);
    await happen(2);
    await commit('tier', 't');
    expect(await tier).toEqual([[4], 4]);
    // Before and after the wait, for each of the two: what happened meanwhile made nobody look.
    expect(read).toHaveLength(4);
  });

  it('tells a burst as one page', async () => {
    let resume: () => void = () => undefined;
    let gathering: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (gathering = resolve));
    const { positions, happen } = world(() => {
      gathering();
      return new Promise((resolve) => (resume = resolve));
    });
    const burst = positions({ waitMs: 30_000 });
    await happen(1);
    await first;
    await happen(4);
    resume();
    expect(await burst).toEqual([[1, 2, 3, 4, 5], 5]);
  });

  it('tells how far it looked when nothing of the kind has come', async () => {
    const { positions, happen, eventWait, commit } = world();
    const tier = positions({ waitMs: 30_000, kind: 'tier' });
    const third = positions({ waitMs: 30_000, kind: 'machine' });
    const known = positions({ waitMs: 30_000, kind: 'user', id: 'last' });
    await happen(3);
    await commit('user', 'last');
    expect(await known).toEqual([[4], 4]);
    await eventWait.stop();
    expect(await Promise.all([tier, third])).toEqual([
      [[], 4],
      [[], 4],
    ]);
  });

  it('ends when the time is over, before the caller stops listening', async () => {
    const { positions, clock } = world();
    expect(await positions({ waitMs: 1 })).toEqual([[], 0]);
    expect(await positions({ waitMs: 30_000 }, { deadline: clock.now + 251 })).toEqual([[], 0]);
    expect(await positions({ waitMs: 30_000 }, { deadline: clock.now + 100 })).toEqual([[], 0]);
  });

  it('ends when the caller goes, and when the engine stops', async () => {
    const { positions, eventWait } = world();
    const gone = new AbortController();
    const waiting = positions({ waitMs: 30_000 }, { signal: gone.signal });
    gone.abort();
    expect(await waiting).toEqual([[], 0]);
    const draining = positions({ waitMs: 30_000 });
    await eventWait.stop();
    expect(await draining).toEqual([[], 0]);
  });

  it('misses nothing that happens between looking and waiting', async () => {
    const { positions, happen } = world();
    let after = 0;
    for (let round = 0; round < 50; round += 1) {
      const next = positions({ afterPosition: after, waitMs: 30_000 });
      for (let i = 0; i < round % 7; i += 1) await null;
      await happen(1);
      after += 1;
      expect(await next).toEqual([[after], after]);
    }
  });
});

it('refuses what it does not understand, all of it at once', async () => {
  const { list } = world();
  const bad = { afterPosition: -1, waitMs: 30_001, kind: 'nothing' };
  await expect(list(bad)).rejects.toMatchObject({ code: 'invalid', details: { length: 3 } });
  await expect(list({ id: 'a' })).rejects.toMatchObject({ details: [expect.stringContaining('id: ')] });
  await expect(list({ limit: 1001 })).rejects.toMatchObject({ code: 'invalid' });
});
