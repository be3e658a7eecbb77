import { cause, refusal, startWorld, type Caller, type World } from './caller';

let world: World;
let anna: Caller;
beforeAll(async () => {
  world = await startWorld();
  anna = world.caller('ops:anna');
  await anna.platform.enableChain({ chainId: 'a', limits: [{ kind: 'transaction', max: '5' }], ...cause() });
  await anna.tiers.create({ tierId: 'gold', ...cause() });
});
afterAll(() => world.stop());

interface Document {
  readonly chains: readonly { readonly chainId: string; readonly limits: readonly object[] }[];
  readonly [member: string]: unknown;
}

/** What is in force, with another limit on its one chain. */
const withMax = async (max: string): Promise<Document> => {
  const { document } = await anna.policy.get({});
  const inForce = document as unknown as Document;
  return {
    ...inForce,
    chains: inForce.chains.map((chain) => ({ ...chain, limits: [{ kind: 'transaction', max }] })),
  };
};

const maxNow = async () => (await anna.platform.get()).chains[0]?.limits[0]?.max;

describe('versions of the policy', () => {
  test('what is in force is a document without a version', async () => {
    const now = await anna.policy.get({});
    expect(now).toMatchObject({ version: null, draftedBy: null, publishedAt: null });
    expect(Object.keys(now.document)).toEqual(['chains', 'settings', 'tiers']);
  });

  test('a document is checked: its mistakes, what it changes, and what of it loosens', async () => {
    const tighter = await anna.policy.validate({ document: await withMax('4') });
    expect(tighter.mistakes).toEqual([]);
    expect(tighter.differences).toHaveLength(1);
    expect(tighter.loosenings).toEqual([]);
    const wider = await anna.policy.validate({ document: await withMax('6') });
    expect(wider.loosenings).toEqual(wider.differences);
    const wrong = await anna.policy.validate({ document: await withMax('-1') });
    expect(wrong.mistakes).toHaveLength(1);
    const incomplete = await refusal(anna.policy.draft({ document: { chains: [] }, ...cause() }));
    expect(incomplete.code).toBe('invalid');
    expect(incomplete.details.length).toBeGreaterThan(1);
  });

  test('a version is drafted, published, listed and gone back to', async () => {
    const first = await anna.policy.draft({ document: await withMax('5'), ...cause(), reason: 'as it was' });
    expect(first).toMatchObject({ version: 1, status: 'draft', draftedBy: 'ops:anna', reason: 'as it was' });
    const second = await anna.policy.draft({ document: await withMax('4'), ...cause() });
    expect(second.version).toBe(2);
    expect(await maxNow()).toBe('5');
    expect((await refusal(anna.policy.rollback({ version: 1, ...cause() }))).code).toBe('conflict');
    await anna.policy.publish({ version: 1, ...cause() });
    expect(await anna.policy.publish({ version: 2, ...cause() })).toMatchObject({
      version: 2,
      status: 'published',
      publishedBy: 'ops:anna',
    });
    expect(await maxNow()).toBe('4');
    const { versions, nextBefore } = await anna.policy.history({});
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ]);
    expect(nextBefore).toBeNull();
    expect((await anna.policy.history({ limit: 1 })).nextBefore).toBe(2);
    expect((await anna.policy.history({ before: 2 })).versions.map(({ version }) => version)).toEqual([1]);
    expect(await anna.policy.rollback({ version: 1, ...cause() })).toMatchObject({
      version: 1,
      status: 'published',
    });
    expect(await maxNow()).toBe('5');
    expect((await refusal(anna.policy.get({ version: 9 }))).code).toBe('not_found');
  });

  test('a document is tried on what was decided', async () => {
    const uid = 'u-1';
    const account = { uid, chainId: 'a' };
    const credentials = { hashedUsername: '1'.repeat(64), hashedPassword: '2'.repeat(64) };
    await anna.platform.changeSettings({ coolingOffMs: 0, ...cause() });
    await anna.users.create({ uid, role: 'signer', ...credentials, ...cause() });
    await anna.balances.push({ ...account, amount: '10', asOf: Date.now(), ...cause() });
    await anna.destinations.add({ ...account, address: 'somewhere', ...cause() });
    const intent = { ...account, kind: 'transfer' as const, amount: '3', address: 'somewhere' };
    const { referenceId } = await anna.permits.register({ ...intent, ...cause() });
    await world.read({ uid, referenceId });
    expect((await anna.permits.get({ uid, referenceId })).status).toBe('held');
    expect(await anna.policy.backtest({ document: await withMax('3') })).toEqual({
      differences: [],
      users: 1,
      decisions: 1,
      untold: 0,
      unusable: [],
      notReplayed: [],
      nextAfter: null,
    });
    const { differences } = await anna.policy.backtest({ document: await withMax('2') });
    expect(differences).toMatchObject([
      {
        uid,
        was: 'granted',
        would: 'refused',
        rule: 'limit_exceeded',
        limitKey: 'amount/transaction',
        chainId: 'a',
        amount: '3',
      },
    ]);
    expect((await anna.policy.backtest({ version: 2 })).differences).toEqual([]);
  });

  test('one that loosens is published by a change that a second person approves', async () => {
    await anna.platform.changeSettings({ loosening: 'approved', ...cause() });
    const { version } = await anna.policy.draft({ document: await withMax('7'), ...cause() });
    if (version === null) throw new Error('a draft has a version');
    const alone = await refusal(anna.policy.publish({ version, ...cause() }));
    expect(alone.code).toBe('forbidden');
    expect(alone.details.length).toBeGreaterThan(0);
    const change = { procedure: 'policy.publish' as const, input: { version } };
    const proposed = await anna.changes.propose({ change, ...cause() });
    expect(proposed.change).toEqual(change);
    const approved = await world
      .caller('ops:jan')
      .changes.approve({ changeId: proposed.changeId, ...cause() });
    expect(approved.status).toBe('applied');
    expect(await maxNow()).toBe('7');
    expect((await anna.policy.get({ version })).status).toBe('published');
  });
});
