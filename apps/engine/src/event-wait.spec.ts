import { fault } from '@countersign/policy';
import type { Store, StoredEvent } from '@countersign/store';
import { evidenceWorld } from '../test/evidence-world';
import { createEventWait, GATHER_MS } from './event-wait';

const LONG_MS = 2 ** 31 - 1;
const any = () => true;

/** A moment to gather a burst takes no time here, and is counted. */
const world = (maxWaiting = 2) => {
  const w = evidenceWorld();
  const watched: number[] = [];
  const paused: number[] = [];
  const store: Pick<Store, 'watch'> = {
    watch: (query) => {
      watched.push(query.after);
      return w.store.watch(query);
    },
  };
  const wait = createEventWait({ store, maxWaiting, pause: async (ms) => void paused.push(ms) });
  const untilNews = (
    after: number,
    {
      ms = LONG_MS,
      signal = new AbortController().signal,
      wanted = any as (event: StoredEvent) => boolean,
    } = {},
  ) => wait.untilNews({ after, ms, signal, wanted });
  return { ...w, wait, untilNews, watched, paused };
};

it('ends at once when there is an event, and as soon as there is one, and a moment later for a burst', async () => {
  const { untilNews, happen, paused } = world();
  const news = untilNews(0);
  await happen(1);
  expect(await news).toEqual({ news: true, lookedAt: 0 });
  expect(await untilNews(0)).toEqual({ news: true, lookedAt: 0 });
  const next = untilNews(1);
  await happen(1);
  expect(await next).toEqual({ news: true, lookedAt: 1 });
  expect(paused).toEqual([GATHER_MS, GATHER_MS, GATHER_MS]);
});

it('ends without one after the time, when the caller goes, and when stopped', async () => {
  const { wait, untilNews, paused } = world();
  const nothing = { news: false, lookedAt: 0 };
  expect(await untilNews(0, { ms: 1 })).toEqual(nothing);
  expect(await untilNews(0, { signal: AbortSignal.abort() })).toEqual(nothing);
  const gone = new AbortController();
  const waiting = untilNews(0, { signal: gone.signal });
  gone.abort();
  expect(await waiting).toEqual(nothing);
  const two = [untilNews(0), untilNews(0)];
  await wait.stop();
  expect(await Promise.all(two)).toEqual([nothing, nothing]);
  expect(await untilNews(0)).toEqual(nothing);
  expect(paused).toEqual([]);
});

it('is not ended by what nobody asked for, which it remembers as looked at', async () => {
  const { untilNews, happen } = world();
  const looked: number[] = [];
  const wanted = ({ position }: StoredEvent) => {
    looked.push(position);
    return position === 5;
  };
  const fifth = untilNews(0, { wanted });
  await happen(5);
  expect(await fifth).toEqual({ news: true, lookedAt: 4 });
  expect(looked).toEqual([1, 2, 3, 4, 5]);
  const gone = new AbortController();
  const late = untilNews(5, {
    signal: gone.signal,
    wanted: ({ position }) => {
      if (position === 7) gone.abort();
      return false;
    },
  });
  await happen(2);
  expect(await late).toEqual({ news: false, lookedAt: 6 });
});

it('reads the log once for all who wait, and again only for one who is behind', async () => {
  const { wait, untilNews, happen, watched } = world(11);
  const third = ({ position }: StoredEvent) => position === 3;
  const many = Array.from({ length: 8 }, () => untilNews(0, { wanted: third }));
  const second = untilNews(0, { wanted: ({ position }) => position === 2 });
  const ahead = untilNews(1_000_000);
  await happen(2);
  await second;
  expect(watched).toEqual([0]);
  await untilNews(0);
  expect(watched).toEqual([0, 0]);
  await happen(1);
  for (const waited of await Promise.all(many)) expect(waited).toEqual({ news: true, lookedAt: 2 });
  await wait.stop();
  expect(await ahead).toEqual({ news: false, lookedAt: 1_000_000 });
});

it('is not misled by one who waits for what is far ahead', async () => {
  const { wait, untilNews, happen } = world();
  const ahead = untilNews(1_000_000);
  const next = untilNews(0);
  await happen(1);
  expect(await next).toEqual({ news: true, lookedAt: 0 });
  await wait.stop();
  expect(await ahead).toEqual({ news: false, lookedAt: 1_000_000 });
});

it('fails when the log cannot be read, and reads it again for the next', async () => {
  const { store, happen } = evidenceWorld();
  let gone = true;
  const wait = createEventWait({
    store: {
      watch: (query) => {
        if (gone) throw fault('unavailable');
        return store.watch(query);
      },
    },
    maxWaiting: 1,
    pause: async () => undefined,
  });
  const query = { after: 0, ms: LONG_MS, signal: new AbortController().signal, wanted: any };
  await expect(wait.untilNews(query)).rejects.toMatchObject({ code: 'unavailable' });
  gone = false;
  await happen(1);
  expect(await wait.untilNews(query)).toEqual({ news: true, lookedAt: 0 });
});

it('lets only some wait at once, and gives every place back', async () => {
  const { untilNews, happen, store } = world(2);
  const code = () =>
    untilNews(0).then(
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
