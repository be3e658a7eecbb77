import type { User } from '@countersign/policy';
import {
  HOUR,
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

describe.each(databases)('a hold without news, %s', (_, open) => {
  let database: Database;
  let engine: Engine;
  beforeEach(async () => {
    database = await open();
    engine = createEngine(await database.open());
    await withAda(engine);
  });
  afterEach(() => database.dispose());

  const suspected = async () =>
    (await engine.store.history('user', 'ada')).filter(({ type }) => type === 'permit.suspected').length;
  const withHolds = async (holds: string) =>
    (await engine.store.list<User>('user', { where: { holds }, limit: 10 })).map(({ id }) => id);

  it('is marked once when it is an hour old, and counts as before', async () => {
    await hold(engine, '6');
    engine.goTo(HOUR - 1);
    await engine.commands.markSuspects(call, 'ada');
    expect(await suspected()).toBe(0);
    engine.goTo(HOUR);
    await engine.commands.markSuspects(call, 'ada');
    await engine.commands.markSuspects(call, 'ada');
    expect(await suspected()).toBe(1);
    const referenceId = await permit(engine, '6');
    expect((await engine.commands.read(call, { uid: 'ada', referenceId })).rule).toBe('limit_exceeded');
  });

  it('can be reconciled by an operator, and not before it is suspect', async () => {
    const id = await hold(engine, '6');
    engine.goTo(HOUR - 1);
    expect(await codeOf(engine.commands.reconcilePermit(call, 'ada', id, 'released'))).toBe('conflict');
    engine.goTo(HOUR);
    await engine.commands.reconcilePermit(call, 'ada', id, 'released');
    await hold(engine, '10');
  });

  it('is found by who looks for users with holds, until it ends', async () => {
    expect(await withHolds('yes')).toEqual([]);
    const id = await hold(engine, '6');
    expect(await withHolds('yes')).toEqual(['ada']);
    await engine.commands.settlePermit(call, 'ada', id, null);
    expect(await withHolds('yes')).toEqual([]);
    expect(await withHolds('no')).toEqual(['ada']);
  });
});
