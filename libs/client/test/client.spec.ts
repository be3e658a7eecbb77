import { connect } from '../src/connect';
import { CountersignError } from '../src/fault';
import { follow, type FollowOptions } from '../src/follow';
import type { Token } from '../src/links';
import type { Retry } from '../src/retry';
import { startToyService, type ToyRouter, type ToyService } from './toy-service';

let service: ToyService;
beforeEach(async () => (service = await startToyService()));
afterEach(() => service.stop());

interface Choices {
  readonly url?: string;
  readonly token?: Token;
  readonly timeoutMs?: number;
  readonly budgetMs?: number;
}

function connected({ url = service.url, token, timeoutMs = 5_000, budgetMs = 20_000 }: Choices = {}) {
  const retries: Retry[] = [];
  let keys = 0;
  const client = connect<ToyRouter>({
    connection: { url, token, fetch, timeoutMs, longTimeoutMs: timeoutMs },
    retrying: { budgetMs, now: Date.now, random: () => 0, onRetry: (retry) => retries.push(retry) },
    newKey: () => `key-${(keys += 1)}`,
  });
  return { client, retries };
}

const failure = (call: Promise<unknown>): Promise<CountersignError> =>
  call.then(
    () => Promise.reject(new Error('it was done')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(CountersignError);
      return error as CountersignError;
    },
  );

describe('a mutation', () => {
  it('gets an idempotency key of its own, and keeps one that it has', async () => {
    const { client } = connected();
    await client.add.mutate({ amount: 1 });
    await client.add.mutate({ amount: 1 });
    await client.add.mutate({ amount: 1, idempotencyKey: 'mine' });
    expect(service.world.calls.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      'key-1',
      'key-2',
      'mine',
    ]);
  });

  it.each(['drop the reply', 'never reach', 'page of a proxy'] as const)(
    'is repeated with the same key after: %s',
    async (fault) => {
      const { client, retries } = connected();
      service.world.faults.push(fault, fault);
      expect(await client.add.mutate({ amount: 7 })).toEqual({ total: 7 });
      expect(retries).toMatchObject([
        { procedure: 'add', attempt: 1, error: { code: 'unavailable' } },
        { procedure: 'add', attempt: 2, error: { code: 'unavailable' } },
      ]);
      expect(new Set(service.world.calls.map(({ idempotencyKey }) => idempotencyKey))).toEqual(
        new Set(['key-1']),
      );
      expect(service.world.calls).toHaveLength(fault === 'drop the reply' ? 3 : 1);
    },
  );

  it('is done once although the service was away and came back at the same place', async () => {
    const { client, retries } = connected();
    const port = Number(new URL(service.url).port);
    await service.stop();
    const call = client.add.mutate({ amount: 5 });
    while (retries.length === 0) await new Promise(setImmediate);
    service = await startToyService(port);
    expect(await call).toEqual({ total: 5 });
    expect([...service.world.effects]).toEqual([['key-1', 5]]);
  });

  it.each(['invalid', 'conflict', 'exhausted', 'forbidden', 'internal', 'cancelled'])(
    'is not repeated when it is refused: %s',
    async (code) => {
      const { client, retries } = connected();
      service.world.faults.push({ code, details: ['amount: must be even'], revision: 4 });
      expect(await failure(client.add.mutate({ amount: 1 }))).toMatchObject({
        code,
        message: `refused: ${code}`,
        details: ['amount: must be even'],
        revision: 4,
        correlationId: undefined,
      });
      expect(retries).toEqual([]);
      expect(service.world.calls).toHaveLength(1);
    },
  );

  it.each(['unavailable', 'deadline'])('is repeated when the service says: %s', async (code) => {
    const { client } = connected();
    service.world.faults.push({ code, details: [] });
    expect(await client.add.mutate({ amount: 2 })).toEqual({ total: 2 });
    expect(service.world.calls).toHaveLength(2);
  });
});

it('gives up when the budget is spent, with the last failure', async () => {
  const { client, retries } = connected({ budgetMs: 120 });
  for (let n = 0; n < 9; n += 1) service.world.faults.push('never reach');
  expect(await failure(client.add.mutate({ amount: 1 }))).toMatchObject({ code: 'unavailable' });
  expect(retries).toHaveLength(1);
});

it('ends an attempt that gets no answer', async () => {
  const { client } = connected({ timeoutMs: 50, budgetMs: 0 });
  expect(await failure(client.hang.query())).toMatchObject({ code: 'deadline' });
});

it("ends at the caller's signal, in a call and between two attempts", async () => {
  const inCall = new AbortController();
  const { client, retries } = connected();
  const hanging = failure(client.hang.query(undefined, { signal: inCall.signal }));
  while (service.paths.length === 0) await new Promise(setImmediate);
  inCall.abort();
  expect(await hanging).toMatchObject({ code: 'cancelled' });

  const between = new AbortController();
  for (let n = 0; n < 99; n += 1) service.world.faults.push('never reach');
  const repeated = failure(client.echo.query({ text: 'a' }, { signal: between.signal }));
  while (retries.length < 3) await new Promise(setImmediate);
  between.abort();
  expect(await repeated).toMatchObject({ code: 'cancelled' });
});

it('asks for the token before every attempt', async () => {
  let tokens = 0;
  const { client } = connected({ token: () => Promise.resolve(`token-${(tokens += 1)}`) });
  service.world.faults.push('never reach');
  await client.echo.query({ text: 'a' });
  expect(service.tokens).toEqual(['Bearer token-1', 'Bearer token-2']);
});

it('sends calls of one moment together, ten at most, and bulk calls alone', async () => {
  const { client } = connected();
  await Promise.all(Array.from({ length: 12 }, (_, n) => client.echo.query({ text: `${n}` })));
  expect(service.paths).toHaveLength(2);
  await Promise.all([client.addMany.mutate({ items: [1, 2] }), client.addMany.mutate({ items: [3] })]);
  expect(service.paths).toHaveLength(4);
});

describe('following a stream', () => {
  type Item = { readonly event: string };

  const following = (client: ReturnType<typeof connected>['client'], options: FollowOptions = {}) =>
    follow<Item>(
      (after, handlers) => client.subscribe.subscribe({ lastEventId: String(after) }, handlers),
      options,
      () => 0,
    );
  const named = (count: number, from = 1) => Array.from({ length: count }, (_, n) => `event ${from + n}`);

  async function take(stream: AsyncIterable<Item>, count: number): Promise<string[]> {
    const taken: string[] = [];
    for await (const { event } of stream) {
      taken.push(event);
      if (taken.length === count) break;
    }
    return taken;
  }

  it('begins after the position that is known', async () => {
    service.world.events.push(...named(5));
    expect(await take(following(connected().client, { after: 3 }), 2)).toEqual(['event 4', 'event 5']);
  });

  it('goes on without gap or duplicate over connections that break', async () => {
    const lost: string[] = [];
    const stream = following(connected().client, { onReconnect: ({ code }) => lost.push(code) });
    const taken: string[] = [];
    for (const from of [1, 4, 7]) {
      service.world.events.push(...named(3, from));
      for (let n = 0; n < 3; n += 1) taken.push((await stream.next()).value?.event ?? '');
      service.cut();
    }
    await stream.return();
    expect(taken).toEqual(named(9));
    expect(service.world.opened).toEqual([0, 3, 6]);
    expect(lost).toEqual(['unavailable', 'unavailable']);
  });

  it('goes on where it was when the service comes back', async () => {
    const port = Number(new URL(service.url).port);
    service.world.events.push(...named(2));
    const away: string[] = [];
    const stream = following(connected().client, { onReconnect: ({ code }) => away.push(code) });
    expect(await take({ [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) }, 2)).toEqual(
      named(2),
    );
    await service.stop();
    const next = stream.next();
    while (away.length < 2) await new Promise(setImmediate);
    service = await startToyService(port);
    service.world.events.push(...named(3));
    expect((await next).value).toEqual({ event: 'event 3' });
    expect(service.world.opened).toEqual([2]);
    await stream.return();
  });

  it('lets a bounded number wait for a slow reader, and misses none', async () => {
    service.world.events.push(...named(1_300));
    const stream = following(connected().client);
    const first = await stream.next();
    expect(first.value).toEqual({ event: 'event 1' });
    while (service.world.closed === 0) await new Promise(setImmediate);
    expect(await take(stream, 1_299)).toEqual(named(1_299, 2));
    // Whether the reader had taken the first when the rest came is a matter of how they were packed.
    expect([500, 501]).toContain(service.world.opened[1]);
  });

  it('ends with a refusal, told as the service told it', async () => {
    service.world.streamRefusal = { code: 'forbidden', details: [] };
    const stream = following(connected().client);
    await expect(stream.next()).rejects.toMatchObject({ code: 'forbidden', message: 'refused: forbidden' });
  });

  it('ends silently with the signal', async () => {
    const stopped = new AbortController();
    const stream = following(connected().client, { signal: stopped.signal });
    const next = stream.next();
    while (service.world.opened.length === 0) await new Promise(setImmediate);
    stopped.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('asks for the token at every connection', async () => {
    let tokens = 0;
    const stream = following(connected({ token: () => `token-${(tokens += 1)}` }).client);
    service.world.events.push('event 1');
    await stream.next();
    service.cut();
    service.world.events.push('event 2');
    await stream.next();
    await stream.return();
    expect(service.tokens).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});
