import { cause, refusal, startWorld, type World } from './caller';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { platform, users } = world.caller();
  await platform.enableChain({ chainId: 'a', limits: [{ kind: 'transaction', max: '5' }], ...cause() });
  await platform.changeSettings({ coolingOffMs: 60_000, suspectAfterMs: 1000, ...cause() });
  await users.createMany({
    items: ['u-1', 'u-2', 'u-3'].map((uid) => ({ uid, role: 'signer' as const })),
    ...cause(),
  });
});
afterAll(() => world.stop());

describe('destinations', () => {
  test('one is added, waited for, waived, listed and revoked', async () => {
    const { destinations, users } = world.caller();
    const place = { uid: 'u-1', chainId: 'a', address: 'somewhere' };
    const { revision } = await destinations.add({ ...place, label: 'home', ...cause() });
    const [waiting] = (await destinations.list({ uid: 'u-1' })).destinations;
    expect(waiting).toMatchObject({
      address: 'somewhere',
      tag: null,
      label: 'home',
      expiresAt: null,
      looksLike: null,
    });
    expect((waiting?.usableFrom ?? 0) - (waiting?.addedAt ?? 0)).toBe(60_000);
    await destinations.waiveCoolingOff({ ...place, ...cause() });
    const listed = await destinations.list({ uid: 'u-1', chainId: 'a' });
    expect(listed.revision).toBe(revision + 1);
    expect(listed.destinations[0]?.usableFrom).toBeLessThanOrEqual(Date.now());
    expect((await users.get({ uid: 'u-1' })).destinations).toEqual(listed.destinations);
    await destinations.revoke({ ...place, ...cause() });
    expect((await destinations.list({ uid: 'u-1' })).destinations).toEqual([]);
    expect((await refusal(destinations.revoke({ ...place, ...cause() }))).code).toBe('not_found');
    expect((await refusal(destinations.list({ uid: 'nobody' }))).code).toBe('not_found');
  });

  test('many at once: what is wrong is refused alone', async () => {
    const { destinations } = world.caller();
    const expiresAt = Date.now() + 3_600_000;
    const { results } = await destinations.addMany({
      items: [
        { uid: 'u-2', chainId: 'a', address: 'one', tag: 'memo', expiresAt },
        { uid: 'u-2', chainId: 'a', address: 'one', tag: 'memo' },
        { uid: 'nobody', chainId: 'a', address: 'one' },
        { uid: 'u-2', chainId: 'b', address: 'one' },
        { uid: 'u-3', chainId: 'a', address: 'with space' },
      ],
      ...cause(),
    });
    const codes = results.map((result) => (result.ok ? 'ok' : result.fault.code));
    expect(codes).toEqual(['ok', 'already_exists', 'not_found', 'not_found', 'invalid']);
    expect((await destinations.list({ uid: 'u-2' })).destinations).toMatchObject([
      { tag: 'memo', expiresAt },
    ]);
  });
});

describe('balances', () => {
  test('a newer one replaces an older one, never the other way', async () => {
    const { balances, users } = world.caller();
    const asOf = Date.now() - 1000;
    await balances.push({
      uid: 'u-1',
      chainId: 'a',
      amount: '10.50',
      asOf: new Date(asOf).toISOString(),
      ...cause(),
    });
    const older = { uid: 'u-1', chainId: 'a', amount: '99', asOf: asOf - 1 };
    expect((await refusal(balances.push({ ...older, ...cause() }))).code).toBe('conflict');
    expect((await users.get({ uid: 'u-1' })).balances).toEqual([{ chainId: 'a', amount: '10.50', asOf }]);
  });

  test('a batch that is sent again does only what was not done', async () => {
    const { balances, users } = world.caller();
    const asOf = Date.now();
    const key = { reason: 'a test', idempotencyKey: 'batch-1' };
    const items = [
      { uid: 'u-2', chainId: 'a', amount: '1', asOf },
      { uid: 'u-9', chainId: 'a', amount: '2', asOf },
      { uid: 'u-3', chainId: 'a', amount: '3', asOf },
    ];
    const first = await balances.pushMany({ items, ...key });
    expect(first.results.map(({ ok }) => ok)).toEqual([true, false, true]);
    await users.create({ uid: 'u-9', role: 'signer', ...cause() });
    const before = await users.get({ uid: 'u-2' });
    const second = await balances.pushMany({ items, ...key });
    expect(second.results[0]).toEqual(first.results[0]);
    expect(second.results[1]).toMatchObject({ ok: true });
    expect(await users.get({ uid: 'u-2' })).toEqual(before);
    expect((await users.get({ uid: 'u-9' })).balances).toEqual([{ chainId: 'a', amount: '2', asOf }]);
  });

  test('a thousand fit into the budget of one call', async () => {
    const { balances, users } = world.caller();
    const uids = Array.from({ length: 1000 }, (_, n) => `many-${n}`);
    await users.createMany({ items: uids.map((uid) => ({ uid, role: 'signer' as const })), ...cause() });
    const items = uids.map((uid) => ({ uid, chainId: 'a', amount: '1', asOf: Date.now() }));
    const { results } = await balances.pushMany({ items, ...cause() });
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
});

describe('permits', () => {
  const intent = { uid: 'u-1', kind: 'transfer' as const, chainId: 'a', amount: '1', address: 'somewhere' };

  test('one is registered, told, settled and told again', async () => {
    const { permits } = world.caller();
    const { referenceId, expiresAt } = await permits.register({ ...intent, lifetimeMs: 60_000, ...cause() });
    const named = { uid: 'u-1', referenceId };
    expect(await permits.get(named)).toMatchObject({
      referenceId,
      kind: 'transfer',
      amount: '1',
      tag: null,
      status: 'registered',
      expiresAt,
      heldAt: null,
      decisionId: null,
      endedAt: null,
      movedAmount: null,
    });
    expect((await permits.list({ uid: 'u-1', status: 'registered' })).permits).toHaveLength(1);
    expect((await permits.list({ uid: 'u-1', chainId: 'b' })).permits).toEqual([]);
    await permits.settle({ ...named, amount: '0.5', ...cause() });
    expect(await permits.get(named)).toMatchObject({
      status: 'settled',
      movedAmount: '0.5',
      endedBy: 'ledger',
    });
    await permits.settle({ ...named, amount: '0.5', ...cause() });
    expect((await refusal(permits.settle({ ...named, amount: '0.6', ...cause() }))).code).toBe('conflict');
    expect((await refusal(permits.release({ ...named, ...cause() }))).code).toBe('conflict');
  });

  test('only a suspect hold is reconciled', async () => {
    const { balances, destinations, events, permits, users } = world.caller();
    const account = { uid: 'u-4', chainId: 'a' };
    const credentials = { hashedUsername: '4'.repeat(64), hashedPassword: '5'.repeat(64) };
    await users.create({ uid: 'u-4', role: 'signer', ...credentials, ...cause() });
    await balances.push({ ...account, amount: '10', asOf: Date.now(), ...cause() });
    await destinations.add({ ...account, address: 'somewhere', ...cause() });
    await destinations.waiveCoolingOff({ ...account, address: 'somewhere', ...cause() });
    const { referenceId } = await permits.register({ ...intent, uid: 'u-4', ...cause() });
    const named = { uid: 'u-4', referenceId };
    const word = { ...named, outcome: 'settled' as const, amount: '0.9' };
    expect((await refusal(permits.reconcile({ ...word, ...cause() }))).code).toBe('conflict');
    await world.read(named);
    expect((await permits.get(named)).status).toBe('held');
    let told = await permits.get(named);
    while (told.status === 'held') told = await permits.get(named);
    expect(told.status).toBe('suspect');
    await permits.reconcile({ ...word, ...cause() });
    expect(await permits.get(named)).toMatchObject({
      status: 'settled',
      movedAmount: '0.9',
      endedBy: 'reconcile',
    });
    expect((await events.list({ kind: 'user', id: 'u-4' })).events.at(-1)?.type).toBe('permit.settled');
  });

  test('a registered one is released', async () => {
    const { permits } = world.caller();
    const { referenceId } = await permits.register({ ...intent, ...cause() });
    const named = { uid: 'u-1', referenceId };
    await permits.release({ ...named, ...cause() });
    expect(await permits.get(named)).toMatchObject({ status: 'released', movedAmount: '0' });
  });

  test('a registration sent again returns the first reference, and a batch each of its own', async () => {
    const { permits } = world.caller();
    const key = { reason: 'a test', idempotencyKey: 'permit-1' };
    const first = await permits.register({ ...intent, ...key });
    expect(await permits.register({ ...intent, ...key })).toEqual(first);
    const items = [intent, { ...intent, amount: '0' }, { ...intent, uid: 'u-2' }];
    const batch = await permits.registerMany({ items, ...cause() });
    expect(batch.results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });
});

describe('machines', () => {
  test('one is created, found, listed and suspended', async () => {
    const { machines } = world.caller();
    const { results } = await machines.createMany({
      items: [
        { machineId: 'm-1', uid: 'u-1', role: 'signer' },
        { machineId: 'm-2', uid: 'u-1', role: 'admin' },
        { machineId: 'm-3', uid: 'u-2', role: 'signer' },
      ],
      ...cause(),
    });
    expect(results.map((result) => (result.ok ? 'ok' : result.fault.code))).toEqual(['ok', 'conflict', 'ok']);
    await machines.create({ machineId: 'm-4', uid: 'u-1', role: 'signer', ...cause() });
    await machines.setStatus({ machineId: 'm-4', status: 'suspended', ...cause() });
    expect(await machines.get({ machineId: 'm-4' })).toEqual({
      machineId: 'm-4',
      uid: 'u-1',
      role: 'signer',
      status: 'suspended',
      frozen: false,
      revision: 2,
    });
    const idsOf = async (of: Parameters<typeof machines.list>[0]) =>
      (await machines.list(of)).machines.map(({ machineId }) => machineId);
    expect(await idsOf({})).toEqual(['m-1', 'm-3', 'm-4']);
    expect(await idsOf({ uid: 'u-1' })).toEqual(['m-1', 'm-4']);
    expect(await idsOf({ status: 'suspended' })).toEqual(['m-4']);
    expect((await machines.list({ limit: 2 })).nextAfter).toBe('m-3');
    expect((await refusal(machines.get({ machineId: 'none' }))).code).toBe('not_found');
  });
});
