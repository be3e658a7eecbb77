/** The stream of events over real sockets: nothing is missed, nothing comes twice, and nobody holds more than a page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '@countersign/policy';
import { createAdminClient, type AdminClient, type Event } from '@countersign/rpc';
import { subscribe } from '../src/events/subscribe';
import type { VerifyToken } from '../src/identity/token';
import { router } from '../src/trpc';
import { startAdmin, type AdminOptions, type AdminUnderTest } from './admin-server';
import { createAuthority, type Leaf } from './authority';
import { startEngine, type EngineProcess } from './engine-process';
import { openReader, type EventReader } from './event-reader';

const events = router({ events: router({ subscribe }) });
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const reader = (options: { scopes?: string[]; expiresAt?: number | null } = {}): VerifyToken => {
  const { scopes = ['events:read'], expiresAt = null } = options;
  return async () => ({ principal: { actor: 'reader', scopes: new Set(scopes), expiresAt, token: null } });
};

async function admin(
  options: Pick<AdminOptions, 'engine' | 'port' | 'maxStreams'> & {
    verifyToken?: VerifyToken;
  },
): Promise<AdminUnderTest> {
  const under = await startAdmin({ router: events, verifyToken: reader(), ...options });
  closers.push(under.stop);
  return under;
}

async function read(under: AdminUnderTest, input: object = {}, lastEventId?: number): Promise<EventReader> {
  const opened = await openReader({ url: under.url, token: 'any' }, input, lastEventId);
  closers.push(opened.kill);
  return opened;
}

const eventAt = (position: number, data: object = {}): Event => ({
  position,
  kind: position % 2 === 0 ? 'user' : 'tier',
  id: 'u-1',
  seq: position,
  type: 'user.changed',
  atMs: 1_700_000_000_000,
  actor: 'a',
  reason: 'r',
  requestId: 'q',
  data: JSON.stringify(data),
  prev: '',
  hash: '',
});

/** An engine that only tells events. */
const engineOf = (listEvents: AdminClient['listEvents']): AdminClient =>
  ({
    listEvents,
    ready: () => true,
    waitForReady: async () => undefined,
    close: () => undefined,
  }) as Partial<AdminClient> as AdminClient;

const onceAborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(fault('cancelled')), { once: true });
  });

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('while everything is restarted', () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-events-'));
  let engine: EngineProcess;
  let leaf: Leaf;
  beforeAll(async () => {
    const authority = await createAuthority(join(dir, 'pki'));
    leaf = await authority.issue('admin');
    engine = await startEngine(dir, await authority.issue('engine'));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Writes tiers one after the other, as long as it is let, and again whatever was not confirmed. */
  function writer() {
    const client = createAdminClient({ addresses: [engine.address], credentials: leaf, now: Date.now });
    let written = 0;
    let stopped = false;
    const done = (async () => {
      while (!stopped) {
        const cause = { actor: 'writer', reason: 'a test', idempotencyKey: '' };
        try {
          await client.createTier(
            { cause, tierId: `tier-${written}`, mode: '' },
            { requestId: 'w', deadline: Date.now() + 500 },
          );
          written += 1;
        } catch {
          written += 1;
        }
      }
      client.close();
    })();
    return {
      written: () => written,
      stop: async () => {
        stopped = true;
        await done;
      },
    };
  }

  test('a reader that comes back has every event once, in order', async () => {
    const writing = writer();
    closers.push(writing.stop);
    const options = { engine: { address: engine.address, leaf } };
    let under = await admin(options);
    const seen: number[] = [];
    let current = await read(under);
    /** Reads on until so many more have come. */
    const more = async (count: number): Promise<void> => {
      const before = current.ids().length;
      await current.until(() => current.ids().length >= before + count);
    };
    const reconnect = async (): Promise<void> => {
      seen.push(...current.ids());
      current = await read(under, {}, seen.at(-1) ?? 0);
    };

    await more(20);
    current.kill();
    await current.closed;
    await reconnect();

    await more(20);
    await engine.kill();
    await engine.start();
    await more(20);

    await engine.stop();
    await engine.start();
    await more(20);

    const { port } = under;
    await under.stop();
    await current.closed;
    expect(current.received.map(({ event }) => event)).not.toContain('return');
    under = await admin({ ...options, port });
    await reconnect();
    await more(20);

    await writing.stop();
    const last = await endOf(under);
    await current.until(() => current.ids().at(-1) === last);
    seen.push(...current.ids());
    expect(seen).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    expect(last).toBeGreaterThan(100);
  }, 60_000);

  const endOf = async ({ engine: client }: AdminUnderTest): Promise<number> => {
    let after = 0;
    for (;;) {
      const { events: page } = await client.listEvents(
        { afterPosition: after, limit: 1000, waitMs: 0, kind: '', id: '' },
        { requestId: 'r', deadline: Date.now() + 5_000 },
      );
      if (page.length === 0) return after;
      after = page.at(-1)?.position ?? after;
    }
  };

  test('an aggregate’s own events, and those of some kinds', async () => {
    const under = await admin({ engine: { address: engine.address, leaf } });
    const cause = { actor: 'a', reason: 'r', idempotencyKey: '' };
    const at = () => ({ requestId: 'r', deadline: Date.now() + 5_000 });
    await under.engine.createTier({ cause, tierId: 'of-its-own', mode: '' }, at());
    await under.engine.setFreeze({ cause, scope: 'tier', subject: 'of-its-own', frozen: true }, at());
    await under.engine.setFreeze({ cause, scope: 'platform', subject: '', frozen: true }, at());
    const one = await read(under, { kinds: ['tier'], id: 'of-its-own' });
    await one.until(() => one.ids().length === 2);
    const some = await read(under, { kinds: ['platform', 'user'] });
    await some.until(() => some.ids().length === 1);
    const told = [one, some].map(({ received }) =>
      received.filter(({ event }) => event === '').map(({ data }) => (JSON.parse(data) as { id: string }).id),
    );
    expect(told[0]).toEqual(['of-its-own', 'of-its-own']);
    expect(told[1]).toHaveLength(1);
  });
});

describe('a reader', () => {
  test('that is slow is not read ahead for: the source is not pulled while its socket is not drained', async () => {
    const filler = 'x'.repeat(20_000);
    const pulled = new Map<string, number>();
    const endless: AdminClient['listEvents'] = async ({ afterPosition, limit, kind }) => {
      pulled.set(kind, (pulled.get(kind) ?? 0) + 1);
      const page = Array.from({ length: limit }, (_, i) => eventAt(afterPosition + i + 1, { filler }));
      return { events: page, nextPosition: afterPosition + limit };
    };
    const under = await admin({ engine: engineOf(endless) });
    const slow = await read(under, { kinds: ['user'] });
    slow.pause();
    const fast = await read(under, { kinds: ['tier'] });
    // Two megabytes a page, so twelve pages are far more than what the buffers of the two sockets hold.
    await fast.until(() => (pulled.get('tier') ?? 0) > 12);
    fast.kill();
    const whilePaused = pulled.get('user') ?? 0;
    expect(whilePaused).toBeLessThan(8);
    slow.resume();
    await slow.until(() => slow.received.length > whilePaused * 100);
    const ids = slow.ids();
    expect(ids).toEqual(ids.map((_, i) => i + 1));
  });

  test('that goes away is let go: its call in the engine is cancelled and its place is free', async () => {
    let cancelled = false;
    const under = await admin({
      engine: engineOf(async (_, { signal }) => {
        signal?.addEventListener('abort', () => (cancelled = true), { once: true });
        return onceAborted(signal);
      }),
    });
    const one = await read(under);
    await until(() => under.streams.open() === 1);
    one.kill();
    await until(() => cancelled && under.streams.open() === 0);
  });

  test('beyond the bound is refused, until another one leaves', async () => {
    const under = await admin({ engine: engineOf((_, { signal }) => onceAborted(signal)), maxStreams: 1 });
    const first = await read(under);
    await until(() => under.streams.open() === 1);
    const second = await read(under);
    await second.closed;
    expect(second.received.at(-1)).toMatchObject({ event: 'serialized-error' });
    expect(second.received.at(-1)?.data).toContain('"code":"exhausted"');
    first.kill();
    await until(() => under.streams.open() === 0);
    await read(under);
    await until(() => under.streams.open() === 1);
  });

  test('has a quarter of the places at most, and the others find some', async () => {
    const under = await admin({
      engine: engineOf((_, { signal }) => onceAborted(signal)),
      maxStreams: 8,
      verifyToken: async (token) => ({
        principal: { actor: token, scopes: new Set(['events:read']), expiresAt: null, token: null },
      }),
    });
    const readAs = async (token: string): Promise<EventReader> => {
      const opened = await openReader({ url: under.url, token }, {});
      closers.push(opened.kill);
      return opened;
    };
    await readAs('anna');
    const second = await readAs('anna');
    await until(() => under.streams.open() === 2);
    const third = await readAs('anna');
    await third.closed;
    expect(third.received.at(-1)?.data).toContain('"code":"exhausted"');
    await readAs('boris');
    await until(() => under.streams.open() === 3);
    second.kill();
    await until(() => under.streams.open() === 2);
    await readAs('anna');
    await until(() => under.streams.open() === 3);
  });

  test('whose token expires is broken off, so that it comes back with another', async () => {
    const under = await admin({
      engine: engineOf(async (request, { signal }) =>
        request.afterPosition === 0 ? { events: [eventAt(1)], nextPosition: 1 } : onceAborted(signal),
      ),
      verifyToken: reader({ expiresAt: Date.now() + 1_000 }),
    });
    const one = await read(under);
    await one.closed;
    expect(one.ids()).toEqual([1]);
    expect(one.received.map(({ event }) => event)).toEqual(['connected', '']);
    expect(under.streams.open()).toBe(0);
    const late = await read(under, {}, 1);
    await late.closed;
    expect(late.received.at(-1)?.data).toContain('"code":"unauthenticated"');
  });

  test('without the scope, or with an input that is wrong, learns so', async () => {
    const without = await admin({
      engine: engineOf(onceAborted.bind(undefined, undefined)),
      verifyToken: reader({ scopes: [] }),
    });
    const refused = await read(without);
    await refused.closed;
    expect(refused.received.at(-1)?.data).toContain('"code":"forbidden"');

    const under = await admin({ engine: engineOf(onceAborted.bind(undefined, undefined)) });
    const wrong = await read(under, { kinds: ['users'], id: 'u', more: 1 });
    await wrong.closed;
    const { data } = JSON.parse(wrong.received.at(-1)?.data ?? '{}') as {
      data: { fault: { details: string[] } };
    };
    expect(data.fault.details).toEqual([expect.stringMatching(/^kinds\[0\]: must be/), 'more: is not known']);
  });
});

describe('an engine', () => {
  test('that is away leaves the stream open, and is asked again where it was', async () => {
    const asked: number[] = [];
    const under = await admin({
      engine: engineOf(async ({ afterPosition }, { signal }) => {
        asked.push(afterPosition);
        if (asked.length % 2 === 0) throw fault(asked.length === 4 ? 'deadline' : 'unavailable');
        if (afterPosition === 4) return onceAborted(signal);
        const page = [eventAt(afterPosition + 1), eventAt(afterPosition + 2)];
        return { events: page, nextPosition: afterPosition + 2 };
      }),
    });
    const one = await read(under);
    await one.until(() => one.ids().length === 4);
    await until(() => asked.length === 5);
    expect(one.ids()).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([0, 2, 2, 4, 4]);
  });

  test('that says at once that there is nothing is not asked in a circle', async () => {
    const asked: number[] = [];
    const under = await admin({
      engine: engineOf(async ({ afterPosition }) => {
        asked.push(Date.now());
        return { events: [], nextPosition: afterPosition };
      }),
    });
    await read(under);
    await until(() => asked.length === 4);
    const [first = 0] = asked;
    expect((asked.at(-1) ?? 0) - first).toBeGreaterThan(600);
  });

  test('that refuses for good ends the stream with its fault', async () => {
    const under = await admin({ engine: engineOf(() => Promise.reject(fault('forbidden'))) });
    const one = await read(under);
    await one.closed;
    expect(one.received.at(-1)?.data).toContain('"code":"forbidden"');
  });
});
