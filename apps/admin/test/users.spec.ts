import { cause, refusal, startWorld, type World } from './caller';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const hash = (digit: string) => digit.repeat(64);

describe('users', () => {
  test('an account is created, found, changed and listed', async () => {
    const { users, tiers } = world.caller();
    await tiers.create({ tierId: 'gold', ...cause() });
    const credentials = { hashedUsername: hash('a'), hashedPassword: hash('b') };
    expect(
      await users.create({ uid: 'u-1', role: 'signer', tier: 'gold', ...credentials, ...cause() }),
    ).toEqual({
      revision: 1,
    });
    expect(await users.get({ uid: 'u-1' })).toEqual({
      uid: 'u-1',
      role: 'signer',
      status: 'active',
      frozen: false,
      hasCredentials: true,
      tier: 'gold',
      limits: [],
      overrides: [],
      destinations: [],
      balances: [],
      permits: [],
      revision: 1,
    });
    await users.setRole({ uid: 'u-1', role: 'admin', ...cause() });
    await users.setTier({ uid: 'u-1', tier: null, ...cause() });
    await users.setStatus({ uid: 'u-1', status: 'suspended', ...cause() });
    await users.resetCredential({ uid: 'u-1', hashedPassword: hash('c'), ...cause() });
    expect(await users.get({ uid: 'u-1' })).toMatchObject({
      role: 'admin',
      status: 'suspended',
      tier: null,
      revision: 5,
    });
    await users.create({ uid: 'u-2', role: 'signer', tier: 'gold', ...cause() });
    await users.create({ uid: 'u-3', role: 'signer', ...cause() });
    const uidsOf = async (of: Parameters<typeof users.list>[0]) =>
      (await users.list(of)).users.map(({ uid }) => uid);
    expect(await uidsOf({ tier: 'gold' })).toEqual(['u-2']);
    expect(await uidsOf({ status: 'suspended' })).toEqual(['u-1']);
    expect(await uidsOf({ role: 'signer' })).toEqual(['u-2', 'u-3']);
    expect(await uidsOf({ role: 'signer', tier: 'gold' })).toEqual(['u-2']);
    expect(await uidsOf({ holding: true })).toEqual([]);
  });

  test('pages end where the next begins', async () => {
    const { users } = world.caller();
    const first = await users.list({ limit: 2 });
    expect(first.users.map(({ uid }) => uid)).toEqual(['u-1', 'u-2']);
    expect(first.nextAfter).toBe('u-2');
    const second = await users.list({ limit: 2, after: 'u-2' });
    expect(second.users.map(({ uid }) => uid)).toEqual(['u-3']);
    expect(second.nextAfter).toBeNull();
  });

  test('who caused it, why and by which request stand in the event', async () => {
    const officer = world.caller('ops:mira');
    await officer.users.create({ uid: 'u-4', role: 'signer', reason: 'ticket 4711', idempotencyKey: 'k-4' });
    const { events } = await officer.events.list({ kind: 'user', id: 'u-4' });
    expect(events).toMatchObject([{ type: 'user.created', actor: 'ops:mira', reason: 'ticket 4711' }]);
  });

  test('what does not exist, exists already or cannot be is refused as what it is', async () => {
    const { users } = world.caller();
    expect((await refusal(users.get({ uid: 'nobody' }))).code).toBe('not_found');
    expect((await refusal(users.create({ uid: 'u-1', role: 'signer', ...cause() }))).code).toBe(
      'already_exists',
    );
    await users.setStatus({ uid: 'u-3', status: 'closed', ...cause() });
    expect((await refusal(users.setStatus({ uid: 'u-3', status: 'active', ...cause() }))).code).toBe(
      'conflict',
    );
  });

  test('a caller without the scope is refused, and nothing is done', async () => {
    const reader = world.caller('ops:reader', ['users:read']);
    expect((await refusal(reader.users.create({ uid: 'u-9', role: 'signer', ...cause() }))).code).toBe(
      'forbidden',
    );
    expect((await refusal(reader.users.get({ uid: 'u-9' }))).code).toBe('not_found');
  });

  test('the same key gets the first result again, another input under it is refused', async () => {
    const { users } = world.caller();
    const key = { reason: 'a test', idempotencyKey: 'once' };
    const first = await users.create({ uid: 'u-5', role: 'signer', ...key });
    expect(await users.create({ uid: 'u-5', role: 'signer', ...key })).toEqual(first);
    expect((await refusal(users.create({ uid: 'u-6', role: 'signer', ...key }))).code).toBe('conflict');
  });

  test('another revision than the expected one is a conflict that tells the current one', async () => {
    const { users } = world.caller();
    const change = { uid: 'u-2', role: 'admin' as const, expectedRevision: 7 };
    const lost = await refusal(users.setRole({ ...change, ...cause() }));
    expect(lost).toMatchObject({ code: 'conflict', revision: 1 });
    expect(await users.setRole({ ...change, expectedRevision: 1, ...cause() })).toEqual({ revision: 2 });
  });
});
