import { DEFAULT_SETTINGS } from '@countersign/policy';
import { createMemoryDisk, openMemoryStore, type MemoryDisk } from '@countersign/store/testing';
import type { Kind, Store } from '@countersign/store';
import type { Finding } from '../src/finding';
import type { Report } from '../src/verify-store';
import { run, runJson } from './run';
import { CHAIN, DAY, addUser, createWorld, sliding, withHistory } from './world';

type Record = MemoryDisk['tables']['user']['records'] extends Map<string, infer R> ? R : never;

/** A store in order, and the disk under it, where somebody may do what no store would. */
async function populated(): Promise<{ disk: MemoryDisk; store: Store }> {
  const disk = createMemoryDisk();
  const store = openMemoryStore(disk, { now: Date.now });
  const world = createWorld(store);
  await withHistory(world);
  await addUser(world, 'eve');
  return { disk, store };
}

const recordOf = (disk: MemoryDisk, kind: Kind, id: string): Record => {
  const record = disk.tables[kind].records.get(id);
  if (record === undefined) throw new Error(`no ${kind} ${id}`);
  return record;
};

const setRecord = (disk: MemoryDisk, kind: Kind, id: string, part: Partial<Record>): void =>
  void disk.tables[kind].records.set(id, { ...recordOf(disk, kind, id), ...part });

/** Puts `change` of the event's JSON text in place of it. */
function editEvent(disk: MemoryDisk, id: string, seq: number, change: (data: string) => string): void {
  const index = disk.log.findIndex((event) => event.id === id && event.seq === seq);
  const event = disk.log[index];
  if (event === undefined) throw new Error(`no event ${seq} of ${id}`);
  const data = change(event.data);
  expect(data).not.toBe(event.data);
  disk.log[index] = { ...event, data };
}

const verify = async (store: Store): Promise<readonly Finding[]> => {
  const { code, result } = await runJson<Report>(store, ['verify']);
  expect(code).toBe(result.findings.length === 0 ? 0 : 1);
  return result.findings;
};

const brief = (findings: readonly Finding[]) =>
  findings.map(({ kind, id, seq, reason }) => ({ kind, id, seq, reason }));

describe('a store in order', () => {
  it('verifies, and says how much was looked at', async () => {
    const { store, disk } = await populated();
    const { code, result } = await runJson<Report>(store, ['verify']);
    expect(result).toEqual({ aggregates: 6, events: disk.log.length, decisions: 6, found: 0, findings: [] });
    expect(code).toBe(0);
    const text = await run(store, ['verify']);
    expect(text).toEqual({
      code: 0,
      out: `6 aggregates, ${disk.log.length} events, 6 decisions: nothing found\n`,
      err: '',
    });
  });

  it('verifies versions of the policy and their publication', async () => {
    const { store } = await populated();
    const { commands, call } = createWorld(store);
    const chains = [{ chainId: CHAIN, limits: [sliding(DAY, '3')] }];
    const tier = { tierId: 'retail', mode: 'permit', coolingOffMs: 0, rearmMs: 0, limits: [] };
    for (const coolingOffMs of [1, 2]) {
      const settings = { ...DEFAULT_SETTINGS, coolingOffMs };
      await commands.draftPolicy(call, JSON.stringify({ chains, settings, tiers: [tier] }));
      await commands.publishPolicy(call, coolingOffMs);
    }
    const { code, result } = await runJson<Report>(store, ['verify']);
    expect({ code, aggregates: result.aggregates, findings: result.findings }).toEqual({
      code: 0,
      aggregates: 9,
      findings: [],
    });
  });

  it('verifies while others commit between any two of its readings', async () => {
    const { store } = await populated();
    const world = createWorld(store);
    let turn = 0;
    const meddled = async <T>(reading: Promise<T>): Promise<T> => {
      const seen = await reading;
      turn += 1;
      await world.commands.pushBalance(world.call, 'ada', {
        chainId: 'coin',
        amount: String(turn),
        asOf: Date.UTC(2026, 0, 5, 9) + turn,
      });
      return seen;
    };
    const busy: Store = {
      ...store,
      get: (...args) => meddled(store.get(...args)),
      head: (...args) => meddled(store.head(...args)),
      history: (...args) => meddled(store.history(...args)),
    };
    expect(await verify(busy)).toEqual([]);
    expect(turn).toBeGreaterThan(20);
  });
});

describe('a store somebody has been at', () => {
  const cases: readonly [string, (disk: MemoryDisk) => void, readonly ReturnType<typeof brief>[number][]][] =
    [
      [
        'an edited event',
        (disk) => editEvent(disk, 'eve', 2, (data) => data.replace('"1000"', '"9000"')),
        [{ kind: 'user', id: 'eve', seq: 2, reason: 'edited' }],
      ],
      [
        'a dropped event',
        (disk) => void recordOf(disk, 'user', 'eve').positions.splice(1, 1),
        [{ kind: 'user', id: 'eve', seq: 2, reason: 'missing' }],
      ],
      [
        'reordered events',
        (disk) => {
          const { positions } = recordOf(disk, 'user', 'eve');
          positions.splice(1, 2, ...positions.slice(1, 3).reverse());
        },
        [{ kind: 'user', id: 'eve', seq: 2, reason: 'missing' }],
      ],
      [
        'a truncated chain',
        (disk) => void recordOf(disk, 'user', 'eve').positions.pop(),
        [{ kind: 'user', id: 'eve', seq: 4, reason: 'truncated' }],
      ],
      [
        'an event behind the head, and the head and state set back to before it',
        (disk) => {
          const { positions, state } = recordOf(disk, 'user', 'eve');
          const before = disk.log[(positions[2] ?? 0) - 1];
          const { seq, destinations, ...rest } = JSON.parse(state);
          const back = { ...rest, seq: seq - 1, destinations: destinations.slice(0, 1) };
          const ordered = Object.fromEntries(
            Object.keys(JSON.parse(state)).map((name) => [name, back[name]]),
          );
          setRecord(disk, 'user', 'eve', {
            seq: 3,
            head: before?.hash ?? '',
            state: JSON.stringify(ordered),
          });
        },
        [{ kind: 'user', id: 'eve', seq: 4, reason: 'beyond head' }],
      ],
      [
        "another user's events under this one",
        (disk) => {
          const [first = 0] = recordOf(disk, 'user', 'eve').positions;
          recordOf(disk, 'user', 'ada').positions[0] = first;
        },
        [{ kind: 'user', id: 'ada', seq: 2, reason: 'foreign' }],
      ],
      [
        'an edited state',
        (disk) =>
          setRecord(disk, 'user', 'eve', {
            state: recordOf(disk, 'user', 'eve').state.replace('"signer"', '"admin"'),
          }),
        [{ kind: 'user', id: 'eve', seq: null, reason: 'state differs' }],
      ],
      [
        'a state whose members are in another order',
        (disk) => {
          const members = Object.entries(JSON.parse(recordOf(disk, 'tier', 'retail').state)).reverse();
          setRecord(disk, 'tier', 'retail', { state: JSON.stringify(Object.fromEntries(members)) });
        },
        [{ kind: 'tier', id: 'retail', seq: null, reason: 'state differs' }],
      ],
      [
        'a state set back to what it was, with the head left',
        (disk) => {
          const { state } = recordOf(disk, 'user', 'eve');
          setRecord(disk, 'user', 'eve', { state: state.replace('"seq":4', '"seq":3') });
        },
        [
          { kind: 'user', id: 'eve', seq: null, reason: 'state differs' },
          { kind: 'user', id: 'eve', seq: null, reason: 'state differs' },
        ],
      ],
      [
        'a state that is not JSON any more, which also ends the list of its kind',
        (disk) => setRecord(disk, 'machine', 'bot', { state: '{' }),
        [{ kind: 'machine', id: '', seq: null, reason: 'unreadable' }],
      ],
      [
        'a state of another version',
        (disk) =>
          setRecord(disk, 'machine', 'bot', {
            state: recordOf(disk, 'machine', 'bot').state.replace('"schema":2', '"schema":1'),
          }),
        [{ kind: 'machine', id: 'bot', seq: null, reason: 'unreadable' }],
      ],
      [
        'events that are not JSON any more',
        (disk) => editEvent(disk, 'eve', 3, () => '{'),
        [
          { kind: 'user', id: 'eve', seq: 3, reason: 'unreadable' },
          { kind: 'log', id: '0', seq: null, reason: 'unreadable' },
        ],
      ],
      [
        "a notification's payload",
        (disk) => {
          const [id = ''] = disk.tables.notification.records.keys();
          const { state } = recordOf(disk, 'notification', id);
          setRecord(disk, 'notification', id, { state: state.replace('done', 'lost') });
        },
        [
          {
            kind: 'notification',
            id: expect.stringMatching(/^[0-9a-f]{64}$/),
            seq: null,
            reason: 'payload differs',
          },
        ],
      ],
      [
        'an aggregate that is gone, with its events left',
        (disk) => {
          disk.tables.user.records.delete('eve');
          disk.tables.user.ids.delete('eve');
        },
        [{ kind: 'user', id: 'eve', seq: 1, reason: 'headless' }],
      ],
    ];

  it.each(cases)('is found out: %s', async (_, tamper, expected) => {
    const { disk, store } = await populated();
    tamper(disk);
    expect(brief(await verify(store))).toEqual(expected);
  });

  it('is found out: an aggregate that is gone with all of its events', async () => {
    const { store } = await populated();
    const without: Store = {
      ...store,
      list: async <S>(...[kind, query]: Parameters<Store['list']>) =>
        (await store.list<S>(kind, query)).filter(({ id }) => id !== 'bot'),
      events: async (query) => (await store.events(query)).filter(({ id }) => id !== 'bot'),
    };
    expect((await verify(without)).map(({ message }) => message)).toEqual([
      'events 9 to 9 of the log are missing',
      'events 23 to 23 of the log are missing',
    ]);
  });

  it('names the aggregate, the event and the reason for a person too', async () => {
    const { disk, store } = await populated();
    editEvent(disk, 'eve', 2, (data) => data.replace('"1000"', '"9000"'));
    const { code, out } = await run(store, ['verify']);
    expect(code).toBe(1);
    expect(out).toMatch(/user .* eve .* 2 .* edited .* the event is not what was hashed/);
    expect(out).toMatch(/: 1 found\n$/);
  });
});

describe('a chain that was forged as a whole', () => {
  /** Commits the history anew with other data, so that every hash is right. */
  async function forged(
    edit: (event: { type: string; data: string }) => string,
  ): Promise<readonly Finding[]> {
    const { disk, store } = await populated();
    const other = createMemoryDisk();
    const target = openMemoryStore(other, { now: Date.now });
    const revisions = new Map<string, number>();
    for (const event of disk.log) {
      const { kind, id, type, at, actor, reason, requestId } = event;
      const name = `${kind} ${id}`;
      const commit = {
        kind,
        id,
        expectedRevision: revisions.get(name) ?? 0,
        state: JSON.parse(recordOf(disk, kind, id).state) as unknown,
        events: [{ type, data: JSON.parse(edit(event)) }],
        cause: { actor, reason, requestId },
        at,
      };
      revisions.set(name, await target.commit(commit));
    }
    void store;
    return verify(target);
  }

  it('is in order when nothing was changed', async () => {
    expect(await forged(({ data }) => data)).toEqual([]);
  });

  it('is found out by a decision that does not come out of its headroom', async () => {
    const found = await forged(({ type, data }) =>
      type === 'read.refused' ? data.replace('"before":"3"', '"before":"2"') : data,
    );
    expect(brief(found)).toEqual([{ kind: 'user', id: 'ada', seq: 9, reason: 'decision differs' }]);
    expect(found[0]?.message).toBe('decided again it is not the same: headroom differs');
  });

  it('is found out by the decisions that rest on a limit nobody set', async () => {
    const found = await forged(({ type, data }) =>
      type === 'limits.set' ? data.replace('"max":"8"', '"max":"7"') : data,
    );
    expect(brief(found)).toEqual([
      { kind: 'user', id: 'ada', seq: 6, reason: 'decision differs' },
      { kind: 'user', id: 'ada', seq: 9, reason: 'decision differs' },
    ]);
  });

  it('is found out by a decision that rests on an event there never was', async () => {
    const found = await forged(({ type, data }) =>
      type === 'permit.held' ? data.replace('"platform":2', '"platform":7') : data,
    );
    expect(found.map(({ message }) => message)).toEqual([
      'the decision rests on event 7 of the platform, which is not in its history',
      'the decision rests on event 7 of the platform, which is not in its history',
    ]);
  });

  it('is found out by an event of an unknown type', async () => {
    const { disk, store } = await populated();
    const { state, revision } = recordOf(disk, 'user', 'eve');
    const cause = { actor: 'eve', reason: '', requestId: '' };
    await store.commit({
      kind: 'user',
      id: 'eve',
      expectedRevision: revision,
      state: { ...JSON.parse(state), seq: 5 },
      events: [{ type: 'user.enriched', data: {} }],
      cause,
      at: 1,
    });
    expect(brief(await verify(store))).toEqual([{ kind: 'user', id: 'eve', seq: 5, reason: 'unreplayable' }]);
  });
});
