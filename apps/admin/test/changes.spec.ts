import { access, scopes, type Scope } from '../src/access';
import { cause, refusal, startWorld, type Caller, type World } from './caller';

const DAY_MS = 86_400_000;
const perDay = (max: string) => ({ kind: 'sliding' as const, durationMs: DAY_MS, max });
const raise = (max: string) => ({
  procedure: 'limits.set' as const,
  input: { layer: 'user' as const, uid: 'u-1', chainId: 'a', limits: [perDay(max)] },
});

let world: World;
let anna: Caller;
let jan: Caller;
beforeAll(async () => {
  world = await startWorld();
  anna = world.caller('ops:anna');
  jan = world.caller('ops:jan');
  await anna.platform.enableChain({ chainId: 'a', limits: [perDay('10')], ...cause() });
  await anna.platform.changeSettings({ coolingOffMs: 0, ...cause() });
  await anna.users.create({ uid: 'u-1', role: 'signer', ...cause() });
  await anna.limits.set({ ...raise('5').input, ...cause() });
  await anna.balances.push({ uid: 'u-1', chainId: 'a', amount: '100', asOf: Date.now(), ...cause() });
  await anna.destinations.add({ uid: 'u-1', chainId: 'a', address: 'somewhere', ...cause() });
  const override = { uid: 'u-1', chainId: 'a', limit: { kind: 'transaction' as const, max: '50' } };
  await anna.limits.override({ ...override, expiresAt: Date.now() + DAY_MS, ...cause() });
  await anna.machines.create({ machineId: 'm-0', uid: 'u-1', role: 'signer', ...cause() });
  await anna.machines.setStatus({ machineId: 'm-0', status: 'suspended', ...cause() });
  await anna.platform.changeSettings({ loosening: 'approved', ...cause() });
});
afterAll(() => world.stop());

const dailyLimit = async () => (await anna.limits.effective({ uid: 'u-1' })).limits[0]?.limit.max;

describe('a loosening needs two people', () => {
  test('alone it is refused, and the refusal says what loosens', async () => {
    const fault = await refusal(anna.limits.set({ ...raise('9').input, ...cause() }));
    expect(fault).toMatchObject({ code: 'forbidden', details: ['limits: would allow more than before'] });
    expect(await dailyLimit()).toBe('5');
    expect(await anna.limits.set({ ...raise('5').input, ...cause() })).toEqual({ revision: 5 });
  });

  test('a tightening needs nobody, and is not a proposal', async () => {
    const tightenings: readonly Parameters<Caller['changes']['propose']>[0]['change'][] = [
      raise('4'),
      { procedure: 'platform.disableChain', input: { chainId: 'a' } },
      { procedure: 'tiers.create', input: { tierId: 'silver' } },
      { procedure: 'freezes.freeze', input: { scope: 'user', subject: 'u-1' } },
    ];
    for (const change of tightenings) {
      expect((await refusal(anna.changes.propose({ change, ...cause() }))).code).toBe('invalid');
    }
  });

  test('proposed by one, refused to her, approved by another, it is done and shows what it does', async () => {
    const proposed = await anna.changes.propose({ change: raise('9'), ...cause(), reason: 'ticket 1' });
    expect(proposed).toMatchObject({
      status: 'pending',
      proposedBy: 'ops:anna',
      reason: 'ticket 1',
      needsApproval: true,
      approvals: [],
      rejection: null,
      loosenings: ['limits'],
      appliedAt: null,
      appliedRevision: null,
      failure: null,
    });
    expect(proposed.change).toEqual({
      procedure: 'limits.set',
      input: {
        ...raise('9').input,
        limits: [{ ...perDay('9'), measure: 'amount', perDestination: false }],
      },
    });
    expect(proposed.effect).toMatchObject({
      limits: [
        {
          chainId: 'a',
          key: 'amount/sliding/86400000',
          before: { max: '5', layer: 'user' },
          after: { max: '9', layer: 'user' },
        },
      ],
      blastRadius: [{ chainId: 'a', users: 1, complete: true, next: { hour: { before: '5', after: '9' } } }],
    });
    const { changeId } = proposed;
    expect(await dailyLimit()).toBe('5');
    const own = await refusal(anna.changes.approve({ changeId, ...cause() }));
    expect(['forbidden', 'conflict']).toContain(own.code);
    const applied = await jan.changes.approve({ changeId, ...cause(), reason: 'seen' });
    expect(applied).toMatchObject({
      status: 'applied',
      approvals: [{ actor: 'ops:jan', reason: 'seen' }],
      appliedRevision: 6,
    });
    expect(await dailyLimit()).toBe('9');
    expect(await anna.changes.get({ changeId })).toEqual(applied);
    expect((await refusal(jan.changes.reject({ changeId, ...cause() }))).code).toBe('conflict');
  });

  test('what has changed since cannot be approved', async () => {
    const { changeId } = await anna.changes.propose({ change: raise('10'), ...cause() });
    await anna.limits.set({ ...raise('8').input, ...cause() });
    expect((await refusal(jan.changes.approve({ changeId, ...cause() }))).code).toBe('conflict');
    expect(await dailyLimit()).toBe('8');
  });

  test('rejected by anybody who may, withdrawn by the proposer alone', async () => {
    const first = await anna.changes.propose({ change: raise('9'), ...cause() });
    const rejected = await jan.changes.reject({ changeId: first.changeId, ...cause(), reason: 'why?' });
    expect(rejected).toMatchObject({ status: 'rejected', rejection: { actor: 'ops:jan', reason: 'why?' } });
    const second = await anna.changes.propose({ change: raise('9'), ...cause() });
    const named = { changeId: second.changeId };
    const proposers: readonly Scope[] = ['changes:propose'];
    expect(
      (await refusal(world.caller('ops:jan', proposers).changes.withdraw({ ...named, ...cause() }))).code,
    ).toBe('forbidden');
    const withdrawn = await world.caller('ops:anna', proposers).changes.withdraw({ ...named, ...cause() });
    expect(withdrawn.status).toBe('rejected');
  });

  test('changes are listed by status, page by page', async () => {
    await anna.changes.propose({ change: raise('9'), ...cause() });
    const statusesOf = async (of: Parameters<typeof anna.changes.list>[0]) =>
      (await anna.changes.list(of)).changes.map(({ status }) => status);
    expect(await statusesOf({ status: 'applied' })).toEqual(['applied']);
    expect(await statusesOf({ status: 'rejected' })).toEqual(['rejected', 'rejected']);
    expect((await statusesOf({ status: 'pending' })).every((status) => status === 'pending')).toBe(true);
    const seen = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof anna.changes.list>> = await anna.changes.list({
        limit: 2,
        ...(after !== null && { after }),
      });
      seen.push(...page.changes);
      after = page.nextAfter;
    } while (after !== null);
    expect(new Set(seen.map(({ changeId }) => changeId)).size).toBe(seen.length);
    expect(seen).toHaveLength((await anna.changes.list({})).changes.length);
    expect((await refusal(anna.changes.get({ changeId: 'none' }))).code).toBe('not_found');
  });
});

describe('everything that may loosen can be proposed, and is told as it was proposed', () => {
  const place = { uid: 'u-1', chainId: 'a', address: 'somewhere', tag: null };
  const shown = { measure: 'amount' as const, perDestination: false };
  const proposals: readonly Parameters<Caller['changes']['propose']>[0]['change'][] = [
    {
      procedure: 'platform.enableChain',
      input: { chainId: 'b', limits: [{ ...perDay('1'), ...shown }], family: 'solana' },
    },
    {
      procedure: 'platform.changeSettings',
      input: { balanceMaxAgeMs: 2 * DAY_MS, suspectAfterMs: 2 * DAY_MS },
    },
    { procedure: 'tiers.change', input: { tierId: 'gold', mode: 'budget', coolingOffMs: 0 } },
    { procedure: 'limits.set', input: { layer: 'tier', tierId: 'gold', chainId: 'a', limits: [] } },
    {
      procedure: 'limits.override',
      input: {
        uid: 'u-1',
        chainId: 'a',
        limit: { ...perDay('9'), ...shown },
        expiresAt: Date.now() + DAY_MS,
      },
    },
    { procedure: 'limits.removeOverride', input: { uid: 'u-1', chainId: 'a', key: 'amount/transaction' } },
    { procedure: 'machines.setStatus', input: { machineId: 'm-0', status: 'active' } },
    { procedure: 'users.setRole', input: { uid: 'u-1', role: 'admin' } },
    { procedure: 'users.setTier', input: { uid: 'u-2', tier: null } },
    { procedure: 'users.setStatus', input: { uid: 'u-2', status: 'active' } },
    {
      procedure: 'destinations.add',
      input: { ...place, address: 'elsewhere', label: 'home', expiresAt: null },
    },
    { procedure: 'destinations.waiveCoolingOff', input: { ...place, address: 'waiting' } },
    { procedure: 'machines.create', input: { machineId: 'm-1', uid: 'u-1', role: 'signer' } },
    { procedure: 'freezes.unfreeze', input: { scope: 'user', subject: 'u-2' } },
    { procedure: 'freezes.unfreeze', input: { scope: 'platform' } },
  ];

  beforeAll(async () => {
    await anna.tiers.create({ tierId: 'gold', coolingOffMs: 1000, ...cause() });
    await anna.limits.set({ layer: 'tier', tierId: 'gold', chainId: 'a', limits: [perDay('1')], ...cause() });
    await anna.users.create({ uid: 'u-2', role: 'signer', tier: 'gold', ...cause() });
    await anna.users.setStatus({ uid: 'u-2', status: 'suspended', ...cause() });
    await anna.freezes.freeze({ scope: 'user', subject: 'u-2', ...cause() });
    await anna.freezes.freeze({ scope: 'platform', ...cause() });
    await anna.platform.changeSettings({ coolingOffMs: DAY_MS, ...cause() });
    const waiting = { uid: 'u-1', chainId: 'a', address: 'waiting' };
    const added = await anna.changes.propose({
      change: { procedure: 'destinations.add', input: waiting },
      ...cause(),
    });
    await jan.changes.approve({ changeId: added.changeId, ...cause() });
  });

  test.each(
    proposals.map(
      (change) => [`${change.procedure} ${JSON.stringify(Object.keys(change.input))}`, change] as const,
    ),
  )('%s', async (_name, change) => {
    const proposed = await anna.changes.propose({ change, ...cause() });
    expect(proposed.change).toEqual(change);
    expect(proposed.loosenings).not.toEqual([]);
    const row = access[change.procedure];
    const only = scopes.filter((scope) => scope !== row?.scope);
    const before = (await anna.changes.list({})).changes.length;
    const without = await refusal(world.caller('ops:anna', only).changes.propose({ change, ...cause() }));
    expect(without.code).toBe('forbidden');
    expect((await anna.changes.list({})).changes).toHaveLength(before);
  });
});
