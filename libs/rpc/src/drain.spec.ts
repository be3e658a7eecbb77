import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { codeOf, createBench, until, within } from '../test/engine';
import type { Bench, Engine } from '../test/engine';
import { openRawStream } from '../test/raw-stream';
import { startDishonestEngine } from '../test/dishonest-engine';
import type { DishonestStream } from '../test/dishonest-engine';
import type { PeerCredentials } from './credential-source';
import type { CallBatch__Output } from './gen/countersign/callback/v1/CallBatch';
import type { HealthCheckRequest } from './gen/grpc/health/v1/HealthCheckRequest';
import type { HealthCheckResponse__Output } from './gen/grpc/health/v1/HealthCheckResponse';
import { loadWire } from './proto';

const request = { uid: 'u', referenceId: 'r' };
let bench: Bench;
const closers: (() => void)[] = [];
beforeAll(async () => {
  bench = await createBench();
});
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await bench.closeAll();
});

/** An engine whose `read` waits until it is told to go on. */
const holding = async (name: string): Promise<Engine & { held: () => number; release: () => void }> => {
  const waiting: (() => void)[] = [];
  const engine = await bench.engine({
    callback: {
      read: () =>
        new Promise((resolve) =>
          waiting.push(() => resolve({ role: name, limits: [], destinations: [], decisionId: '' })),
        ),
    },
  });
  return { ...engine, held: () => waiting.length, release: () => waiting.splice(0).forEach((go) => go()) };
};

const { health } = loadWire();
const probe = (port: number, { ca, key, cert }: PeerCredentials): Client => {
  const secure = credentials.createSsl(Buffer.from(ca), Buffer.from(key), Buffer.from(cert));
  const client = new Client(`127.0.0.1:${port}`, secure, { 'grpc.ssl_target_name_override': 'localhost' });
  closers.push(() => client.close());
  return client;
};
const check = (client: Client, service: string): Promise<string | undefined> =>
  new Promise((resolve) =>
    client.makeUnaryRequest<HealthCheckRequest, HealthCheckResponse__Output>(
      health.Check.path,
      health.Check.requestSerialize,
      health.Check.responseDeserialize,
      { service },
      new Metadata(),
      { deadline: Date.now() + 5_000 },
      (error, reply) => resolve(reply?.status ?? error?.details),
    ),
  );

describe.each(['stream', 'unary'] as const)('draining over %s', (transport) => {
  test('what is in flight is answered, and new calls go to another engine', async () => {
    const old = await holding('old');
    const client = bench.callbackClient([old.port], { transport });
    const inFlight = [1, 2, 3].map(() => client.read(request, within(20_000)));
    await until(() => old.held() === 3);

    const both = await bench.engine();
    const second = bench.callbackClient([old.port, both.port], { transport });
    await until(() => second.ready());
    const drained = old.server.drain(10_000);
    const reached = (): boolean => both.observed.some(({ method }) => method === 'Callback.MachineVerify');
    while (!reached()) {
      const outcome = await codeOf(second.machineVerify({ machineId: 'm', x: 'x' }, within(5_000)));
      // A single call that crosses the closing of its connection is refused unprocessed; the stream has no such gap.
      expect(transport === 'stream' ? ['ok'] : ['ok', 'unavailable']).toContain(outcome);
    }
    const served = (): number =>
      old.observed.filter(({ method }) => method === 'Callback.MachineVerify').length;
    const before = served();
    for (let n = 0; n < 5; n += 1) {
      expect(await codeOf(second.machineVerify({ machineId: 'm', x: 'x' }, within(5_000)))).toBe('ok');
    }
    expect(served()).toBe(before);

    old.release();
    const replies = await Promise.all(inFlight);
    expect(replies.map(({ role }) => role)).toEqual(['old', 'old', 'old']);
    await drained;
  });

  test('the same client goes on when an engine takes the address again', async () => {
    const old = await bench.engine();
    const client = bench.callbackClient([old.port], { transport });
    expect(await codeOf(client.read(request, within(5_000)))).toBe('ok');
    await old.server.drain(5_000);
    await bench.engine({ address: `127.0.0.1:${old.port}` });
    await client.waitForReady(Date.now() + 10_000);
    expect(await codeOf(client.read(request, within(10_000)))).toBe('ok');
  });

  test('what the grace time does not suffice for is cut off, and its caller learns it', async () => {
    const old = await holding('old');
    const client = bench.callbackClient([old.port], { transport });
    const stuck = codeOf(client.read(request, within(60_000)));
    await until(() => old.held() === 1);
    const started = Date.now();
    await old.server.drain(200);
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(await stuck).toBe('unavailable');
  });
});

test('a stream that is told to drain is replaced at once, and answered all the same', async () => {
  const streams: DishonestStream[] = [];
  const engine = await startDishonestEngine(bench.peers.engine, (stream) => {
    streams.push(stream);
    stream.on('error', () => undefined);
    stream.sendMetadata(new Metadata());
    stream.on('data', ({ calls }: CallBatch__Output) => {
      if (streams.length === 1) stream.write({ answers: [], draining: true });
      else
        stream.write({ answers: calls.map(({ id }) => ({ id, machineVerify: { key: 'second stream' } })) });
    });
  });
  closers.push(() => engine.close());
  const client = bench.callbackClient([engine.port], { transport: 'stream' });
  const inFlight = client.update({ payload: '{}' }, within(20_000));
  await until(() => streams.length === 2);
  expect(await client.machineVerify({ machineId: 'm', x: 'x' }, within(5_000))).toEqual({
    key: 'second stream',
  });
  streams[0]?.write({ answers: [{ id: 1, update: { duplicate: true } }] });
  expect(await inFlight).toEqual({ duplicate: true, outcome: '' });
});

test('work that takes longer than the pings of either end is not cut off by a drain', async () => {
  const slow = async (): Promise<{ key: string }> => {
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    return { key: 'done' };
  };
  const options = { defaultDeadlineMs: 20_000, callback: { machineVerify: slow } };
  const outcomes = (['stream', 'unary'] as const).map(async (transport) => {
    const { server, port } = await bench.engine(options);
    const client = bench.callbackClient([port], { transport });
    await client.update({ payload: '{}' }, within(5_000));
    const call = client.machineVerify({ machineId: 'm', x: 'x' }, within(20_000));
    await client.read(request, within(5_000));
    const drained = server.drain(20_000);
    const reply = await call;
    await drained;
    return reply;
  });
  expect(await Promise.all(outcomes)).toEqual([{ key: 'done' }, { key: 'done' }]);
});

test('while draining, new calls are refused at once and health is still told', async () => {
  const old = await holding('old');
  const client = bench.callbackClient([old.port], { transport: 'unary' });
  const inFlight = client.read(request, within(20_000));
  await until(() => old.held() === 1);
  const drained = old.server.drain(20_000);
  expect(await codeOf(client.machineVerify({ machineId: 'm', x: 'x' }, within(20_000)))).toBe('unavailable');
  const streaming = bench.callbackClient([old.port], { transport: 'stream' });
  expect(await codeOf(streaming.machineVerify({ machineId: 'm', x: 'x' }, within(300)))).toBe('unavailable');
  expect(await check(probe(old.port, bench.peers.edge), '')).toBe('NOT_SERVING');
  old.release();
  expect((await inFlight).role).toBe('old');
  await drained;
});

test('an idle engine drains at once, however long the grace', async () => {
  const { server, port } = await bench.engine();
  const client = bench.callbackClient([port], { transport: 'stream' });
  expect(await codeOf(client.read(request, within(5_000)))).toBe('ok');
  const started = Date.now();
  await server.drain(60_000);
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('a stream that is told to drain is read to its end: calls already on their way are answered', async () => {
  const { server, port } = await bench.engine();
  const opened = openRawStream(port, bench.peers.edge);
  closers.push(() => opened.close());
  opened.stream.write({ calls: [{ id: 1, machineVerify: { machineId: 'm', x: 'a' } }] });
  await until(() => opened.answers.length === 1);
  const drained = server.drain(10_000);
  await until(() => opened.batches.some(({ draining }) => draining));
  opened.stream.write({ calls: [{ id: 2, machineVerify: { machineId: 'm', x: 'b' } }] });
  await until(() => opened.answers.length === 2);
  expect(opened.ended()).toBeUndefined();
  opened.stream.end();
  await until(() => opened.ended() !== undefined);
  expect(opened.ended()?.code).toBe(0);
  await drained;
});

test('a stream that opens while the engine starts to drain is told as well', async () => {
  const server: Engine['server'][] = [];
  const { port, server: opening } = await bench.engine({
    onCall: ({ method }) => {
      if (method === 'Callback.Converse') server.map((draining) => void draining.drain(10_000));
    },
  });
  server.push(opening);
  const opened = openRawStream(port, bench.peers.edge);
  closers.push(() => opened.close());
  await until(() => opened.batches.some(({ draining }) => draining));
  opened.stream.end();
  await until(() => opened.ended() !== undefined);
  expect(opened.ended()?.code).toBe(0);
});

describe('health', () => {
  test('any named peer may ask, a nameless one may not', async () => {
    const { server, port } = await bench.engine();
    const asProbe = probe(port, await bench.authority.issue('probe'));
    expect(await check(asProbe, '')).toBe('SERVING');
    expect(await check(asProbe, 'countersign.callback.v1.Callback')).toBe('SERVING');
    expect(await check(asProbe, 'countersign.admin.v1.Admin')).toBe('SERVING');
    expect(await check(asProbe, 'countersign.other.v1.Other')).toBe('not_found');
    server.setServing(false);
    expect(await check(asProbe, '')).toBe('NOT_SERVING');
    const nameless = await bench.authority.issue('probe', { alternativeNames: [] });
    expect(await check(probe(port, nameless), '')).toBe('forbidden');
  });

  test('a watcher hears the state, every change of it, and NOT_SERVING before a drain ends the watch', async () => {
    const { server, port } = await bench.engine();
    const heard: string[] = [];
    let ended = false;
    const watch = probe(port, bench.peers.admin).makeServerStreamRequest<
      HealthCheckRequest,
      HealthCheckResponse__Output
    >(health.Watch.path, health.Watch.requestSerialize, health.Watch.responseDeserialize, { service: '' });
    watch.on('data', ({ status }: HealthCheckResponse__Output) => heard.push(status));
    watch.on('end', () => (ended = true));
    await until(() => heard.length === 1);
    server.setServing(false);
    server.setServing(false);
    server.setServing(true);
    await until(() => heard.length === 3);
    await server.drain(10_000);
    await until(() => ended);
    expect(heard).toEqual(['SERVING', 'NOT_SERVING', 'SERVING', 'NOT_SERVING']);
  });
});
