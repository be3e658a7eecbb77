import type { Notification, NotificationOutcome, User } from '@countersign/policy';
import {
  CHAIN,
  TO,
  call,
  codeOf,
  createEngine,
  databases,
  hold,
  permit,
  withAda,
  type Database,
  type Engine,
} from './world';

describe.each(databases)('what CoKeeps reports, %s', (_, open) => {
  let database: Database;
  let engine: Engine;
  beforeEach(async () => {
    database = await open();
    engine = createEngine(await database.open());
    await withAda(engine);
  });
  afterEach(() => database.dispose());

  const receive = (payload: object) => engine.commands.receive(call, JSON.stringify(payload));
  const completed = (ref: string, more: object = {}) => ({
    uid: 'ada',
    event: 'completed',
    ref,
    moved: '3',
    ...more,
  });
  const ada = async (): Promise<User> => {
    const stored = await engine.store.get<User>('user', 'ada');
    if (stored === undefined) throw new Error('ada is gone');
    return stored.state;
  };
  const held = async () => (await ada()).permits.flatMap(({ id, hold }) => (hold === null ? [] : [id]));
  const moved = async () => (await ada()).usage.map(({ history }) => history.at(-1)?.[1]);

  it('settles the hold it names, with what was moved, and keeps the text as it came', async () => {
    const id = await hold(engine, '4');
    const raw = `{ "moved": "3",\n "uid":"ada", "event" : "completed", "ref":"${id}" }`;
    const { digest, duplicate, classified } = await engine.commands.receive(call, raw);
    expect({ duplicate, outcome: classified.outcome }).toEqual({ duplicate: false, outcome: 'acted' });
    expect((await engine.store.get<Notification>('notification', digest))?.state.raw).toBe(raw);
    expect(await held()).toEqual([]);
    expect(await moved()).toEqual(['3']);
    expect((await ada()).ended).toMatchObject([{ id, end: { how: 'settled', by: `update:${digest}` } }]);
  });

  it('releases the hold of an operation that failed, and what it held fits again', async () => {
    const id = await hold(engine, '9');
    await receive({ uid: 'ada', event: 'failed', ref: id });
    expect(await held()).toEqual([]);
    expect(await moved()).toEqual([]);
    await hold(engine, '10');
  });

  it('settles the only hold to a destination, and none of two', async () => {
    const arrived = { uid: 'ada', event: 'arrived', destination: { chain_id: CHAIN, address: TO } };
    const id = await hold(engine, '2');
    expect((await receive(arrived)).classified).toMatchObject({ outcome: 'acted', effect: { permitId: id } });
    await hold(engine, '1');
    await hold(engine, '1');
    expect((await receive({ ...arrived, no: 2 })).classified.outcome).toBe('unmatched');
    expect(await held()).toHaveLength(2);
  });

  it('finds the hold of the user a machine acts for', async () => {
    await engine.commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
    const id = await hold(engine, '4');
    expect((await receive(completed(id, { uid: 'bot' }))).classified.outcome).toBe('acted');
    expect(await held()).toEqual([]);
  });

  const doubtful: readonly [NotificationOutcome, (id: string) => object][] = [
    ['recorded', () => ({ uid: 'ada', event: 'opened' })],
    ['unknown', (ref) => ({ uid: 'ada', event: 'else', ref })],
    ['ambiguous', (ref) => completed(ref, { failed: true })],
    ['unreadable', (ref) => completed(ref, { moved: 3 })],
    ['unreadable', (ref) => completed(ref, { moved: '0' })],
    ['unmatched', () => completed('another')],
    ['unmatched', (ref) => completed(ref, { uid: 'eve' })],
    ['unmatched', (ref) => ({ event: 'completed', ref, moved: '3' })],
    ['unmatched', (ref) => completed(ref, { destination: { address: 'elsewhere' } })],
    ['unmatched', (ref) => completed(ref, { destination: { chain_id: 'other' } })],
  ];
  it.each(doubtful)('keeps what is %s and moves nothing', async (outcome, payload) => {
    const id = await hold(engine, '4');
    const { digest, classified } = await receive(payload(id));
    expect(classified).toMatchObject({ outcome, effect: null });
    const listed = await engine.store.list('notification', { where: { outcome }, limit: 10 });
    expect(listed.map((one) => one.id)).toEqual([digest]);
    expect(await held()).toEqual([id]);
  });

  it('moves nothing for a permit that was never read', async () => {
    const id = await permit(engine, '4');
    expect((await receive(completed(id))).classified.outcome).toBe('unmatched');
    expect(await moved()).toEqual([]);
  });

  it('leaves a hold that has ended as it is, whatever comes late', async () => {
    const id = await hold(engine, '4');
    await receive(completed(id));
    expect((await receive({ uid: 'ada', event: 'failed', ref: id })).classified.outcome).toBe('late');
    expect((await receive(completed(id, { moved: '4' }))).classified.outcome).toBe('late');
    expect(await moved()).toEqual(['3']);
  });

  it('takes another spelling of one payload for the same', async () => {
    const id = await hold(engine, '4');
    const first = await engine.commands.receive(call, `{"uid":"ada","event":"failed","ref":"${id}"}`);
    const second = await engine.commands.receive(call, `{"ref":"${id}", "event":"f\\u0061iled","uid":"ada"}`);
    expect(second).toEqual({ ...first, duplicate: true });
  });

  it('does not end a second operation like the first when the report of the first comes again', async () => {
    const arrived = { uid: 'ada', event: 'arrived', destination: { chain_id: CHAIN, address: TO } };
    await hold(engine, '2');
    await receive(arrived);
    const second = await hold(engine, '2');
    expect(await receive(arrived)).toMatchObject({ duplicate: true, classified: { outcome: 'acted' } });
    expect(await held()).toEqual([second]);
    expect(await moved()).toEqual(['2']);
  });

  it('does not end a later hold when the first report of it found none', async () => {
    const id = await permit(engine, '4');
    const failed = { uid: 'ada', event: 'failed', ref: id };
    await receive(failed);
    await engine.commands.read(call, { uid: 'ada', referenceId: id });
    expect(await receive(failed)).toMatchObject({ duplicate: true, classified: { outcome: 'unmatched' } });
    expect(await held()).toEqual([id]);
  });

  it('ends one hold once when one report comes 20 times at once, to two engines', async () => {
    const other = createEngine(await database.open());
    const raw = JSON.stringify(completed(await hold(engine, '4')));
    const received = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? engine : other).commands.receive(call, raw)),
    );
    expect(received.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await moved()).toEqual(['3']);
  });

  it.each(['', '[]', '{}', 'null', '{"uid":1}', '{"destination":{"address":1}}'])(
    'refuses what cannot be a report: %s',
    async (raw) => {
      expect(await codeOf(engine.commands.receive(call, raw))).toBe('invalid');
      expect(await engine.store.list('notification', { limit: 1 })).toEqual([]);
    },
  );
});
