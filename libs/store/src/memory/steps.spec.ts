/** A process dies on one side or the other of a commit; the next one on the same disk finds it whole or not at all. */
import { verifyHistory } from '../verify-history';
import { codeOf, commitOf } from '../contract/harness';
import type { Store } from '../store';
import { createMemoryDisk } from './disk';
import type { MemoryDisk } from './disk';
import { openMemoryStore } from './memory-store';
import { memorySteps } from './steps';
import type { MemoryStep } from './steps';

const deps = { now: () => 1000 };

const dyingAt = (disk: MemoryDisk, fatal: MemoryStep): Store =>
  openMemoryStore(disk, deps, {
    onStep: (step) => {
      if (step === fatal) throw new Error(`died: ${step}`);
    },
  });

describe('a commit on a memory disk', () => {
  let disk: MemoryDisk;
  let survivor: Store;
  beforeEach(async () => {
    disk = createMemoryDisk();
    survivor = openMemoryStore(disk, deps);
    await survivor.commit(commitOf({ id: 'u1', state: 'first', keys: { name: 'a' }, facets: { tier: 'a' } }));
  });
  const second = commitOf({
    id: 'u1',
    expectedRevision: 1,
    state: 'second',
    keys: { name: 'b' },
    facets: { tier: 'b' },
    events: [
      { type: 'user.changed', data: 1 },
      { type: 'user.changed', data: 2 },
    ],
  });

  /** Everything that can be seen of it. */
  const look = async (): Promise<unknown> => ({
    state: (await survivor.get('user', 'u1'))?.state,
    byKey: [await survivor.find('user', 'name', 'a'), await survivor.find('user', 'name', 'b')].map(
      (found) => found?.revision,
    ),
    byFacet: [
      await survivor.list('user', { where: { tier: 'a' }, limit: 5 }),
      await survivor.list('user', { where: { tier: 'b' }, limit: 5 }),
    ].map((found) => found.length),
    history: (await survivor.history('user', 'u1')).map(({ seq }) => seq),
    events: (await survivor.events({ after: 0, limit: 9 })).map(({ position }) => position),
    broken: await verifyHistory(survivor, 'user', 'u1'),
  });

  it('that died before it took effect left nothing, and can be made again', async () => {
    const untouched = await look();
    await expect(dyingAt(disk, 'before commit').commit(second)).rejects.toThrow('died: before commit');
    expect(await look()).toEqual(untouched);
    expect(await survivor.commit(second)).toBe(2);
  });

  it('that died after it took effect is there, whole, and is met by who tries again', async () => {
    await expect(dyingAt(disk, 'after commit').commit(second)).rejects.toThrow('died: after commit');
    expect(await look()).toEqual({
      state: 'second',
      byKey: [undefined, 2],
      byFacet: [0, 1],
      history: [1, 2, 3],
      events: [1, 2, 3],
      broken: undefined,
    });
    expect(await codeOf(survivor.commit(second))).toBe('conflict');
  });

  it('tells its steps in order, of nothing that was refused', async () => {
    const told: string[] = [];
    const store = openMemoryStore(disk, deps, { onStep: (step) => void told.push(step) });
    await store.commit(second);
    expect(told.splice(0)).toEqual(memorySteps);
    expect(await codeOf(store.commit(commitOf({ id: '' })))).toBe('invalid');
    expect(await codeOf(store.commit(commitOf({ id: 'u2' }), { deadline: 1000 }))).toBe('deadline');
    expect(told).toEqual([]);
    expect(await codeOf(store.commit(second))).toBe('conflict');
    expect(told).toEqual(['before commit']);
  });

  /** A store whose commits wait before they take effect, and how to let them go on. */
  const waiting = (now: () => number = deps.now): { store: Store; goOn: () => void } => {
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const onStep = (step: MemoryStep): Promise<void> | undefined =>
      step === 'before commit' ? gate : undefined;
    return { store: openMemoryStore(disk, { now }, { onStep }), goOn: () => goOn() };
  };

  it('that waits is decided when it takes effect, against what others did meanwhile', async () => {
    const { store, goOn } = waiting();
    const late = codeOf(store.commit(second));
    expect(await survivor.commit({ ...second, state: 'overtook' })).toBe(2);
    goOn();
    expect(await late).toBe('conflict');
    expect((await survivor.get('user', 'u1'))?.state).toBe('overtook');
  });

  it('that waits past its deadline, or past the end of its store, has no effect', async () => {
    const untouched = await look();
    let time = 1000;
    const slow = waiting(() => time);
    const late = codeOf(slow.store.commit(second, { deadline: 2000 }));
    time = 2000;
    slow.goOn();
    expect(await late).toBe('deadline');
    const ended = waiting();
    const orphan = codeOf(ended.store.commit(second));
    await ended.store.close();
    ended.goOn();
    expect(await orphan).toBe('unavailable');
    expect(await look()).toEqual(untouched);
  });

  it('keeps what the caller passed at the time of the call, and gives no caller what another holds', async () => {
    const { store, goOn } = waiting();
    const state = { limits: ['1'] };
    const data = { amount: '1' };
    const committing = store.commit({ ...second, state, events: [{ type: 'user.changed', data }] });
    state.limits.push('2');
    data.amount = '2';
    goOn();
    await committing;
    const read = async (): Promise<readonly unknown[]> => [
      (await survivor.get('user', 'u1'))?.state,
      (await survivor.find('user', 'name', 'b'))?.state,
      (await survivor.list('user', { limit: 1 }))[0]?.state,
      (await survivor.history('user', 'u1'))[1]?.data,
      (await survivor.events({ after: 1, limit: 1 }))[0]?.data,
    ];
    const first = await read();
    const [kept, event] = [{ limits: ['1'] }, { amount: '1' }];
    expect(first).toEqual([kept, kept, kept, event, event]);
    for (const value of first) Object.assign(value as object, { limits: [], amount: 'changed' });
    expect(await read()).toEqual([kept, kept, kept, event, event]);
  });
});
