/** The server goes away, hangs, or a reply is lost: nothing acknowledged is denied, nothing happens twice. */
import { allEvents, codeOf, commitOf, eventually } from '../contract/harness';
import type { Store } from '../store';
import { openMongoStore } from './mongo-store';
import { describeOnMongo } from './on-server';
import { temporaryDatabase, testDeps } from './temporary-database';
import type { TemporaryDatabase } from './temporary-database';
import { unreliableNetwork } from './unreliable-network';
import type { UnreliableNetwork } from './unreliable-network';

describeOnMongo('a MongoDB store on an unreliable network', (server) => {
  let database: TemporaryDatabase;
  let network: UnreliableNetwork;
  let store: Store;
  beforeEach(async () => {
    database = await temporaryDatabase(server);
    const { hostname, port, pathname } = new URL(database.url);
    network = await unreliableNetwork(hostname, Number(port || 27017));
    const url = `mongodb://127.0.0.1:${network.port}${pathname}?directConnection=true`;
    store = await openMongoStore(url, testDeps);
    await store.commit(commitOf({ id: 'u1', state: 'acknowledged' }));
    await allEvents(store, 1);
  });
  afterEach(async () => {
    network.become('working');
    await store.close();
    await network.close();
    await database.dispose();
  });

  it.each(['refusing', 'silent'] as const)(
    'refuses everything in time while the server is %s, and recovers',
    async (mode) => {
      network.become(mode);
      const calls = {
        get: () => store.get('user', 'u1'),
        commit: () => store.commit(commitOf({ id: 'u1', expectedRevision: 1 })),
        create: () => store.commit(commitOf({ id: 'u2' })),
        ping: () => store.ping(),
        pin: () => store.pin('p', 'v'),
      };
      for (const [name, call] of Object.entries(calls)) {
        const began = performance.now();
        expect([name, await codeOf(call())]).toEqual([name, 'unavailable']);
        expect([name, performance.now() - began < 1700]).toEqual([name, true]);
      }
      network.become('working');
      await eventually(
        () => codeOf(store.ping()),
        (code) => code === 'none',
      );
      expect(await store.get('user', 'u1')).toMatchObject({ revision: 1, state: 'acknowledged' });
      expect(await store.commit(commitOf({ id: 'u1', expectedRevision: 1 }))).toBe(2);
      await allEvents(store, 2);
    },
    60_000,
  );

  it('ends a call by its own deadline when that is sooner', async () => {
    network.become('silent');
    const began = performance.now();
    expect(await codeOf(store.get('user', 'u1', { deadline: Date.now() + 200 }))).toBe('deadline');
    expect(performance.now() - began).toBeLessThan(600);
  });

  it('knows its own change again when the reply to it was lost', async () => {
    const { lost } = network.loseReplyTo('own-change');
    expect(await store.commit(commitOf({ id: 'u1', expectedRevision: 1, state: 'own-change' }))).toBe(2);
    expect(lost()).toBe(1);
    expect(await store.get('user', 'u1')).toMatchObject({ revision: 2, state: 'own-change' });
    expect((await allEvents(store, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('knows its own create again when the reply to it was lost', async () => {
    const { lost } = network.loseReplyTo('own-create');
    expect(await store.commit(commitOf({ id: 'u2', state: 'own-create', keys: { username: 'ada' } }))).toBe(
      1,
    );
    expect(lost()).toBe(1);
    expect(await store.history('user', 'u2')).toHaveLength(1);
  });
});
