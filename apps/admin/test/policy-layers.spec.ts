import { cause, refusal, startWorld, type World } from './caller';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const DAY_MS = 86_400_000;
const perTransaction = (max: string) => ({ kind: 'transaction' as const, max });
const perDay = (max: string) => ({ kind: 'sliding' as const, durationMs: DAY_MS, max });
const told = { measure: 'amount', perDestination: false };

describe('the layers of the policy', () => {
  test('a platform is set, told and changed', async () => {
    const { platform } = world.caller();
    expect(await platform.get()).toMatchObject({ chains: [], frozen: false, revision: 0 });
    await platform.enableChain({
      chainId: 'a',
      limits: [
        perTransaction('5'),
        perDay('10'),
        { kind: 'calendar', unit: 'month', zone: 'Europe/Berlin', max: '100' },
      ],
      ...cause(),
    });
    await platform.enableChain({
      chainId: 'b',
      family: 'solana',
      limits: [{ kind: 'share', max: '0.5' }],
      ...cause(),
    });
    await platform.changeSettings({ coolingOffMs: 0, suspectAfterMs: 1000, ...cause() });
    const { chains, settings } = await platform.get();
    expect(chains).toEqual([
      {
        chainId: 'a',
        family: 'exact',
        frozen: false,
        limits: [
          { kind: 'calendar', unit: 'month', zone: 'Europe/Berlin', startsOn: 1, max: '100', ...told },
          { kind: 'sliding', durationMs: DAY_MS, max: '10', ...told },
          { kind: 'transaction', max: '5', ...told },
        ],
      },
      { chainId: 'b', family: 'solana', frozen: false, limits: [{ kind: 'share', max: '0.5', ...told }] },
    ]);
    expect(settings).toMatchObject({
      coolingOffMs: 0,
      suspectAfterMs: 1000,
      loosening: 'alone',
      balanceMaxAgeMs: DAY_MS,
    });
    // What is told can be given back as it is.
    await platform.enableChain({ chainId: 'a', limits: chains[0]?.limits ?? [], ...cause() });
    expect((await platform.get()).chains).toEqual(chains);
    await platform.disableChain({ chainId: 'b', ...cause() });
    expect((await platform.get()).chains.map(({ chainId }) => chainId)).toEqual(['a']);
    expect((await refusal(platform.disableChain({ chainId: 'b', ...cause() }))).code).toBe('not_found');
  });

  test('a tier is created, changed, told and listed', async () => {
    const { tiers } = world.caller();
    await tiers.create({ tierId: 'retail', coolingOffMs: 1000, ...cause() });
    await tiers.change({ tierId: 'retail', mode: 'budget', ...cause() });
    await tiers.create({ tierId: 'gold', ...cause() });
    const retail = {
      tierId: 'retail',
      frozen: false,
      mode: 'budget',
      coolingOffMs: 1000,
      rearmMs: 0,
      limits: [],
    };
    expect(await tiers.get({ tierId: 'retail' })).toEqual({ ...retail, revision: 2 });
    expect((await tiers.list({ limit: 1 })).nextAfter).toBe('gold');
    expect((await tiers.list({ after: 'gold' })).tiers).toEqual([{ ...retail, revision: 2 }]);
    expect((await refusal(tiers.get({ tierId: 'none' }))).code).toBe('not_found');
    expect((await refusal(tiers.create({ tierId: 'gold', ...cause() }))).code).toBe('already_exists');
    await tiers.change({ tierId: 'retail', mode: 'permit', ...cause() });
  });

  test('limits of every layer apply together, and the smallest tells where it is from', async () => {
    const { limits, users } = world.caller();
    await users.create({ uid: 'u-1', role: 'signer', tier: 'retail', ...cause() });
    await limits.set({ layer: 'tier', tierId: 'retail', chainId: 'a', limits: [perDay('6')], ...cause() });
    await limits.set({ layer: 'user', uid: 'u-1', chainId: 'a', limits: [perTransaction('4')], ...cause() });
    const expiresAt = Date.now() + DAY_MS;
    const raised = { uid: 'u-1', chainId: 'a', limit: perDay('9') };
    await limits.override({ ...raised, expiresAt: new Date(expiresAt).toISOString(), ...cause() });
    const effective = await limits.effective({ uid: 'u-1', chainId: 'a' });
    expect(effective.limits.map(({ key, layer, limit }) => [key, layer, limit.max])).toEqual([
      ['amount/calendar/month/Europe/Berlin/1', 'platform', '100'],
      ['amount/sliding/86400000', 'override', '9'],
      ['amount/transaction', 'user', '4'],
    ]);
    expect(effective.limits[1]).toEqual({
      chainId: 'a',
      key: 'amount/sliding/86400000',
      layer: 'override',
      limit: { kind: 'sliding', durationMs: DAY_MS, max: '9', ...told },
      values: [
        { layer: 'platform', max: '10', expiresAt: null },
        { layer: 'tier', max: '6', expiresAt: null },
        { layer: 'override', max: '9', expiresAt },
      ],
    });
    await limits.removeOverride({ uid: 'u-1', chainId: 'a', key: 'amount/sliding/86400000', ...cause() });
    const after = await limits.effective({ uid: 'u-1' });
    expect(after.limits[1]).toMatchObject({ layer: 'tier', limit: { max: '6' } });
    expect((await refusal(limits.effective({ uid: 'nobody' }))).code).toBe('not_found');
  });

  test("the platform's limits are set on an enabled chain alone, and its family stays", async () => {
    const { limits, platform } = world.caller('risk', ['limits:write', 'platform:read']);
    await limits.set({ layer: 'platform', chainId: 'a', limits: [perTransaction('3')], ...cause() });
    expect((await platform.get()).chains).toMatchObject([
      { chainId: 'a', family: 'exact', limits: [{ max: '3' }] },
    ]);
    const unknown = limits.set({
      layer: 'platform',
      chainId: 'c',
      limits: [perTransaction('3')],
      ...cause(),
    });
    expect((await refusal(unknown)).code).toBe('not_found');
    expect((await platform.get()).chains).toHaveLength(1);
  });

  test('many limits at once, those of one aggregate in their order', async () => {
    const { limits, tiers } = world.caller();
    const { results } = await limits.setMany({
      items: [
        { layer: 'tier', tierId: 'gold', chainId: 'a', limits: [perDay('1')] },
        { layer: 'tier', tierId: 'none', chainId: 'a', limits: [perDay('1')] },
        { layer: 'platform', chainId: 'a', limits: [perTransaction('2')] },
        { layer: 'user', uid: 'u-1', chainId: 'a', limits: [] },
        { layer: 'tier', tierId: 'gold', chainId: 'a', limits: [perDay('2')] },
      ],
      ...cause(),
    });
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, true, true]);
    expect((await tiers.get({ tierId: 'gold' })).limits).toMatchObject([
      { chainId: 'a', limits: [{ max: '2' }] },
    ]);
  });

  test('a freeze of every scope is set, listed and lifted', async () => {
    const { freezes, machines, users, tiers, platform } = world.caller();
    await machines.create({ machineId: 'm-1', uid: 'u-1', role: 'signer', ...cause() });
    const things = [
      { scope: 'platform' },
      { scope: 'chain', subject: 'a' },
      { scope: 'tier', subject: 'retail' },
      { scope: 'user', subject: 'u-1' },
      { scope: 'machine', subject: 'm-1' },
    ] as const;
    for (const thing of things) {
      await freezes.freeze({ ...thing, ...cause() });
      const subject = 'subject' in thing ? thing.subject : '';
      expect(await freezes.list({ scope: thing.scope })).toEqual({ subjects: [subject], nextAfter: null });
    }
    expect((await users.get({ uid: 'u-1' })).frozen).toBe(true);
    expect((await tiers.get({ tierId: 'retail' })).frozen).toBe(true);
    expect(await platform.get()).toMatchObject({ frozen: true, chains: [{ frozen: true }] });
    for (const thing of things) {
      await freezes.unfreeze({ ...thing, ...cause() });
      expect((await freezes.list({ scope: thing.scope })).subjects).toEqual([]);
    }
    expect((await refusal(freezes.freeze({ scope: 'user', subject: 'nobody', ...cause() }))).code).toBe(
      'not_found',
    );
  });

  test('who may freeze may not lift a freeze', async () => {
    const guard = world.caller('guard', ['freezes:write', 'freezes:read']);
    await guard.freezes.freeze({ scope: 'user', subject: 'u-1', ...cause() });
    expect((await refusal(guard.freezes.unfreeze({ scope: 'user', subject: 'u-1', ...cause() }))).code).toBe(
      'forbidden',
    );
    expect((await guard.freezes.list({ scope: 'user' })).subjects).toEqual(['u-1']);
    const lifter = world.caller('lifter', ['freezes:lift']);
    await lifter.freezes.unfreeze({ scope: 'user', subject: 'u-1', ...cause() });
  });
});
