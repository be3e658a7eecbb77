import { status } from '@grpc/grpc-js';
import fc from 'fast-check';
import { codeOf, createBench, until, within } from '../test/engine';
import type { Bench } from '../test/engine';
import { openRawStream } from '../test/raw-stream';
import type { RawStream } from '../test/raw-stream';
import type { MachineVerifyRequest } from './index';

const request = { uid: 'u', referenceId: 'r' };
const machine = (x: string): MachineVerifyRequest => ({ machineId: 'm', x });
describe('the stream', () => {
  let bench: Bench;
  const raws: RawStream[] = [];
  const raw = (port: number): RawStream => {
    const opened = openRawStream(port, bench.peers.edge);
    raws.push(opened);
    return opened;
  };
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(async () => {
    for (const opened of raws.splice(0)) opened.close();
    await bench.closeAll();
  });

  test('10,000 interleaved calls are each answered to their own caller, once', async () => {
    const counts = new Map<string, number>();
    const { port } = await bench.engine({
      callback: {
        machineVerify: async ({ machineId, x }) => {
          counts.set(x, (counts.get(x) ?? 0) + 1);
          for (let turns = Number(machineId); turns > 0; turns -= 1)
            await new Promise((go) => setImmediate(go));
          return { key: x };
        },
      },
    });
    const client = bench.callbackClient([port], { transport: 'stream', maxWaiting: 10_000 });
    const delays = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2_000, maxLength: 2_000 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(delays, async (turns) => {
        round += 1;
        const name = (n: number): string => `${round}/${n}`;
        const replies = await Promise.all(
          turns.map((turn, n) =>
            client.machineVerify({ machineId: String(turn), x: name(n) }, within(60_000)),
          ),
        );
        expect(replies.map(({ key }) => key)).toEqual(turns.map((_turn, n) => name(n)));
      }),
      { seed: 20_261_121, numRuns: 5, endOnFailure: true },
    );
    expect(counts.size).toBe(10_000);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
  }, 120_000);

  test('calls made in one turn leave in one message, and so do their answers', async () => {
    const { port } = await bench.engine();
    const opened = raw(port);
    opened.stream.write({
      calls: Array.from({ length: 150 }, (_, n) => ({
        id: n + 1,
        timeoutMs: 5_000,
        machineVerify: machine(`${n}`),
      })),
    });
    await until(() => opened.answers.length === 150);
    expect(opened.batches.length).toBeLessThanOrEqual(5);
    expect(opened.batches.every(({ answers }) => answers.length <= 64)).toBe(true);
  });

  test('when the engine dies, calls in flight fail promptly and are not sent again; the same client goes on', async () => {
    let started = 0;
    const first = await bench.engine({
      callback: {
        update: () => {
          started += 1;
          return new Promise(() => undefined);
        },
      },
    });
    const client = bench.callbackClient([first.port], { transport: 'stream' });
    const calls = Array.from({ length: 20 }, () => codeOf(client.update({ payload: '{}' }, within(60_000))));
    await until(() => started === 20);
    const killed = Date.now();
    await first.server.close();
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['unavailable']));
    expect(Date.now() - killed).toBeLessThan(2_000);
    expect(client.ready()).toBe(false);

    const waiting = codeOf(client.machineVerify(machine('later'), within(20_000)));
    let again = 0;
    await bench.engine({
      address: `127.0.0.1:${first.port}`,
      callback: {
        update: async () => {
          again += 1;
          return { duplicate: false, outcome: 'recorded' };
        },
      },
    });
    expect(await waiting).toBe('ok');
    expect(await codeOf(client.read(request, within(20_000)))).toBe('ok');
    expect({ started, again }).toEqual({ started: 20, again: 0 });
  });

  test('through a restart no call runs more than once, and every one that ran was sent', async () => {
    const ran = new Map<string, number>();
    const callback = {
      update: async ({ payload }: { payload: string }) => {
        ran.set(payload, (ran.get(payload) ?? 0) + 1);
        await new Promise((go) => setImmediate(go));
        return { duplicate: false, outcome: 'recorded' };
      },
    };
    const first = await bench.engine({ callback });
    const client = bench.callbackClient([first.port], { transport: 'stream' });
    const outcomes = new Map<string, string>();
    let stop = false;
    const callers = Array.from({ length: 16 }, async (_, caller) => {
      for (let n = 0; !stop; n += 1) {
        const payload = `${caller}/${n}`;
        outcomes.set(payload, await codeOf(client.update({ payload }, within(20_000))));
      }
    });
    await until(() => ran.size > 200);
    await first.server.close();
    const before = ran.size;
    await bench.engine({ address: `127.0.0.1:${first.port}`, callback });
    await until(() => ran.size > before + 200);
    stop = true;
    await Promise.all(callers);
    expect([...ran.values()].every((count) => count === 1)).toBe(true);
    for (const [payload, outcome] of outcomes) {
      if (outcome === 'ok') expect(ran.get(payload)).toBe(1);
      else expect(outcome).toBe('unavailable');
    }
  });

  test('with nobody to send to, calls wait to their deadline and then say that nothing was decided', async () => {
    const { port, server } = await bench.engine();
    await server.close();
    const client = bench.callbackClient([port], { transport: 'stream', maxWaiting: 2 });
    const waiting = [1, 2].map(() => codeOf(client.read(request, within(300))));
    expect(await codeOf(client.read(request, within(300)))).toBe('exhausted');
    expect(await Promise.all(waiting)).toEqual(['unavailable', 'unavailable']);
    expect(await codeOf(client.read(request, within(50)))).toBe('unavailable');
    expect(await codeOf(client.waitForReady(Date.now() + 50))).toBe('unavailable');
  });

  test('no more calls are on a stream than allowed; the rest wait their turn', async () => {
    const release: (() => void)[] = [];
    const { port } = await bench.engine({
      callback: { machineVerify: ({ x }) => new Promise((go) => release.push(() => go({ key: x }))) },
    });
    const client = bench.callbackClient([port], { transport: 'stream', maxInFlight: 4 });
    const calls = Array.from({ length: 10 }, (_, n) => client.machineVerify(machine(`${n}`), within(20_000)));
    await until(() => release.length === 4);
    await codeOf(client.read(request, within(100)));
    expect(release).toHaveLength(4);
    for (let n = 0; n < 10; n += 1) {
      await until(() => release.length > n);
      release[n]?.();
    }
    expect((await Promise.all(calls)).map(({ key }) => key)).toEqual(
      Array.from({ length: 10 }, (_, n) => `${n}`),
    );
  });

  test('calls go to the engine that has the fewest in flight', async () => {
    const held = [0, 0];
    const engines = await Promise.all(
      [0, 1].map((n) =>
        bench.engine({
          callback: {
            read: () => {
              held[n] = (held[n] ?? 0) + 1;
              return new Promise(() => undefined);
            },
          },
        }),
      ),
    );
    const client = bench.callbackClient(
      engines.map(({ port }) => port),
      { transport: 'stream' },
    );
    await until(() => engines.every(({ observed }) => observed.length === 1));
    await client.machineVerify(machine('both streams are known to be open'), within(5_000));
    await client.machineVerify(machine('and so is the other'), within(5_000));
    const calls = Array.from({ length: 10 }, () => codeOf(client.read(request, within(20_000))));
    await until(() => (held[0] ?? 0) + (held[1] ?? 0) === 10);
    expect(held).toEqual([5, 5]);
    client.close();
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['unavailable']));
  });

  test('malformed frames are answered and harm neither the stream nor the process', async () => {
    const release: (() => void)[] = [];
    const { port, lines } = await bench.engine({
      callback: { machineVerify: ({ x }) => new Promise((go) => release.push(() => go({ key: x }))) },
    });
    const opened = raw(port);
    opened.stream.write({
      calls: [
        { id: 1 },
        { id: 2, machineVerify: machine('a') },
        { id: 2, read: request },
        { id: 9, cancel: {} },
      ],
    });
    await until(() => opened.answers.length === 2);
    expect(opened.answers).toMatchObject([
      { id: 1, fault: { code: 'invalid', details: ['request: must be set'] } },
      { id: 2, fault: { code: 'invalid', details: ['id: is in flight already'] } },
    ]);
    release[0]?.();
    await until(() => opened.answers.length === 3);
    expect(opened.answers[2]).toMatchObject({ id: 2, machineVerify: { key: 'a' } });

    opened.stream.write(Buffer.from('ffffffffff', 'hex'));
    await until(() => opened.ended() !== undefined);
    expect(opened.ended()?.code).toBe(status.INTERNAL);
    expect(
      await codeOf(bench.callbackClient([port], { transport: 'stream' }).read(request, within(5_000))),
    ).toBe('ok');
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a message beyond the limit ends its own stream only', async () => {
    const { port } = await bench.engine();
    const client = bench.callbackClient([port], { transport: 'stream' });
    await client.waitForReady(Date.now() + 5_000);
    const opened = raw(port);
    opened.stream.write(Buffer.alloc(2 * 1024 * 1024));
    await until(() => opened.ended() !== undefined);
    expect(opened.ended()?.code).toBe(status.RESOURCE_EXHAUSTED);
    expect(await codeOf(client.read(request, within(5_000)))).toBe('ok');
  });

  test('a cancelled call is not answered, and its id is free again', async () => {
    let aborted = 0;
    const { port } = await bench.engine({
      callback: {
        read: (_request, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              aborted += 1;
              reject(new Error('aborted'));
            });
          }),
      },
    });
    const opened = raw(port);
    opened.stream.write({
      calls: [
        { id: 7, read: request },
        { id: 7, cancel: {} },
        { id: 7, machineVerify: machine('second') },
      ],
    });
    await until(() => opened.answers.length === 1);
    expect(aborted).toBe(1);
    expect(opened.answers).toMatchObject([{ id: 7, machineVerify: { key: 'second' } }]);
  });

  test('when a stream dies, the signals of its handlers are aborted and nothing is said to anyone', async () => {
    const signals: AbortSignal[] = [];
    const { port, lines } = await bench.engine({
      callback: {
        read: (_request, { signal }) => {
          signals.push(signal);
          return new Promise(() => undefined);
        },
      },
    });
    const opened = raw(port);
    opened.stream.write({ calls: [1, 2, 3].map((id) => ({ id, timeoutMs: 100_000, read: request })) });
    await until(() => signals.length === 3);
    opened.close();
    await until(() => signals.every(({ aborted }) => aborted));
    expect(lines).toEqual([]);
  });

  test('a reader that stops reading stops being read, so that it cannot fill the engine', async () => {
    let ran = 0;
    const { port } = await bench.engine({
      maxPerStream: 32,
      callback: {
        machineVerify: async () => {
          ran += 1;
          return { key: 'k'.repeat(10_000) };
        },
      },
    });
    const opened = raw(port);
    opened.stream.pause();
    const batch = (from: number) => ({
      calls: Array.from({ length: 16 }, (_, n) => ({
        id: from + n,
        timeoutMs: 30_000,
        machineVerify: machine('x'),
      })),
    });
    const total = 16 * 1_500;
    for (let from = 1; from <= total; from += 16) opened.stream.write(batch(from));
    let seen = -1;
    while (seen !== ran) {
      seen = ran;
      await codeOf(bench.callbackClient([port], { transport: 'stream' }).read(request, within(5_000)));
    }
    const whileBlocked = ran;
    expect(whileBlocked).toBeLessThan(total / 2);
    opened.stream.resume();
    await until(() => opened.answers.length === total);
    expect(ran).toBe(total);
  }, 60_000);
});
