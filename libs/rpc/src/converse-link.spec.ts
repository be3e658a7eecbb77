import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Metadata } from '@grpc/grpc-js';
import { startDishonestEngine } from '../test/dishonest-engine';
import { createBench, until, within } from '../test/engine';
import type { Bench } from '../test/engine';
import type { CallBatch__Output } from './gen/countersign/callback/v1/CallBatch';
import { pauseBefore } from './converse-link';

describe('reconnecting', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(() => bench.closeAll());

  test('the first attempt is immediate, later ones wait longer up to a bound, spread by half', () => {
    const attempts = [0, 1, 2, 3, 4, 5, 6, 7, 50];
    expect(attempts.map((n) => pauseBefore(n, () => 0))).toEqual([
      0, 25, 50, 100, 200, 400, 800, 1_000, 1_000,
    ]);
    expect(attempts.map((n) => pauseBefore(n, () => 1))).toEqual([
      0, 50, 100, 200, 400, 800, 1_600, 2_000, 2_000,
    ]);
  });

  test('a listener that never speaks is given up and tried again', async () => {
    const sockets: Socket[] = [];
    const mute = createServer((socket) => {
      socket.on('error', () => undefined);
      sockets.push(socket);
    });
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    try {
      const client = bench.callbackClient([(mute.address() as AddressInfo).port], { transport: 'stream' });
      await until(() => sockets.length === 2);
      expect(client.ready()).toBe(false);
    } finally {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => mute.close(resolve));
    }
  });

  test('an engine that falls silent without a word is noticed by its unanswered pings', async () => {
    const { port } = await bench.engine({
      callback: { read: () => new Promise(() => undefined) },
    });
    const sockets: Socket[] = [];
    const wire = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      for (const socket of [near, far]) socket.on('error', () => undefined);
      near.pipe(far).pipe(near);
      sockets.push(near, far);
    });
    await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
    try {
      const client = bench.callbackClient([(wire.address() as AddressInfo).port], { transport: 'stream' });
      await client.update({ payload: '{}' }, within(5_000));
      const inFlight = client.read({ uid: 'u', referenceId: 'r' }, within(60_000));
      await client.update({ payload: '{}' }, within(5_000));
      for (const socket of sockets) socket.unpipe();
      const silent = Date.now();
      await expect(inFlight).rejects.toMatchObject({ code: 'unavailable' });
      expect(Date.now() - silent).toBeLessThan(12_000);
    } finally {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => wire.close(resolve));
    }
  });

  test('a far end that accepts streams and drops them is not stormed; one that answers is rejoined at once', async () => {
    let opened = 0;
    let answer = false;
    const engine = await startDishonestEngine(bench.peers.engine, (stream) => {
      opened += 1;
      stream.on('error', () => undefined);
      stream.sendMetadata(new Metadata());
      if (!answer) {
        stream.end();
        return;
      }
      stream.on('data', ({ calls }: CallBatch__Output) => {
        stream.write({ answers: calls.map(({ id }) => ({ id, update: {} })) });
        stream.end();
      });
    });
    try {
      const client = bench.callbackClient([engine.port], { transport: 'stream', random: () => 0 });
      const started = Date.now();
      await until(() => opened === 6);
      expect(Date.now() - started).toBeGreaterThanOrEqual(25 + 50 + 100 + 200 + 400);
      answer = true;
      await until(() => opened === 7);
      await client.update({ payload: '1' }, within(10_000));
      const rejoining = Date.now();
      while (opened < 8) await client.update({ payload: '2' }, within(10_000)).catch(() => undefined);
      expect(Date.now() - rejoining).toBeLessThan(500);
    } finally {
      engine.close();
    }
  });
});
