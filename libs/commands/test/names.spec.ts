import type { User } from '@countersign/policy';
import {
  CHAIN,
  TO,
  call,
  codeOf,
  createEngine,
  databases,
  hold,
  permit,
  secrets,
  withAda,
  type Database,
  type Engine,
} from './world';

describe.each(databases)('names, tiers and secrets, %s', (_, open) => {
  let database: Database;
  let engine: Engine;
  beforeEach(async () => {
    database = await open();
    engine = createEngine(await database.open());
    await withAda(engine);
  });
  afterEach(() => database.dispose());

  describe('a name that /read could not tell apart', () => {
    it('is refused to a machine that would be named like a user', async () => {
      const input = { machineId: 'ada', uid: 'ada', role: 'signer' };
      expect(await codeOf(engine.commands.createMachine(call, input))).toBe('already_exists');
      expect(await engine.store.get('machine', 'ada')).toBeUndefined();
    });

    it('is refused to a user who would be named like a machine', async () => {
      await engine.commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
      const work = engine.commands.createUser(call, { uid: 'bot', role: 'signer' }, null);
      expect(await codeOf(work)).toBe('already_exists');
      expect(await engine.store.get('user', 'bot')).toBeUndefined();
    });

    it('is refused to a second user and to a second machine', async () => {
      const { commands } = engine;
      expect(await codeOf(commands.createUser(call, { uid: 'ada', role: 'signer' }, null))).toBe(
        'already_exists',
      );
      const machine = { machineId: 'bot', uid: 'ada', role: 'signer' };
      await commands.createMachine(call, machine);
      expect(await codeOf(commands.createMachine(call, machine))).toBe('already_exists');
    });

    it('is refused to a second user of the same username', async () => {
      const input = { uid: 'eve', role: 'signer' };
      expect(await codeOf(engine.commands.createUser(call, input, secrets))).toBe('already_exists');
      expect(await engine.store.get('user', 'eve')).toBeUndefined();
    });

    it('is nobody when a user and a machine took it at once', async () => {
      const { commands } = engine;
      const codes = await Promise.all([
        codeOf(commands.createUser(call, { uid: 'twin', role: 'signer' }, null)),
        codeOf(commands.createMachine(call, { machineId: 'twin', uid: 'ada', role: 'signer' })),
      ]);
      expect(codes).toEqual(['none', 'none']);
      const referenceId = await hold(engine, '1');
      expect(await codeOf(commands.read(call, { uid: 'twin', referenceId }))).toBe('unauthenticated');
      const raw = JSON.stringify({ uid: 'twin', event: 'failed', ref: referenceId });
      expect((await commands.receive(call, raw)).classified.outcome).toBe('unmatched');
    });

    it('goes to one of many that claim it at once', async () => {
      const other = createEngine(await database.open());
      const codes = await Promise.all(
        Array.from({ length: 10 }, (_, i) => {
          const { commands } = i % 2 === 0 ? engine : other;
          return codeOf(
            commands.createUser(
              call,
              { uid: `u${i}`, role: 'signer' },
              { ...secrets, username: 'hmac-of-many' },
            ),
          );
        }),
      );
      expect(codes.filter((code) => code === 'none')).toHaveLength(1);
      expect(codes.filter((code) => code === 'already_exists')).toHaveLength(9);
    });
  });

  describe('a tier nobody knows', () => {
    it('is refused to a new user and to one who would be moved to it', async () => {
      const { commands } = engine;
      const input = { uid: 'eve', role: 'signer', tier: 'none' };
      expect(await codeOf(commands.createUser(call, input, null))).toBe('not_found');
      expect(await codeOf(commands.updateUser(call, 'ada', { tier: 'none' }))).toBe('not_found');
      expect((await engine.store.get<User>('user', 'ada'))?.state.tier).toBe('retail');
    });

    it('refuses every read of a user who is in it nevertheless, also in a tier that once was in budget mode', async () => {
      const referenceId = await permit(engine, '1');
      const stored = await engine.store.get<User>('user', 'ada');
      if (stored === undefined) throw new Error('ada is gone');
      await engine.store.commit({
        kind: 'user',
        id: 'ada',
        expectedRevision: stored.revision,
        state: { ...stored.state, tier: 'gone' },
        events: [],
        cause: call.cause,
        at: 0,
      });
      for (const reference of [referenceId, '']) {
        const { rule, reply } = await engine.commands.read(call, { uid: 'ada', referenceId: reference });
        expect(rule).toBe('tier_unknown');
        expect(reply.limits).toMatchObject([{ chainId: CHAIN, limit: '0' }]);
        expect(reply.destinations).not.toContainEqual({ chainId: CHAIN, address: TO });
      }
    });
  });

  it('keeps secrets in the state and out of every event', async () => {
    const { commands, store } = engine;
    await hold(engine, '1');
    await commands.changePassword(call, 'ada', '$argon2id$changed');
    await commands.updateUser(call, 'ada', { tier: null });
    const state = (await store.get<User>('user', 'ada'))?.state;
    expect(state?.credentials).toEqual({
      version: 2,
      username: secrets.username,
      password: '$argon2id$changed',
    });
    expect((await store.find<User>('user', 'username', secrets.username))?.id).toBe('ada');
    const events = JSON.stringify(await store.events({ after: 0, limit: 1000 }));
    expect(events).toContain('credentials.changed');
    for (const secret of [secrets.username, secrets.password, '$argon2id$changed']) {
      expect(events).not.toContain(secret);
    }
  });

  it('keeps the credentials through every other change of the user', async () => {
    const { commands, store } = engine;
    const id = await hold(engine, '1');
    await commands.settlePermit(call, 'ada', id, null);
    await commands.freezeUser(call, 'ada', true);
    await commands.pushBalance(call, 'ada', { chainId: CHAIN, amount: '5', asOf: Date.UTC(2026, 0, 5, 9) });
    expect((await store.get<User>('user', 'ada'))?.state.credentials).toEqual({ version: 1, ...secrets });
  });
});
