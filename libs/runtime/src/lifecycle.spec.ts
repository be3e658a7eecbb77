import { EventEmitter } from 'node:events';
import { createLifecycle } from './lifecycle';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, child: () => quiet };

function start() {
  const signals = new EventEmitter();
  const exits: number[] = [];
  let exited = (_code: number): void => undefined;
  const ended = new Promise<number>((resolve) => (exited = resolve));
  const process = {
    on: (name: string, listener: (...args: unknown[]) => void) => signals.on(name, listener),
    exit: (code: number) => {
      exits.push(code);
      exited(code);
    },
  } as unknown as Pick<NodeJS.Process, 'on' | 'exit'>;
  return { signals, exits, ended, lifecycle: createLifecycle({ log: quiet, process, graceMs: 60_000 }) };
}

it('stops what was started last first, goes on past a failing step, and exits 0', async () => {
  const { signals, ended, lifecycle } = start();
  const order: string[] = [];
  for (const name of ['store', 'rpc', 'http']) {
    lifecycle.onStop({
      name,
      stop: async () => {
        order.push(name);
        if (name === 'rpc') throw new Error('broken');
      },
    });
  }
  signals.emit('SIGTERM');
  expect(await ended).toBe(0);
  expect(order).toEqual(['http', 'rpc', 'store']);
});

it('stops at once at a second signal', () => {
  const { signals, exits, lifecycle } = start();
  lifecycle.onStop({ name: 'never', stop: () => new Promise(() => undefined) });
  expect(lifecycle.stopping()).toBe(false);
  signals.emit('SIGINT');
  expect(lifecycle.stopping()).toBe(true);
  expect(exits).toEqual([]);
  signals.emit('SIGINT');
  expect(exits).toEqual([1]);
});

it.each(['uncaughtException', 'unhandledRejection'])('ends the process with 1 after an %s', async (bug) => {
  const { signals, ended } = start();
  signals.emit(bug, new Error('a bug'));
  expect(await ended).toBe(1);
});
