/** Calls with a key: what a repetition gets, and what it does not do. */
import type { User } from '@countersign/policy';
import { isFault } from '@countersign/policy';
import type { Changed, ChangeCall, Commands } from '../src';
import {
  CHAIN,
  DAY,
  HOUR,
  START,
  TO,
  callOf,
  call,
  codeOf,
  createEngine,
  databases,
  hold,
  perDay,
  permit,
  secrets,
  withAda,
  type Database,
  type Engine,
} from './world';

const keyed = (name: string, inputs = 'inputs', part: Partial<ChangeCall> = {}): ChangeCall => ({
  ...call,
  once: { name, inputs },
  ...part,
});

type Run = (commands: Commands, on: ChangeCall) => Promise<Changed>;

/** Every command that an admin call can be, each changing something in ada's world. */
const mutations: Readonly<Record<string, Run>> = {
  enableChain: (c, on) => c.enableChain(on, { chainId: 'new', limits: [perDay('1')] }),
  disableChain: (c, on) => c.disableChain(on, { chainId: CHAIN }),
  changeSettings: (c, on) => c.changeSettings(on, { coolingOffMs: HOUR }),
  freezePlatform: (c, on) => c.freezePlatform(on, true),
  freezeChain: (c, on) => c.freezeChain(on, CHAIN, true),
  createTier: (c, on) => c.createTier(on, 'gold', {}),
  changeTier: (c, on) => c.changeTier(on, 'retail', { mode: 'budget' }),
  setTierLimits: (c, on) => c.setTierLimits(on, 'retail', { chainId: CHAIN, limits: [perDay('1')] }),
  freezeTier: (c, on) => c.freezeTier(on, 'retail', true),
  createUser: (c, on) => c.createUser(on, { uid: 'eve', role: 'signer' }, { ...secrets, username: 'eve' }),
  updateUser: (c, on) => c.updateUser(on, 'ada', { tier: null }),
  changePassword: (c, on) => c.changePassword(on, 'ada', 'another'),
  setUserLimits: (c, on) => c.setUserLimits(on, 'ada', { chainId: CHAIN, limits: [perDay('1')] }),
  overrideLimit: (c, on) =>
    c.overrideLimit(on, 'ada', { chainId: CHAIN, limit: perDay('20'), expiresAt: START + DAY }),
  removeOverride: (c, on) => c.removeOverride(on, 'ada', { chainId: CHAIN, key: `amount/sliding/${DAY}` }),
  freezeUser: (c, on) => c.freezeUser(on, 'ada', true),
  addDestination: (c, on) =>
    c.addDestination(on, 'ada', { chainId: CHAIN, address: 'elsewhere', label: 'new' }),
  revokeDestination: (c, on) => c.revokeDestination(on, 'ada', { chainId: CHAIN, address: TO }),
  waiveCoolingOff: (c, on) => c.waiveCoolingOff(on, 'ada', { chainId: CHAIN, address: 'waiting' }),
  pushBalance: (c, on) => c.pushBalance(on, 'ada', { chainId: CHAIN, amount: '7', asOf: START }),
  createMachine: (c, on) => c.createMachine(on, { machineId: 'bot-2', uid: 'ada', role: 'signer' }),
  updateMachine: (c, on) => c.updateMachine(on, 'bot', { status: 'suspended' }),
  freezeMachine: (c, on) => c.freezeMachine(on, 'bot', true),
  registerPermit: (c, on) =>
    c.registerPermit(on, 'ada', { kind: 'transfer', chainId: CHAIN, amount: '1', address: TO, tag: null }),
  settlePermit: (c, on) => c.settlePermit(on, 'ada', held, '1'),
  releasePermit: (c, on) => c.releasePermit(on, 'ada', held),
  reconcilePermit: (c, on) => c.reconcilePermit(on, 'ada', held, { settled: '1' }),
};
let held = '';

/** With an override, a machine, a destination that waits, and a hold that is suspect. */
async function withEverything(engine: Engine): Promise<void> {
  const { commands } = engine;
  await withAda(engine);
  await commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
  await commands.changeSettings(call, { coolingOffMs: DAY });
  await commands.addDestination(call, 'ada', { chainId: CHAIN, address: 'waiting', label: '' });
  await commands.changeSettings(call, { coolingOffMs: 0 });
  await commands.overrideLimit(call, 'ada', { chainId: CHAIN, limit: perDay('15'), expiresAt: START + DAY });
  held = await hold(engine, '2');
}

const count = async ({ store }: Engine): Promise<number> => {
  let after = 0;
  for (;;) {
    const page = await store.events({ after, limit: 1000 });
    if (page.length === 0) return after;
    after = page.at(-1)?.position ?? after;
  }
};

describe.each(databases)('a call with a key, %s', (_, open) => {
  let database: Database;
  let engine: Engine;
  beforeEach(async () => {
    database = await open();
    engine = createEngine(await database.open());
  });
  afterEach(() => database.dispose());

  it.each(Object.entries(mutations))('%s has its effect once, and one result', async (_name, run) => {
    await withEverything(engine);
    engine.goTo(DAY / 2); // the hold is suspect
    const before = await count(engine);
    const first = await run(engine.commands, keyed('k'));
    const after = await count(engine);
    expect(after).toBeGreaterThan(before);
    expect(await run(engine.commands, keyed('k'))).toEqual(first);
    // Another process, an hour later, after others have changed what there is to change.
    await engine.commands.updateUser(call, 'ada', { ...{ status: 'suspended' }, tier: null });
    await engine.commands.freezeTier(call, 'retail', true);
    await engine.commands.freezePlatform(call, true);
    const moved = await count(engine);
    const other = createEngine(await database.open());
    other.goTo(DAY / 2 + HOUR);
    expect(await run(other.commands, keyed('k'))).toEqual(first);
    expect(await count(other)).toBe(moved);
  });

  it('names every command that a caller with a key can use', () => {
    const operations = ['read', 'receive', 'markSuspects']; // never with a key
    const elsewhere = ['draftPolicy', 'publishPolicy']; // many commits, tested with their plans
    expect([...Object.keys(mutations), ...operations, ...elsewhere].sort()).toEqual(
      Object.keys(engine.commands).sort(),
    );
  });

  it('is refused with other inputs, and changes nothing', async () => {
    await withAda(engine);
    const first = await engine.commands.freezeUser(keyed('k'), 'ada', true);
    const before = await count(engine);
    const work = engine.commands.freezeUser(keyed('k', 'others'), 'ada', false);
    await expect(work).rejects.toMatchObject({
      code: 'conflict',
      message: 'this idempotency key was used with other inputs',
    });
    expect(await count(engine)).toBe(before);
    expect(await engine.commands.freezeUser(keyed('k'), 'ada', true)).toEqual(first);
  });

  it('does what another key does not keep it from doing', async () => {
    await withAda(engine);
    const intent = { kind: 'transfer', chainId: CHAIN, amount: '1', address: TO, tag: null };
    const made = await Promise.all(
      ['a', 'b', 'a', 'b', 'c'].map((key) => engine.commands.registerPermit(keyed(key), 'ada', intent)),
    );
    expect(new Set(made.map(({ referenceId }) => referenceId)).size).toBe(3);
    expect(made[2]).toEqual(made[0]);
    expect(made[3]).toEqual(made[1]);
  });

  it('tells of a permit what was registered, also when it has ended and is forgotten', async () => {
    await withAda(engine, '1000');
    const intent = { kind: 'transfer', chainId: CHAIN, amount: '1', address: TO, tag: null };
    const first = await engine.commands.registerPermit(keyed('k'), 'ada', intent);
    await engine.commands.releasePermit(call, 'ada', first.referenceId);
    for (let n = 0; n < 120; n += 1) {
      await engine.commands.releasePermit(call, 'ada', await permit(engine, '1'));
    }
    const user = (await engine.store.get<User>('user', 'ada'))?.state;
    expect(JSON.stringify(user)).not.toContain(first.referenceId);
    expect(await engine.commands.registerPermit(keyed('k'), 'ada', intent)).toEqual(first);
  });

  it('remembers that there was nothing to change', async () => {
    await withAda(engine);
    const first = await engine.commands.freezeUser(keyed('k'), 'ada', false);
    const { revision } = await engine.commands.freezeUser(call, 'ada', true);
    expect(first).toEqual({ revision: revision - 1, events: [] });
    expect(await engine.commands.freezeUser(keyed('k'), 'ada', false)).toEqual(first);
    expect((await engine.store.get<User>('user', 'ada'))?.state.frozen).toBe(true);
  });

  it('does not remember a refusal', async () => {
    await withAda(engine);
    const { commands } = engine;
    const create = () => commands.createUser(keyed('k'), { uid: 'eve', role: 'signer', tier: 'gold' }, null);
    expect(await codeOf(create())).toBe('not_found');
    await commands.createTier(call, 'gold', {});
    expect(await codeOf(create())).toBe('none');
    expect(await codeOf(create())).toBe('none');
    const second = () => commands.createUser(keyed('l'), { uid: 'mallory', role: 'signer' }, secrets);
    expect(await codeOf(second())).toBe('already_exists');
    expect(await codeOf(second())).toBe('already_exists');
  });

  it('marks its events, and nobody else’s', async () => {
    await withAda(engine);
    await engine.commands.freezeUser(keyed('k'), 'ada', true);
    await engine.commands.freezeUser(keyed('l'), 'ada', false);
    const ids = (await engine.store.history('user', 'ada')).map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(3);
    expect(ids.slice(0, -2).every((id) => id === 'r-1')).toBe(true);
    for (const id of ids.slice(-2)) expect(id).toMatch(/^r-1\/[0-9a-f]{16}$/);
  });

  it('may change one aggregate only', async () => {
    await withAda(engine);
    await engine.commands.freezeUser(keyed('k'), 'ada', true);
    await expect(engine.commands.freezeTier(keyed('k'), 'retail', true)).rejects.toThrow('a user and a tier');
  });

  it('has one effect when it is made 20 times at once by two engines, among others', async () => {
    const engines = [engine, createEngine(await database.open())] as const;
    await withAda(engine);
    const intent = { kind: 'transfer', chainId: CHAIN, amount: '1', address: TO, tag: null };
    const made = await Promise.all(
      Array.from({ length: 60 }, async (_unused, n) => {
        const { commands } = engines[n % 2 === 0 ? 0 : 1];
        return n % 3 === 0
          ? (await commands.registerPermit(keyed('k'), 'ada', intent)).referenceId
          : void (await permit({ commands }, '1'));
      }),
    );
    expect(new Set(made.filter((one) => one !== undefined)).size).toBe(1);
    const user = (await engine.store.get<User>('user', 'ada'))?.state;
    expect(user?.permits).toHaveLength(41);
  });

  describe('that expects a revision', () => {
    const revisionOf = async (work: Promise<unknown>) =>
      work.catch((error: unknown) => isFault(error) && [error.code, error.revision]);

    it('is made on that one, and told the current one otherwise', async () => {
      await withAda(engine);
      const { commands } = engine;
      const { revision } = await commands.freezeUser(call, 'ada', true);
      const on = (expectedRevision: number) => ({ ...call, expectedRevision });
      expect(await revisionOf(commands.freezeUser(on(revision - 1), 'ada', false))).toEqual([
        'conflict',
        revision,
      ]);
      expect(await revisionOf(commands.freezeUser(on(0), 'ada', false))).toEqual(['conflict', revision]);
      expect(await commands.freezeUser(on(revision), 'ada', false)).toMatchObject({ revision: revision + 1 });
      expect(await revisionOf(commands.freezeUser(on(1), 'nobody', true))).toEqual(['not_found', undefined]);
      expect(await codeOf(commands.createTier(on(0), 'gold', {}))).toBe('none');
      expect(await codeOf(commands.createTier(on(1), 'silver', {}))).toBe('not_found');
    });

    it('is refused also where there would be nothing to change', async () => {
      await withAda(engine);
      const on = { ...call, expectedRevision: 1 };
      expect(await codeOf(engine.commands.freezeUser(on, 'ada', false))).toBe('conflict');
    });

    it('lets one of many at once win', async () => {
      const other = createEngine(await database.open());
      await withAda(engine);
      const { revision } = await engine.commands.freezeUser(call, 'ada', true);
      const limits = (n: number) => ({ chainId: CHAIN, limits: [perDay(String(n))] });
      const codes = await Promise.all(
        Array.from({ length: 10 }, (_unused, n) =>
          revisionOf(
            (n % 2 === 0 ? engine : other).commands.setUserLimits(
              { ...callOf(), expectedRevision: revision },
              'ada',
              limits(n + 1),
            ),
          ),
        ),
      );
      const refused = codes.filter((one) => Array.isArray(one));
      expect(refused).toEqual(Array.from({ length: 9 }, () => ['conflict', revision + 1]));
    });

    it('gets its first result again, though the revision is another one by then', async () => {
      await withAda(engine);
      const { revision } = await engine.commands.freezeUser(call, 'ada', true);
      const on = keyed('k', 'inputs', { expectedRevision: revision });
      const first = await engine.commands.freezeUser(on, 'ada', false);
      await engine.commands.freezeUser(call, 'ada', true);
      expect(await engine.commands.freezeUser(on, 'ada', false)).toEqual(first);
    });
  });
});
