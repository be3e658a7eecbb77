import {
  CHAIN,
  call,
  createEngine,
  databases,
  hold,
  permit,
  withAda,
  type Database,
  type Engine,
} from './world';

type Freeze = (engine: Engine, frozen: boolean) => Promise<unknown>;

const levels: readonly [string, Freeze, string][] = [
  ['platform', ({ commands }, frozen) => commands.freezePlatform(call, frozen), 'platform_frozen'],
  ['tier', ({ commands }, frozen) => commands.freezeTier(call, 'retail', frozen), 'tier_frozen'],
  ['user', ({ commands }, frozen) => commands.freezeUser(call, 'ada', frozen), 'user_frozen'],
  ['machine', ({ commands }, frozen) => commands.freezeMachine(call, 'bot', frozen), 'machine_frozen'],
  ['chain', ({ commands }, frozen) => commands.freezeChain(call, CHAIN, frozen), 'chain_frozen'],
];

describe.each(databases)('a freeze, %s', (_, open) => {
  let database: Database;
  let engine: Engine;
  let other: Engine;
  beforeEach(async () => {
    database = await open();
    engine = createEngine(await database.open());
    other = createEngine(await database.open());
    await withAda(engine);
    await engine.commands.createMachine(call, { machineId: 'bot', uid: 'ada', role: 'signer' });
  });
  afterEach(() => database.dispose());

  it.each(levels)(
    'of the %s holds at the very next read, of any engine, also for what is held',
    async (_, freeze, rule) => {
      const held = await hold(engine, '1');
      const registered = await permit(engine, '1');
      await freeze(engine, true);
      for (const { commands } of [other, engine]) {
        for (const referenceId of [held, registered]) {
          const answer = await commands.read(call, { uid: 'bot', referenceId });
          expect(answer.rule).toBe(rule);
          expect(answer.reply.limits.map(({ limit }) => limit)).toEqual(['0']);
        }
      }
      await freeze(engine, false);
      expect((await other.commands.read(call, { uid: 'bot', referenceId: held })).rule).toBe('granted_again');
      expect((await other.commands.read(call, { uid: 'bot', referenceId: registered })).rule).toBe('granted');
    },
  );

  it('of a machine leaves its user free', async () => {
    await engine.commands.freezeMachine(call, 'bot', true);
    await hold(other, '1');
  });

  it('of a tier and of a chain leaves the others free', async () => {
    const { commands } = engine;
    await commands.enableChain(call, { chainId: 'other', limits: [{ kind: 'lifetime', max: '1' }] });
    await commands.freezeChain(call, 'other', true);
    await commands.createTier(call, 'gold', {});
    await commands.freezeTier(call, 'gold', true);
    await hold(other, '1');
  });
});
