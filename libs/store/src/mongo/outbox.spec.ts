/** A process dies between two steps of a commit; the next one to open the store finishes the work. */
import { verifyChain } from '../chain';
import { allEvents, codeOf, commitOf, countUp, eventually } from '../contract/harness';
import type { Store } from '../store';
import { createConnection } from 'mongoose';
import { createBudget } from './budget';
import { createCopyEvents } from './copy-events';
import { defineModels } from './models';
import type { Models } from './models';
import { describeOnMongo } from './on-server';
import { eventsAtOnce, startRelay } from './relay';
import { steps } from './steps';
import type { OnStep } from './steps';
import { temporaryDatabase, testDeps } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';

describeOnMongo('the outbox of MongoDB', (server) => {
  let database: TemporaryDatabase;
  let models: Models;
  let disconnect: () => Promise<void>;
  beforeEach(async () => {
    database = await temporaryDatabase(server);
    const connection = await createConnection(database.url, {
      autoIndex: false,
      autoCreate: false,
    }).asPromise();
    models = defineModels(connection);
    disconnect = () => connection.close();
  });
  afterEach(async () => {
    await disconnect();
    await database.dispose();
  });

  const expectDone = async (store: Store): Promise<void> => {
    const events = await allEvents(store, 6);
    expect(events.map(({ position }) => position)).toEqual(countUp(1, 6));
    for (const id of ['u1', 'u2']) {
      const own = events.filter((event) => event.id === id);
      const head = await store.head('user', id);
      expect(own.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(verifyChain(own, head && { head })).toBeUndefined();
      expect(await store.history('user', id)).toEqual(own);
    }
    await eventually(
      () => models.records.user.countDocuments({ $or: [{ pending: 1 }, { 'outbox.0': { $exists: true } }] }),
      (left) => left === 0,
    );
  };

  const threeEvents = countUp(1, 3).map((n) => ({ type: 'user.changed', data: n }));

  it.each(steps)('is emptied by the next process when one dies after "%s"', async (fatal) => {
    let dead = false;
    const onStep: OnStep = (step) => {
      dead ||= step === fatal;
      if (dead) throw new Error(`died after ${step}`);
    };
    const dying = await database.open({ onStep });
    const commits = ['u1', 'u2'].map((id) => dying.commit(commitOf({ id, events: threeEvents })));
    await Promise.allSettled(commits);
    await eventually(() => Promise.resolve(dead), Boolean);
    expect((await dying.history('user', 'u1')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    await dying.close();
    await expectDone(await database.open());
  });

  it('is emptied by a process that was running all along', async () => {
    const running = await database.open();
    const dying = await database.open({ onStep: () => Promise.reject(new Error('dead from the start')) });
    await Promise.allSettled(['u1', 'u2'].map((id) => dying.commit(commitOf({ id, events: threeEvents }))));
    await dying.close();
    await expectDone(running);
  });

  it('is emptied by a process that is never idle', async () => {
    const busy = await database.open();
    const abort = new AbortController();
    const working = (async () => {
      for (let revision = 0; !abort.signal.aborted; revision++) {
        await busy.commit(commitOf({ kind: 'machine', id: 'busy', expectedRevision: revision }));
      }
    })();
    const dying = await database.open({ onStep: () => Promise.reject(new Error('dead from the start')) });
    await Promise.allSettled(['u1', 'u2'].map((id) => dying.commit(commitOf({ id, events: threeEvents }))));
    await dying.close();
    await eventually(
      () => models.events.countDocuments({ kind: 'user' }),
      (count) => count === 6,
    );
    abort.abort();
    await working;
  });

  it('is completed when a process died having copied a part of it', async () => {
    const dying = await database.open({ onStep: () => Promise.reject(new Error('dead from the start')) });
    await Promise.allSettled(['u1', 'u2'].map((id) => dying.commit(commitOf({ id, events: threeEvents }))));
    await dying.close();
    const copy = createCopyEvents(models);
    const found = await models.records.user.findOne({ _id: 'u2' }).lean();
    const part = (found?.outbox ?? [])
      .slice(0, 2)
      .map((event) => ({ kind: 'user' as const, id: 'u2', ...event }));
    await copy(part, createBudget(testDeps, 5000));
    await expectDone(await database.open());
  });

  it('is copied once and in order when several processes copy the same events at the same time', async () => {
    const dying = await database.open({ onStep: () => Promise.reject(new Error('dead from the start')) });
    await Promise.allSettled(['u1', 'u2'].map((id) => dying.commit(commitOf({ id, events: threeEvents }))));
    await dying.close();
    const documents = await models.records.user.find().lean();
    const events = documents.flatMap(({ _id: id, outbox }) =>
      outbox.map((event) => ({ kind: 'user' as const, id, ...event })),
    );
    const copy = createCopyEvents(models);
    // Each starts at another place of what is left, as relays that read the outbox at different moments do.
    await Promise.all(
      countUp(1, 6).map((n) => copy(n % 2 ? events : events.slice(0, 3), createBudget(testDeps, 10_000))),
    );
    await expectDone(await database.open());
  });

  it('grows while nothing can be relayed, is in the history, and keeps the order', async () => {
    const stuck = await database.open({
      onStep: (step) => (step === 'outbox read' ? Promise.reject(new Error('stuck')) : undefined),
    });
    for (let revision = 0; revision < 5; revision++) {
      expect(await codeOf(stuck.commit(commitOf({ id: 'u1', expectedRevision: revision })))).toBe('none');
    }
    expect((await stuck.history('user', 'u1')).map(({ seq, position }) => [seq, position])).toEqual(
      countUp(1, 5).map((seq) => [seq, 0]),
    );
    expect(await stuck.events({ after: 0, limit: 10 })).toEqual([]);
    await stuck.close();
    const events = await allEvents(await database.open(), 5);
    expect(events.map(({ seq, position }) => [seq, position])).toEqual(countUp(1, 5).map((n) => [n, n]));
  });

  it('is looked for at the start and again after an error, and who waits for events is told', async () => {
    const dying = await database.open({ onStep: () => Promise.reject(new Error('dead from the start')) });
    await Promise.allSettled(['u1', 'u2'].map((id) => dying.commit(commitOf({ id, events: threeEvents }))));
    await dying.close();
    let failures = 0;
    let told = 0;
    const relay = startRelay({
      now: testDeps.now,
      records: models.records,
      copy: createCopyEvents(models),
      // Neither idleness nor the clock brings another look.
      sweepMs: 2 ** 30,
      onStep: () => (failures++ < 2 ? Promise.reject(new Error('fails twice')) : undefined),
      copied: () => told++,
    });
    await eventually(
      () => models.events.countDocuments(),
      (count) => count === 6,
    );
    await relay.stop();
    expect(failures).toBeGreaterThan(2);
    expect(told).toBe(1);
  });

  it('is emptied in small parts, whatever has piled up, in one aggregate or in many', async () => {
    const dying = await database.open({ onStep: () => Promise.reject(new Error('dead from the start')) });
    const many = (count: number): { type: string; data: number }[] =>
      countUp(1, count).map((data) => ({ type: 'user.changed', data }));
    const commits = [commitOf({ id: 'large', events: many(350) })];
    for (const n of countUp(1, 120)) commits.push(commitOf({ id: `u${n}`, events: many(3) }));
    await Promise.allSettled(commits.map((commit) => dying.commit(commit)));
    await dying.close();
    const copy = createCopyEvents(models);
    const parts: number[] = [];
    const relay = startRelay({
      now: testDeps.now,
      records: models.records,
      copy: (events, budget) => {
        parts.push(events.length);
        return copy(events, budget);
      },
      sweepMs: 2 ** 30,
      onStep: () => undefined,
      copied: () => undefined,
    });
    await eventually(
      () => models.records.user.countDocuments({ pending: 1 }),
      (left) => left === 0,
    );
    await relay.stop();
    expect(Math.max(...parts)).toBeLessThanOrEqual(eventsAtOnce);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(710);
    const store = await database.open();
    const events = await allEvents(store, 710);
    expect(events.map(({ position }) => position)).toEqual(countUp(1, 710));
    expect(verifyChain(events.filter(({ id }) => id === 'large'))).toBeUndefined();
  }, 60_000);

  it('is never read past a hole in the positions', async () => {
    const store = await database.open();
    await store.commit(commitOf({ id: 'u1', events: threeEvents }));
    await allEvents(store, 3);
    const [last] = await models.events.find({ _id: 3 }).lean();
    if (last === undefined) throw new Error('not copied');
    await models.events.insertMany([{ ...last, _id: 5, seq: 99 }]);
    expect((await store.events({ after: 0, limit: 10 })).map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(await store.events({ after: 3, limit: 10 })).toEqual([]);
  });
});
