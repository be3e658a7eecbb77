import { createWakeup } from './wakeup';
import { createWatch } from './watch';
import type { StoredEvent } from './store';

const never = 2 ** 30;

describe('a wakeup', () => {
  const idle = new AbortController().signal;

  it('ends a wait by a later turn, and does not begin one when that turn has come already', async () => {
    const wakeup = createWakeup();
    const seen = wakeup.turn();
    const waiting = wakeup.later(seen, never, idle);
    wakeup.wake();
    await waiting;
    await wakeup.later(seen, never, idle);
  });

  it('ends a wait after its time and on abort', async () => {
    const wakeup = createWakeup();
    await wakeup.later(wakeup.turn(), 1, idle);
    const abort = new AbortController();
    const waiting = wakeup.later(wakeup.turn(), never, abort.signal);
    abort.abort();
    await waiting;
    await wakeup.later(wakeup.turn(), never, abort.signal);
  });
});

describe('a watch', () => {
  const event = (position: number): StoredEvent => ({
    ...{ position, kind: 'user', id: 'u', seq: position, type: 'user.changed', data: null, at: 0 },
    ...{ actor: '', reason: '', requestId: '', prev: '', hash: '' },
  });

  it('sees an event that is committed while it looks and finds nothing, without a poll', async () => {
    const wakeup = createWakeup();
    const log: StoredEvent[] = [];
    const watch = createWatch({
      wakeup,
      pollMs: never,
      closing: new AbortController().signal,
      events: async ({ after }) => {
        const page = log.filter(({ position }) => position > after);
        if (log.length < 2) {
          log.push(event(log.length + 1));
          wakeup.wake();
        }
        return page;
      },
    });
    const seen: number[] = [];
    for await (const { position } of watch({ after: 0, signal: new AbortController().signal })) {
      seen.push(position);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([1, 2]);
  });

  it('passes on that the store is gone', async () => {
    const watch = createWatch({
      wakeup: createWakeup(),
      pollMs: never,
      closing: new AbortController().signal,
      events: () => Promise.reject(new Error('gone')),
    });
    const first = watch({ after: 0, signal: new AbortController().signal })[Symbol.asyncIterator]().next();
    await expect(first).rejects.toThrow('gone');
  });
});
