import { Metadata } from '@grpc/grpc-js';
import { codeOf, createBench, until, within } from '../test/engine';
import type { Bench } from '../test/engine';
import { startDishonestEngine } from '../test/dishonest-engine';
import type { DishonestEngine, DishonestStream } from '../test/dishonest-engine';
import { nextId } from './converse-session';
import type { Answer } from './gen/countersign/callback/v1/Answer';
import type { CallBatch__Output } from './gen/countersign/callback/v1/CallBatch';

describe('an engine that does not keep to the contract', () => {
  let bench: Bench;
  const engines: DishonestEngine[] = [];
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(async () => {
    await bench.closeAll();
    for (const engine of engines.splice(0)) engine.close();
  });
  const start = async (converse: (stream: DishonestStream) => void) => {
    const engine = await startDishonestEngine(bench.peers.engine, (stream) => {
      stream.on('error', () => undefined);
      stream.sendMetadata(new Metadata());
      converse(stream);
    });
    engines.push(engine);
    return bench.callbackClient([engine.port], { transport: 'stream' });
  };
  const answering = (answer: (id: number) => Answer[]) => (stream: DishonestStream) => {
    stream.on('data', ({ calls }: CallBatch__Output) =>
      stream.write({ answers: calls.flatMap(({ id }) => answer(id)) }),
    );
  };
  const read = (client: Awaited<ReturnType<typeof start>>, ms = 5_000): Promise<string> =>
    codeOf(client.read({ uid: 'u', referenceId: 'r' }, within(ms)));

  test.each<[string, (id: number) => Answer[], string]>([
    ['an answer without a result', (id) => [{ id }], 'internal'],
    ['an answer of another kind', (id) => [{ id, update: { duplicate: true } }], 'internal'],
    ['a fault of an unknown code', (id) => [{ id, fault: { code: 'fine' } }], 'internal'],
    ['a fault without a code', (id) => [{ id, fault: {} }], 'internal'],
    [
      'an answer to nobody, then the right one',
      (id) => [
        { id: id + 7, read: {} },
        { id, fault: { code: 'not_found' } },
      ],
      'not_found',
    ],
    [
      'a second answer',
      (id) => [
        { id, fault: { code: 'conflict' } },
        { id, read: { role: 'admin' } },
      ],
      'conflict',
    ],
    ['silence', () => [], 'deadline'],
  ])('%s is never taken for a yes', async (_what, answer, expected) => {
    expect(await read(await start(answering(answer)), expected === 'deadline' ? 200 : 5_000)).toBe(expected);
  });

  test('a stream that ends in good order with calls unanswered fails them', async () => {
    const client = await start((stream) => stream.on('data', () => stream.end()));
    expect(await read(client)).toBe('unavailable');
  });

  test('an answer that arrives together with the end of the stream still counts', async () => {
    const client = await start((stream) => {
      stream.on('data', ({ calls }: CallBatch__Output) => {
        for (const { id } of calls) stream.write({ answers: [{ id, fault: { code: 'not_found' } }] });
        stream.end();
      });
    });
    const calls = Array.from({ length: 40 }, () => read(client));
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['not_found']));
  });

  test('it is told when the caller gives up, once, and late answers to that call are ignored', async () => {
    const frames: unknown[] = [];
    const client = await start((stream) => {
      stream.on('data', ({ calls }: CallBatch__Output) => {
        for (const call of calls) {
          frames.push(call.request);
          if (call.request === 'cancel')
            stream.write({ answers: [{ id: call.id, read: { role: 'admin' } }] });
          if (call.request === 'update') stream.write({ answers: [{ id: call.id, update: {} }] });
        }
      });
    });
    const giveUp = new AbortController();
    const call = codeOf(client.read({ uid: 'u', referenceId: 'r' }, within(20_000, giveUp.signal)));
    await until(() => frames.length === 1);
    giveUp.abort();
    expect(await call).toBe('cancelled');
    expect(await read(client, 150)).toBe('deadline');
    expect(await codeOf(client.update({ payload: '{}' }, within(5_000)))).toBe('ok');
    expect(frames).toEqual(['read', 'cancel', 'read', 'cancel', 'update']);
  });

  test('one that reads nothing is given a bounded amount, and refuses the rest by our own hand', async () => {
    let stream: DishonestStream | undefined;
    const client = await start((opened) => (stream = opened));
    await until(() => client.ready());
    const payload = 'x'.repeat(200_000);
    const calls = Array.from({ length: 2_000 }, () => codeOf(client.update({ payload }, within(1_500))));
    const outcomes = await Promise.all(calls);
    const count = (code: string): number => outcomes.filter((outcome) => outcome === code).length;
    expect(stream).toBeDefined();
    expect(count('exhausted')).toBe(2_000 - 1_024);
    expect(count('unavailable')).toBeGreaterThan(900);
    expect(count('deadline')).toBeLessThan(124);
    expect(count('deadline') + count('unavailable')).toBe(1_024);
  });
});

describe('call ids', () => {
  test('go round within 32 bits, skip 0, and skip those in flight', () => {
    const none = new Set<number>();
    expect(nextId(0, none)).toBe(1);
    expect(nextId(0xffff_fffe, none)).toBe(0xffff_ffff);
    expect(nextId(0xffff_ffff, none)).toBe(1);
    expect(nextId(0xffff_ffff, new Set([1, 2, 4]))).toBe(3);
  });
});
