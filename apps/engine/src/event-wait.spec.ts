import { evidenceWorld } from '../test/evidence-world';
import { createEventWait } from './event-wait';

const LONG_MS = 2 ** 31 - 1;
const never = new AbortController().signal;

const world = (maxWaiting = 2) => {
  const w = evidenceWorld();
  return { ...w, wait: createEventWait({ store: w.store, maxWaiting }) };
};

it('ends at once when there is an event, and as soon as there is one', async () => {
  const { wait, happen } = world();
  const news = wait.untilNews(0, LONG_MS, never);
  await happen(1);
  expect(await news).toBe(true);
  expect(await wait.untilNews(0, LONG_MS, never)).toBe(true);
  const next = wait.untilNews(1, LONG_MS, never);
  await happen(1);
  expect(await next).toBe(true);
});

it('ends without one after the time, when the caller goes, and when stopped', async () => {
  const { wait } = world();
  expect(await wait.untilNews(0, 1, never)).toBe(false);
  expect(await wait.untilNews(0, LONG_MS, AbortSignal.abort())).toBe(false);
  const gone = new AbortController();
  const waiting = wait.untilNews(0, LONG_MS, gone.signal);
  gone.abort();
  expect(await waiting).toBe(false);
  const two = [wait.untilNews(0, LONG_MS, never), wait.untilNews(0, LONG_MS, never)];
  await wait.stop();
  expect(await Promise.all(two)).toEqual([false, false]);
  expect(await wait.untilNews(0, LONG_MS, never)).toBe(false);
});

it('lets only some wait at once, and gives every place back', async () => {
  const { wait, happen, store } = world(2);
  const code = () =>
    wait.untilNews(0, LONG_MS, never).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    );
  const waiting = [code(), code()];
  expect(await code()).toBe('exhausted');
  await happen(1);
  expect(await Promise.all(waiting)).toEqual(['ok', 'ok']);
  expect(await code()).toBe('ok');
  await store.close();
  expect(await Promise.all([code(), code()])).toEqual(['ok', 'ok']);
});
