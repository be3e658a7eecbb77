import { OUTDATED, changeStatus, isFault, type Effect, type Fault } from '@countersign/policy';
import { verifyHistory } from '@countersign/store';
import {
  FAR,
  ann,
  bob,
  capOf,
  createChangesEngine,
  eventsOf,
  keyed,
  propose,
  upTo,
  withOfficers,
  type ChangesEngine,
} from './changes-world';
import { CHAIN, DAY, HOUR, START, callOf, codeOf, databases, perDay, permit, type Database } from './world';

async function faultOf(work: Promise<unknown>): Promise<Fault | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}

describe.each(databases)('proposed changes %s', (_, open) => {
  let database: Database;
  let engine: ChangesEngine;
  beforeEach(async () => {
    database = await open();
    engine = createChangesEngine(await database.open());
    await withOfficers(engine);
  });
  afterEach(() => database.dispose());

  const statusOf = async (changeId: string, at = START) => changeStatus(await engine.change(changeId), at);

  it('changes nothing before a second person approves, and says by whom it was', async () => {
    const direct = await faultOf(engine.commands.setUserLimits(ann, 'ada', upTo('8')));
    expect([direct?.code, direct?.message]).toEqual([
      'forbidden',
      expect.stringContaining('propose it as a change'),
    ]);
    const changeId = await propose(engine);
    expect([capOf(await engine.ada()), await statusOf(changeId)]).toEqual(['5', 'pending']);
    const { state } = await engine.proposed.approve(bob, changeId);
    expect(capOf(await engine.ada())).toBe('8');
    expect(state.ending).toMatchObject({ outcome: 'applied' });
    expect(engine.ended).toEqual(['applied']);
    const [event] = (await engine.store.history('user', 'ada')).slice(-1);
    expect(event).toMatchObject({
      type: 'limits.set',
      actor: 'officer:ann',
      reason: `test (change ${changeId}, approved by officer:bob)`,
      requestId: expect.stringContaining(`change:${changeId}/`),
    });
    expect(await verifyHistory(engine.store, 'change', changeId)).toBeUndefined();
  });

  it('shows what it would do', async () => {
    const { effect } = await engine.change(await propose(engine));
    const value = (max: string) => ({ max, layer: 'user' as const });
    expect(effect).toEqual({
      subject: 'user ada',
      limits: [{ chainId: CHAIN, key: `amount/sliding/${DAY}`, before: value('5'), after: value('8') }],
      others: [],
      blastRadius: [
        {
          chainId: CHAIN,
          users: 1,
          complete: true,
          next: {
            hour: { before: '5', after: '8' },
            day: { before: '5', after: '8' },
            week: { before: '35', after: '56' },
          },
        },
      ],
    } satisfies Effect);
  });

  it('says so when it cannot look at everybody, and tells what it saw even where that was nothing', async () => {
    const dormant = Array.from({ length: 1_000 }, (_, i) => `aa-${String(i).padStart(4, '0')}`);
    await Promise.all(dormant.map((uid) => engine.commands.createUser(ann, { uid, role: 'signer' }, null)));
    const changeId = await propose(engine, upTo('11'), 'enableChain');
    const { blastRadius, others } = (await engine.change(changeId)).effect as Effect;
    expect(blastRadius).toEqual([expect.objectContaining({ chainId: CHAIN, users: 1_000, complete: false })]);
    expect(others).toEqual(['only 1000 users were looked at: more could leave than is told']);
  });

  it('adds up over everybody whom a tier or the platform touches', async () => {
    await engine.proposed.approve(bob, await propose(engine, { chainId: CHAIN, limits: [] }));
    await engine.commands.setTierLimits(ann, 'retail', upTo('4'));
    const people = ['bea', 'cid'].entries();
    for (const [i, uid] of people) {
      await engine.commands.createUser(ann, { uid, role: 'signer', tier: 'retail' }, null);
      await engine.commands.pushBalance(ann, uid, { chainId: CHAIN, amount: `${i + 6}`, asOf: START });
      const listed = { chainId: CHAIN, address: uid, label: '' };
      await engine.commands.addDestination(callOf('officer:ann', 'officer:bob'), uid, listed);
    }
    const weekOf = async (changeId: string) => {
      const { blastRadius } = (await engine.change(changeId)).effect as Effect;
      return blastRadius.map(({ users, complete, next: { week } }) => [users, complete, week]);
    };
    const tier = await propose(engine, upTo('9'), 'setTierLimits');
    expect(await weekOf(tier)).toEqual([[3, true, { before: '41', after: '76' }]]);
    const platform = await propose(engine, { chainId: CHAIN, limits: [perDay('11')] }, 'enableChain');
    expect(await weekOf(platform)).toEqual([]);
  });

  it.each(['officer:ann', ' Officer:Ann', 'OFFICER:ANN', 'officer:a\u200bnn', 'ｏfficer:ann', ''])(
    'is never approved by who proposed it, as %j',
    async (actor) => {
      const changeId = await propose(engine);
      expect(await codeOf(engine.proposed.approve(callOf(actor), changeId))).toBe('forbidden');
      expect([capOf(await engine.ada()), await statusOf(changeId)]).toEqual(['5', 'pending']);
    },
  );

  it('takes no approval on the word of the call that proposes it', async () => {
    const changeId = (
      await engine.proposed.propose(callOf('officer:ann', 'officer:bob'), 'setUserLimits', upTo('8'))
    ).id;
    expect([capOf(await engine.ada()), await statusOf(changeId)]).toEqual(['5', 'pending']);
  });

  it('is approved once', async () => {
    const changeId = await propose(engine);
    await engine.proposed.approve(bob, changeId);
    expect(await codeOf(engine.proposed.approve(bob, changeId))).toBe('conflict');
    expect(await codeOf(engine.proposed.approve(callOf('officer:cleo'), changeId))).toBe('conflict');
    expect(await eventsOf(engine.store, 'change.approved')).toBe(1);
  });

  it('is not approved once it has expired, and is ended by who looks', async () => {
    const changeId = await propose(engine);
    engine.goTo(3 * DAY);
    expect(await codeOf(engine.proposed.approve(bob, changeId))).toBe('conflict');
    expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'expired' });
    expect((await engine.change(changeId)).ending).toMatchObject({ outcome: 'expired' });
    expect(capOf(await engine.ada())).toBe('5');
  });

  it('is not approved once what it changes has changed', async () => {
    const changeId = await propose(engine);
    await engine.commands.setUserLimits(ann, 'ada', upTo('4'));
    const refused = await faultOf(engine.proposed.approve(bob, changeId));
    expect([refused?.code, refused?.message]).toEqual([
      'conflict',
      'what it changes has changed since; propose it again',
    ]);
    // Who may not approve learns nothing else.
    expect(await codeOf(engine.proposed.approve(ann, changeId))).toBe('forbidden');
    expect(capOf(await engine.ada())).toBe('4');
  });

  it('is not approved once the layers around it say otherwise than was shown', async () => {
    const changeId = await propose(engine);
    await engine.commands.setTierLimits(ann, 'retail', upTo('7'));
    expect(await codeOf(engine.proposed.approve(bob, changeId))).toBe('conflict');
  });

  it('is not outdated by what the user does', async () => {
    const changeId = await propose(engine);
    const referenceId = await permit(engine, '1');
    await engine.commands.read(bob, { uid: 'ada', referenceId });
    await engine.commands.pushBalance(bob, 'ada', { chainId: CHAIN, amount: '9', asOf: START });
    expect((await engine.proposed.approve(bob, changeId)).state.ending).toMatchObject({ outcome: 'applied' });
  });

  it('fails when what it changes changes between approval and application', async () => {
    await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
    const changeId = await propose(engine);
    await engine.proposed.approve(bob, changeId);
    await engine.commands.setUserLimits(ann, 'ada', upTo('4'));
    engine.goTo(HOUR);
    expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'failed' });
    expect((await engine.change(changeId)).ending).toMatchObject({
      failure: 'what it changes has changed since; propose it again',
    });
    expect(capOf(await engine.ada())).toBe('4');
  });

  describe('approved, and due after something else', () => {
    const approved = async (request: object, method: string): Promise<string> => {
      const changeId = await propose(engine, request, method);
      await engine.proposed.approve(bob, changeId);
      return changeId;
    };
    const failed = { ending: { outcome: 'failed', failure: OUTDATED } };

    /** Ada is to go from 2 a day to the 3 of gold. */
    async function moving(): Promise<string> {
      await engine.commands.setTierLimits(ann, 'retail', upTo('2'));
      await engine.commands.createTier(ann, 'gold', { mode: 'budget' });
      await engine.commands.setTierLimits(ann, 'gold', upTo('3'));
      await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
      return approved({ tier: 'gold' }, 'updateUser');
    }

    it('moves nobody to a tier that has been raised meanwhile', async () => {
      const changeId = await moving();
      const { effect } = await engine.change(changeId);
      expect(effect).toMatchObject({
        limits: [{ before: { max: '2', layer: 'tier' }, after: { max: '3', layer: 'tier' } }],
        others: [
          'the user: tier is gold instead of retail',
          'the tier of the user: mode is budget instead of permit',
        ],
      });
      const raised = await approved(upTo('1000'), 'raiseGold');
      engine.goTo(HOUR);
      expect(await engine.proposed.carryOn(raised, FAR)).toMatchObject({ ended: 'applied' });
      expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'failed' });
      expect(await engine.change(changeId)).toMatchObject(failed);
      expect((await engine.ada()).tier).toBe('retail');
    });

    it.each<readonly [string, (commands: ChangesEngine['commands']) => Promise<unknown>]>([
      ['the mode of the next tier', (commands) => commands.changeTier(ann, 'gold', { mode: 'permit' })],
      ['its cooling-off', (commands) => commands.changeTier(ann, 'gold', { coolingOffMs: HOUR })],
      ['its rearming', (commands) => commands.changeTier(ann, 'gold', { rearmMs: HOUR })],
      ['its freeze', (commands) => commands.freezeTier(ann, 'gold', true)],
      ['a limit of it', (commands) => commands.setTierLimits(ann, 'gold', upTo('2.5'))],
      [
        'a limit of it where no chain is enabled yet',
        (commands) => commands.setTierLimits(ann, 'gold', upTo('1', 'b')),
      ],
      ['the rearming of the tier before', (commands) => commands.changeTier(ann, 'retail', { rearmMs: 1 })],
    ])('moves nobody after a change of %s', async (_what, change) => {
      const changeId = await moving();
      await change(engine.commands);
      engine.goTo(HOUR);
      expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'failed' });
      expect(await engine.change(changeId)).toMatchObject(failed);
    });

    it('moves them when the tiers are what they were', async () => {
      const changeId = await moving();
      await engine.commands.createTier(ann, 'silver', {});
      await engine.commands.freezeTier(ann, 'silver', true);
      engine.goTo(HOUR);
      expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'applied' });
      expect((await engine.ada()).tier).toBe('gold');
    });

    const layers = [
      ['setUserLimits', 'ada'],
      ['setTierLimits', 'retail'],
    ] as const;
    it.each(layers)(
      '%s above what the platform allows is not applied once it allows that',
      async (set, id) => {
        await engine.commands[set](callOf('officer:ann', 'officer:bob'), id, upTo('20'));
        await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
        const changeId = await approved(upTo('1000'), set);
        expect((await engine.change(changeId)).effect).toMatchObject({ limits: [] });
        const raised = await approved(upTo('1000'), 'enableChain');
        engine.goTo(HOUR);
        expect(await engine.proposed.carryOn(raised, FAR)).toMatchObject({ ended: 'applied' });
        const before = await eventsOf(engine.store, 'limits.set');
        expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'failed' });
        expect(await engine.change(changeId)).toMatchObject(failed);
        expect(await eventsOf(engine.store, 'limits.set')).toBe(before);
      },
    );

    it('says why when it could not even be proposed any more', async () => {
      await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
      const expiresAt = START + HOUR;
      const override = { chainId: CHAIN, limit: perDay('7'), expiresAt };
      const changeId = await approved(override, 'overrideLimit');
      engine.goTo(HOUR);
      await engine.proposed.carryOn(changeId, FAR);
      expect((await engine.change(changeId)).ending).toMatchObject({
        outcome: 'failed',
        failure: expect.stringContaining(`${OUTDATED}; `),
      });
    });
  });

  it('waits for its time, whoever approves it', async () => {
    await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
    const changeId = await propose(engine);
    expect((await engine.proposed.approve(bob, changeId)).state.ending).toBeNull();
    engine.goTo(HOUR - 1);
    expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: null, problem: null });
    expect([capOf(await engine.ada()), await statusOf(changeId)]).toEqual(['5', 'approved']);
    engine.goTo(HOUR);
    expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'applied' });
    expect(capOf(await engine.ada())).toBe('8');
  });

  it('needs only its time where policy asks for that alone', async () => {
    const settings = { loosening: 'alone', looseningDelayMs: HOUR };
    await engine.proposed.approve(bob, await propose(engine, settings, 'changeSettings'));
    expect(await codeOf(engine.commands.setUserLimits(ann, 'ada', upTo('8')))).toBe('forbidden');
    const changeId = await propose(engine);
    engine.goTo(HOUR);
    await engine.proposed.carryOn(changeId, FAR);
    expect(capOf(await engine.ada())).toBe('8');
  });

  it('fails where the settings have become stricter', async () => {
    const settings = { loosening: 'alone', looseningDelayMs: HOUR };
    await engine.proposed.approve(bob, await propose(engine, settings, 'changeSettings'));
    const changeId = await propose(engine);
    await engine.commands.changeSettings(ann, { loosening: 'approved' });
    engine.goTo(HOUR);
    expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'failed' });
    expect(capOf(await engine.ada())).toBe('5');
  });

  it('is rejected by anybody, and withdrawn by who proposed it', async () => {
    const [rejected, withdrawn] = [await propose(engine), await propose(engine, upTo('9'))];
    await engine.proposed.reject(bob, rejected);
    await engine.proposed.reject(ann, withdrawn);
    for (const changeId of [rejected, withdrawn]) {
      expect(await statusOf(changeId)).toBe('rejected');
      expect(await codeOf(engine.proposed.approve(bob, changeId))).toBe('conflict');
    }
  });

  it('is only for what loosens, and for what can be done', async () => {
    const refused = await faultOf(engine.proposed.propose(ann, 'setUserLimits', upTo('4')));
    expect([refused?.code, refused?.message]).toEqual([
      'invalid',
      'this does not loosen; it can be made directly',
    ]);
    expect(await codeOf(engine.proposed.propose(ann, 'setUserLimits', upTo('5')))).toBe('invalid');
    expect(await codeOf(engine.proposed.propose(ann, 'setUserLimits', upTo('many')))).toBe('invalid');
    expect(await codeOf(engine.proposed.propose(ann, 'toString', {}))).toBe('invalid');
    const machine = { machineId: 'm', uid: 'nobody', role: 'signer' };
    expect(await codeOf(engine.proposed.propose(ann, 'createMachine', machine))).toBe('not_found');
    const stale = { ...ann, expectedRevision: 1 };
    expect(await faultOf(engine.proposed.propose(stale, 'setUserLimits', upTo('8')))).toMatchObject({
      code: 'conflict',
      revision: (await engine.store.get('user', 'ada'))?.revision,
    });
    expect(await eventsOf(engine.store, 'change.proposed')).toBe(0);
  });

  it('is applied once by any number of engines at once', async () => {
    await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
    const changeId = await propose(engine);
    await engine.proposed.approve(bob, changeId);
    const engines = [
      engine,
      createChangesEngine(await database.open()),
      createChangesEngine(await database.open()),
    ];
    for (const one of engines) one.goTo(HOUR);
    const all = engines.flatMap((one) => [one, one]);
    await Promise.all(all.map((one) => one.proposed.carryOn(changeId, FAR)));
    await engine.proposed.carryOn(changeId, FAR);
    expect((await engine.change(changeId)).ending).toMatchObject({ outcome: 'applied' });
    const history = await engine.store.history('user', 'ada');
    expect(history.filter(({ requestId }) => requestId.startsWith(`change:${changeId}`))).toHaveLength(1);
    expect(await eventsOf(engine.store, 'change.applied')).toBe(1);
    expect(engines.flatMap(({ ended }) => ended)).toEqual(['applied']);
  });

  it('is proposed and approved once however often the calls are made', async () => {
    const first = await engine.proposed.propose(keyed(ann, 'k-1'), 'setUserLimits', upTo('8'));
    const again = await engine.proposed.propose(keyed(ann, 'k-1'), 'setUserLimits', upTo('8'));
    expect(again.id).toBe(first.id);
    for (let i = 0; i < 2; i += 1) {
      const { state } = await engine.proposed.approve(keyed(bob, 'k-2'), first.id);
      expect(state.ending).toMatchObject({ outcome: 'applied' });
    }
    expect(await eventsOf(engine.store, 'change.proposed')).toBe(1);
    expect(await eventsOf(engine.store, 'change.approved')).toBe(1);
  });
});
