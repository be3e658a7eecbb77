import { randomUUID } from 'node:crypto';
import { cause, refusal, startWorld, type World } from './caller';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { balances, destinations, platform, users } = world.caller();
  await platform.enableChain({ chainId: 'a', limits: [{ kind: 'transaction', max: '5' }], ...cause() });
  await platform.changeSettings({ coolingOffMs: 0, ...cause() });
  const credentials = { hashedUsername: '1'.repeat(64), hashedPassword: '2'.repeat(64) };
  await users.create({ uid: 'u-1', role: 'signer', ...credentials, ...cause() });
  await balances.push({ uid: 'u-1', chainId: 'a', amount: '10', asOf: Date.now(), ...cause() });
  await destinations.add({ uid: 'u-1', chainId: 'a', address: 'somewhere', ...cause() });
});
afterAll(() => world.stop());

const ask = async (amount: string): Promise<string> => {
  const intent = { uid: 'u-1', kind: 'transfer' as const, chainId: 'a', amount, address: 'somewhere' };
  const { referenceId } = await world.caller().permits.register({ ...intent, ...cause() });
  await world.read({ uid: 'u-1', referenceId });
  return referenceId;
};

describe('decisions', () => {
  test('a refusal is found, told and explained', async () => {
    const { decisions } = world.caller();
    const granted = await ask('2');
    const refused = await ask('6');
    const page = await decisions.list({ uid: 'u-1' });
    expect(page.nextAfterSeq).toBeNull();
    expect(page.decisions.map(({ referenceId, outcome }) => [referenceId, outcome])).toEqual([
      [granted, 'granted'],
      [refused, 'refused'],
    ]);
    const [, last] = page.decisions;
    const decisionId = last?.id ?? '';
    expect(await decisions.get({ decisionId })).toEqual(last);
    const explained = await decisions.explain({ decisionId });
    expect(explained.decision).toEqual(last);
    expect(explained.sentence).toBe(
      'Refused: 6 on a does not fit into amount/transaction of the platform (5), which has 5 left.',
    );
    expect(last).toMatchObject({
      rule: 'limit_exceeded',
      asked: { amount: '6', tag: null },
      machineId: null,
    });
    expect((await refusal(decisions.get({ decisionId: 'u-1#1' }))).code).toBe('not_found');
  });

  test('pages go on where they stopped', async () => {
    const { decisions } = world.caller();
    const all = (await decisions.list({ uid: 'u-1' })).decisions;
    const found = [];
    let afterSeq: number | null = 0;
    while (afterSeq !== null) {
      const page: Awaited<ReturnType<typeof decisions.list>> = await decisions.list({
        uid: 'u-1',
        afterSeq,
        limit: 2,
      });
      found.push(...page.decisions);
      afterSeq = page.nextAfterSeq;
    }
    expect(found).toEqual(all);
  });
});

describe('events', () => {
  test('every one is told once, in order, with who and why', async () => {
    const { events } = world.caller();
    const first = await events.list({ limit: 2 });
    expect(first.events.map(({ position, type }) => [position, type])).toEqual([
      [1, 'chain.enabled'],
      [2, 'settings.changed'],
    ]);
    expect(first.nextPosition).toBe(2);
    expect(first.events[0]).toMatchObject({ kind: 'platform', actor: 'ops:anna', reason: 'a test', seq: 1 });
    const rest = await events.list({ after: 2, limit: 1000 });
    expect(rest.events[0]?.position).toBe(3);
    const end = await events.list({ after: rest.nextPosition });
    expect(end).toEqual({ events: [], nextPosition: rest.nextPosition });
    const machines = await events.list({ kind: 'machine' });
    expect(machines.events).toEqual([]);
  });

  test('one that is waited for is told when it happens', async () => {
    const { events, users } = world.caller();
    const { nextPosition } = await events.list({ limit: 1000 });
    const waited = events.list({ after: nextPosition, waitMs: 30_000 });
    await users.create({ uid: 'u-2', role: 'signer', ...cause() });
    expect((await waited).events).toMatchObject([{ type: 'user.created', id: 'u-2' }]);
  });

  test('a chain is verified, one that is not there is not', async () => {
    const { events } = world.caller();
    const { events: told } = await events.list({ kind: 'user', id: 'u-1', limit: 1000 });
    const last = told.at(-1);
    expect(await events.verify({ kind: 'user', id: 'u-1' })).toEqual({
      verified: true,
      seq: last?.seq,
      head: last?.hash,
      broken: null,
    });
    expect((await refusal(events.verify({ kind: 'user', id: 'nobody' }))).code).toBe('not_found');
  });

  test('a checkpoint covers everything before it', async () => {
    const { events } = world.caller();
    const { nextPosition } = await events.list({ limit: 1000 });
    const made = await events.checkpoint(cause());
    expect(made.position).toBeGreaterThanOrEqual(nextPosition);
    const { keyId, publicKey } = await events.auditKey();
    expect(made.keyId).toBe(keyId);
    expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect((await events.list({ kind: 'checkpoint' })).events.at(-1)?.data).toMatchObject({
      position: made.position,
      digest: made.digest,
      signature: made.signature,
    });
  });
});

describe('notifications', () => {
  test('what CoKeeps reported is told as it arrived', async () => {
    const { notifications } = world.caller();
    const payload = JSON.stringify({ uid: 'u-1', event: 'something' });
    await world.update(payload);
    const { notifications: told, nextAfter } = await notifications.list({ uid: 'u-1' });
    expect(told).toMatchObject([
      { uid: 'u-1', outcome: 'unknown', type: null, rule: null, referenceId: null, payload },
    ]);
    expect(nextAfter).toBeNull();
    expect((await notifications.list({ outcome: 'acted' })).notifications).toEqual([]);
  });
});

test('a request id of the caller stands in the event', async () => {
  const { events, users } = world.caller();
  const uid = `u-${randomUUID()}`;
  await users.create({ uid, role: 'signer', ...cause() });
  const { events: told } = await events.list({ kind: 'user', id: uid });
  expect(told[0]?.requestId.startsWith(world.requestId)).toBe(true);
});
