import { Fault, fault } from '@countersign/policy';
import { createBench, until, within } from '../test/engine';
import type { Bench } from '../test/engine';

const request = { uid: 'u', referenceId: 'r' };
const faultOf = (call: Promise<unknown>): Promise<Fault> =>
  call.then(
    () => Promise.reject(new Error('the call succeeded')),
    (error: unknown) => (error instanceof Fault ? error : Promise.reject(error)),
  );

describe.each(['stream', 'unary'] as const)('callbacks over %s', (transport) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(() => bench.closeAll());

  test('every call reaches its handler and brings its reply back', async () => {
    const { port } = await bench.engine();
    const client = bench.callbackClient([port], { transport });
    await client.waitForReady(Date.now() + 5_000);
    expect(client.ready()).toBe(true);
    await expect(
      Promise.all([
        client.userVerify({ hashedUsername: 'name', hashedPassword: 'word', x: 'x1' }, within(5_000)),
        client.machineVerify({ machineId: 'm', x: 'x2' }, within(5_000)),
        client.read(request, within(5_000)),
        client.update({ payload: 'again' }, within(5_000)),
      ]),
    ).resolves.toEqual([
      { uid: 'name', key: 'x1' },
      { key: 'x2' },
      { role: 'signer', limits: [], destinations: [], decisionId: 'u/r' },
      { duplicate: true, outcome: 'recorded' },
    ]);
  });

  test('a handler learns who calls, under which name and request id, and how long it has', async () => {
    const { port, observed } = await bench.engine({
      callback: {
        machineVerify: async (_request, { method, peer, requestId, deadline }) => ({
          key: JSON.stringify({ method, peer, requestId, left: deadline - Date.now() }),
        }),
      },
    });
    const client = bench.callbackClient([port], { transport });
    const options = { requestId: 'request-1', deadline: Date.now() + 5_000 };
    const { key } = await client.machineVerify({ machineId: 'm', x: 'x' }, options);
    const { left, ...rest } = JSON.parse(key) as { left: number };
    expect(rest).toEqual({ method: 'Callback.MachineVerify', peer: 'edge', requestId: 'request-1' });
    expect(left).toBeGreaterThan(3_000);
    expect(left).toBeLessThanOrEqual(5_010);
    expect(observed.at(-1)).toMatchObject({ method: 'Callback.MachineVerify', peer: 'edge', code: 'ok' });
  });

  test('a fault crosses intact, without its cause', async () => {
    const { port } = await bench.engine({
      callback: {
        read: () =>
          Promise.reject(
            fault('conflict', {
              message: 'the balance – moved',
              details: ['uid: must be known', 'referenceId: must be live'],
              correlationId: 'c-1',
              cause: new Error('SECRET'),
            }),
          ),
      },
    });
    const client = bench.callbackClient([port], { transport });
    const refusal = await faultOf(client.read(request, within(5_000)));
    expect(refusal).toMatchObject({
      code: 'conflict',
      message: 'the balance – moved',
      details: ['uid: must be known', 'referenceId: must be live'],
      correlationId: 'c-1',
    });
    expect(JSON.stringify([refusal, String(refusal.cause)])).not.toContain('SECRET');
  });

  test('an unknown error is logged once with its stack and leaves as an opaque fault that finds the line', async () => {
    const { port, lines } = await bench.engine({
      callback: { read: () => Promise.reject(new TypeError('SECRET of the handler')) },
    });
    const client = bench.callbackClient([port], { transport });
    const refusal = await faultOf(client.read(request, within(5_000)));
    expect(refusal).toMatchObject({ code: 'internal', message: 'internal error', details: [] });
    expect(JSON.stringify([refusal, String(refusal.cause)])).not.toContain('SECRET');
    const errors = lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.fields).toMatchObject({
      correlationId: refusal.correlationId,
      method: 'Callback.Read',
    });
    expect((errors[0]?.fields['err'] as Error).stack).toContain('SECRET of the handler');
  });

  test('a reply that breaks the contract is a bug of the engine, and only that call fails', async () => {
    const { port, lines } = await bench.engine({
      callback: {
        read: async () => ({ role: 'signer', limits: 'none', destinations: [], decisionId: '' }) as never,
      },
    });
    const client = bench.callbackClient([port], { transport });
    const [refusal, other] = await Promise.all([
      faultOf(client.read(request, within(5_000))),
      client.machineVerify({ machineId: 'm', x: 'x' }, within(5_000)),
    ]);
    expect(refusal.code).toBe('internal');
    expect(other).toEqual({ key: 'x' });
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('at the deadline the caller has a fault and the handler an aborted signal', async () => {
    let seen: AbortSignal | undefined;
    const { port, observed } = await bench.engine({
      callback: {
        read: (_request, { signal }) => {
          seen = signal;
          return new Promise(() => undefined);
        },
      },
    });
    const client = bench.callbackClient([port], { transport });
    await client.waitForReady(Date.now() + 5_000);
    const started = Date.now();
    expect((await faultOf(client.read(request, within(150)))).code).toBe('deadline');
    expect(Date.now() - started).toBeLessThan(2_000);
    await until(() => seen?.aborted === true);
    await until(() => observed.some(({ method }) => method === 'Callback.Read'));
  });

  test('a call whose deadline has passed is not sent', async () => {
    let ran = 0;
    const { port } = await bench.engine({
      callback: {
        machineVerify: async () => {
          ran += 1;
          return { key: '' };
        },
      },
    });
    const client = bench.callbackClient([port], { transport });
    await client.waitForReady(Date.now() + 5_000);
    expect((await faultOf(client.machineVerify({ machineId: 'm', x: 'x' }, within(-1)))).code).toBe(
      'deadline',
    );
    await client.read(request, within(5_000));
    expect(ran).toBe(0);
  });

  test('when the caller gives up, the handler learns it', async () => {
    let seen: AbortSignal | undefined;
    const { port } = await bench.engine({
      callback: {
        read: (_request, { signal }) => {
          seen = signal;
          return new Promise(() => undefined);
        },
      },
    });
    const client = bench.callbackClient([port], { transport });
    const giveUp = new AbortController();
    const call = faultOf(client.read(request, within(60_000, giveUp.signal)));
    await until(() => seen !== undefined);
    giveUp.abort();
    expect((await call).code).toBe('cancelled');
    await until(() => seen?.aborted === true);
    expect((await faultOf(client.read(request, within(60_000, giveUp.signal)))).code).toBe('cancelled');
  });

  test('an oversized request is refused before it is sent and disturbs no other', async () => {
    const { port } = await bench.engine({ maxMessageBytes: 400_000 });
    const client = bench.callbackClient([port], { transport, maxMessageBytes: 400_000 });
    const [tooBig, other, large] = await Promise.all([
      faultOf(client.update({ payload: 'x'.repeat(400_001) }, within(5_000))),
      client.update({ payload: 'small' }, within(5_000)),
      client.update({ payload: 'x'.repeat(399_000) }, within(5_000)),
    ]);
    expect(tooBig).toMatchObject({ code: 'invalid', details: ['request: at most 400000 bytes'] });
    expect([other, large]).toEqual([
      { duplicate: false, outcome: 'recorded' },
      { duplicate: false, outcome: 'recorded' },
    ]);
  });

  test('an oversized reply is a bug of the engine, and only that call fails', async () => {
    const { port } = await bench.engine({
      maxMessageBytes: 10_000,
      callback: { machineVerify: async () => ({ key: 'k'.repeat(10_001) }) },
    });
    const client = bench.callbackClient([port], { transport });
    const [tooBig, other] = await Promise.all([
      faultOf(client.machineVerify({ machineId: 'm', x: 'x' }, within(5_000))),
      client.read(request, within(5_000)),
    ]);
    expect(tooBig.code).toBe('internal');
    expect(other.decisionId).toBe('u/r');
  });

  test('beyond the engine’s bound calls are refused, and its places are given back', async () => {
    const release: (() => void)[] = [];
    const { port } = await bench.engine({
      maxInFlight: 3,
      callback: {
        machineVerify: ({ x }) => new Promise((resolve) => release.push(() => resolve({ key: x }))),
      },
    });
    const client = bench.callbackClient([port], { transport });
    const slow = ['a', 'b', 'c'].map((x) => client.machineVerify({ machineId: 'm', x }, within(20_000)));
    await until(() => release.length === 3);
    expect((await faultOf(client.read(request, within(5_000)))).code).toBe('exhausted');
    for (const go of release) go();
    await expect(Promise.all(slow)).resolves.toEqual([{ key: 'a' }, { key: 'b' }, { key: 'c' }]);
    await expect(client.read(request, within(5_000))).resolves.toMatchObject({ role: 'signer' });
  });

  test('closing fails what waits and what is in flight, and refuses what comes later, all as unavailable', async () => {
    let started = false;
    const { port, server } = await bench.engine({
      callback: {
        read: () => {
          started = true;
          return new Promise(() => undefined);
        },
      },
    });
    const client = bench.callbackClient([port], { transport });
    const inFlight = faultOf(client.read(request, within(20_000)));
    await until(() => started);
    client.close();
    const closed = Date.now();
    expect((await inFlight).code).toBe('unavailable');
    expect(Date.now() - closed).toBeLessThan(2_000);
    expect((await faultOf(client.read(request, within(20_000)))).code).toBe('unavailable');
    expect(client.ready()).toBe(false);

    await server.close();
    const unconnected = bench.callbackClient([port], { transport });
    const waiting = faultOf(unconnected.read(request, within(20_000)));
    const hoping = faultOf(unconnected.waitForReady(Date.now() + 20_000));
    unconnected.close();
    expect((await waiting).code).toBe('unavailable');
    expect((await hoping).code).toBe('unavailable');
  });
});

test('many calls may listen to one signal without a warning', async () => {
  const bench = await createBench();
  const { port } = await bench.engine();
  const client = bench.callbackClient([port], { transport: 'unary' });
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 12 }, () => client.read(request, within(5_000, signal))));
  // Jest's process hears no warnings of the real one, and getMaxListeners does not know Jest's AbortSignal.
  const bound = Object.getOwnPropertySymbols(signal).find(({ description }) =>
    description?.endsWith('maxEventTargetListeners'),
  );
  expect(bound && Reflect.get(signal, bound)).toBe(0);
  await bench.closeAll();
});
