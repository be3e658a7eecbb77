/** Events by webhook, to receivers on real sockets: in order, signed, again until they are taken, and nowhere inside. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '@countersign/policy';
import { createAdminClient, type Event } from '@countersign/rpc';
import { createLog } from '@countersign/runtime';
import { Webhook } from 'standardwebhooks';
import { createDeliver, type Delivery } from '../src/events/deliver';
import { createMayConnect } from '../src/events/public-address';
import { createSignWebhook } from '../src/events/signature';
import { startWebhooks } from '../src/events/start-webhooks';
import { startWebhook, type RunningWebhook, type WebhookDeps } from '../src/events/webhook';
import { parseWebhooks } from '../src/events/webhook-config';
import { createAuthority } from './authority';
import { startEngine } from './engine-process';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const HOUR_MS = 3_600_000;
const secretOf = (bytes = 32): string => `whsec_${randomBytes(bytes).toString('base64')}`;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers as told; what it was sent, in order. */
async function receiver(answer: RequestListener = (_, response) => void response.end()) {
  const taken: Taken[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      taken.push({ headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const positions = (): string[] => taken.map(({ headers }) => String(headers['webhook-id']));
  return { taken, positions, port, url: new URL(`http://127.0.0.1:${port}/hook?secret=1`) };
}

const eventAt = (position: number): Event => ({
  position,
  kind: position % 2 === 0 ? 'user' : 'tier',
  id: 'u-1',
  seq: position,
  type: 'user.changed',
  atMs: 1_700_000_000_000,
  actor: 'a',
  reason: 'r',
  requestId: 'q',
  data: '{"n":1}',
  prev: '',
  hash: '',
});

/** An engine with so many events, which remembers cursors. */
function engineOf(count: number) {
  const cursors = new Map<string, number>();
  const engine: WebhookDeps['engine'] = {
    getCursor: async ({ name }) => ({ name, position: cursors.get(name) ?? 0 }),
    moveCursor: async ({ name, position }) => {
      cursors.set(name, Math.max(position, cursors.get(name) ?? 0));
      return { name, position: cursors.get(name) ?? 0 };
    },
    listEvents: async ({ afterPosition, kind }, { signal }) => {
      const all = Array.from({ length: count }, (_, i) => eventAt(i + 1)).slice(
        afterPosition,
        afterPosition + 3,
      );
      if (all.length > 0) {
        return {
          events: all.filter((event) => kind === '' || event.kind === kind),
          nextPosition: afterPosition + all.length,
        };
      }
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(fault('cancelled')), { once: true });
      });
    },
  };
  return { engine, cursors };
}

interface Watched {
  readonly running: RunningWebhook;
  readonly outcomes: Delivery[];
  readonly pauses: number[];
  readonly lines: string[];
}

/** With a clock that only pausing moves. */
function started(deps: Pick<WebhookDeps, 'engine'> & Partial<WebhookDeps> & { url: URL }): Watched {
  const outcomes: Delivery[] = [];
  const pauses: number[] = [];
  const lines: string[] = [];
  const clock = { now: Date.now() };
  const { url, ...rest } = deps;
  const running = startWebhook({
    hook: { name: 'ledger', url, kinds: [], after: 0 },
    sign: createSignWebhook(secretOf()),
    deliver: createDeliver({ mayConnect: createMayConnect(LOOPBACK), timeoutMs: 300 }),
    now: () => clock.now,
    random: () => 1,
    newId: randomUUID,
    pause: async (ms) => {
      pauses.push(ms);
      clock.now += ms;
    },
    log: createLog({
      process: 'admin',
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
    }),
    observe: (outcome) => outcomes.push(outcome),
    ...rest,
  });
  closers.push(running.stop);
  return { running, outcomes, pauses, lines };
}

describe('what is sent', () => {
  test('each event by itself, in order, signed so that the standard’s own library verifies it', async () => {
    const secret = secretOf();
    const { engine, cursors } = engineOf(7);
    const { taken, positions, url } = await receiver();
    started({ engine, url, sign: createSignWebhook(secret), now: Date.now });
    await until(() => cursors.get('webhook:ledger') === 7);
    expect(positions()).toEqual([1, 2, 3, 4, 5, 6, 7].map((position) => `evt_${position}`));
    for (const { headers, body } of taken) {
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
        type: 'user.changed',
        timestamp: '2023-11-14T22:13:20.000Z',
        data: { kind: expect.any(String), data: { n: 1 } },
      });
      const other = body.replace('user.changed', 'user.change ');
      expect(() => new Webhook(secret).verify(other, headers as Record<string, string>)).toThrow();
    }
  });

  test('while a secret is rotated, a signature for the old and for the new one', () => {
    const [old, next] = [secretOf(), secretOf()];
    const headers = { ...createSignWebhook(`${old} ${next}`)('evt_1', Date.now(), '{}') };
    for (const secret of [old, next]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
    expect(() => new Webhook(secretOf()).verify('{}', headers)).toThrow();
  });

  test.each(['', 'whsec_', 'hunter2hunter2hunter2hunter2hunter2', secretOf(23), secretOf(65)])(
    'not with a secret that is none',
    (secret) => {
      expect(() => createSignWebhook(secret)).toThrow(/^a webhook/);
    },
  );

  test('only the kinds that were asked for, from where it was asked for; the cursor passes the others', async () => {
    const { engine, cursors } = engineOf(8);
    const { positions, url } = await receiver();
    started({ engine, url, hook: { name: 'ledger', url, kinds: ['user'], after: 3 } });
    await until(() => cursors.get('webhook:ledger') === 8);
    expect(positions()).toEqual(['evt_4', 'evt_6', 'evt_8']);
  });

  test('after a restart from where it was', async () => {
    const { engine, cursors } = engineOf(5);
    let taking = 2;
    const { positions, url } = await receiver((_, response) => {
      response.statusCode = taking > 0 ? 204 : 500;
      taking -= 1;
      response.end();
    });
    const first = started({ engine, url });
    await until(() => first.outcomes.includes('refused'));
    await first.running.stop();
    expect(cursors.get('webhook:ledger')).toBe(2);
    const before = positions().length;
    taking = 10;
    started({ engine, url });
    await until(() => cursors.get('webhook:ledger') === 5);
    expect(positions().slice(before)).toEqual(['evt_3', 'evt_4', 'evt_5']);
  });

  test('nothing that another admin process has delivered meanwhile', async () => {
    const { engine, cursors } = engineOf(6);
    const { positions, url } = await receiver();
    const ahead: WebhookDeps['engine'] = {
      ...engine,
      moveCursor: (request, options) =>
        engine.moveCursor({ ...request, position: request.position === 2 ? 5 : request.position }, options),
    };
    started({ engine: ahead, url });
    await until(() => cursors.get('webhook:ledger') === 6);
    expect(positions()).toEqual(['evt_1', 'evt_2', 'evt_6']);
  });
});

describe('what is not taken', () => {
  test('is sent again, whatever was wrong, and never overtaken', async () => {
    const wrong: RequestListener[] = [
      (_, response) => void response.writeHead(500).end(),
      (_, response) => void response.writeHead(404).end(),
      (_, response) => void response.writeHead(302, { location: `${url.href}&followed=1` }).end(),
      (request) => void request.socket.destroy(),
      () => undefined,
    ];
    const { engine, cursors } = engineOf(2);
    let asked = 0;
    const { taken, positions, url } = await receiver((request, response) => {
      const answer = wrong[asked];
      asked += 1;
      if (answer === undefined) response.end();
      else answer(request, response);
    });
    const { outcomes, pauses, lines } = started({ engine, url });
    await until(() => cursors.get('webhook:ledger') === 2);
    const tries = ['refused', 'refused', 'redirected', 'unreachable', 'too_slow', 'delivered'];
    expect(outcomes).toEqual([...tries, 'delivered']);
    expect(positions()).toEqual([...tries.map(() => 'evt_1'), 'evt_2']);
    expect(new Set(taken.slice(0, 6).map(({ body }) => body)).size).toBe(1);
    expect(pauses).toEqual([1, 2, 4, 8, 16].map((s) => s * 1_000));
    expect(lines.join('')).not.toContain('secret=1');
  });

  test('is tried once an hour in the end, is an alarm after a day, and none any more once it is taken', async () => {
    const { engine, cursors } = engineOf(1);
    let taking = false;
    const { url } = await receiver((_, response) => void response.writeHead(taking ? 200 : 503).end());
    const { running, pauses, lines } = started({ engine, url });
    const day = () => pauses.reduce((sum, ms) => sum + ms, 0) / (24 * HOUR_MS);
    await until(() => running.alarmed());
    expect(day()).toBeGreaterThanOrEqual(1);
    expect(day()).toBeLessThan(1.1);
    expect(Math.max(...pauses)).toBe(HOUR_MS);
    expect(lines.filter((line) => line.includes('has not taken an event for a day')).length).toBeGreaterThan(
      0,
    );
    const tries = pauses.length;
    await until(() => pauses.length > tries + 2);
    taking = true;
    await until(() => !running.alarmed());
    await until(() => cursors.get('webhook:ledger') === 1);
  });

  test('because the engine is away waits for it', async () => {
    const { engine, cursors } = engineOf(1);
    let failures = 2;
    const failing: WebhookDeps['engine'] = {
      ...engine,
      getCursor: async (request, options) => {
        failures -= 1;
        if (failures >= 0) throw fault('unavailable');
        return engine.getCursor(request, options);
      },
    };
    const { positions, url } = await receiver();
    started({ engine: failing, url });
    await until(() => cursors.get('webhook:ledger') === 1);
    expect(positions()).toEqual(['evt_1']);
  });

  test('stops at once when the process does', async () => {
    const { engine, cursors } = engineOf(1);
    const { taken, url } = await receiver(() => undefined);
    const deliver = createDeliver({ mayConnect: createMayConnect(LOOPBACK), timeoutMs: 60_000 });
    const { running } = started({ engine, url, deliver });
    await until(() => taken.length === 1);
    await running.stop();
    expect(cursors.size).toBe(0);
  });

  test('a receiver that does not stop answering is not listened to', async () => {
    const { engine, cursors } = engineOf(1);
    let gone = false;
    const { url } = await receiver((_, response) => {
      response.once('close', () => (gone = true));
      const more = (): void => {
        while (!gone && response.write('x'.repeat(16 * 1024)));
        if (!gone) response.once('drain', more);
      };
      more();
    });
    const deliver = createDeliver({ mayConnect: createMayConnect(LOOPBACK), timeoutMs: 60_000 });
    started({ engine, url, deliver });
    await until(() => gone && cursors.get('webhook:ledger') === 1);
  });
});

test.each(['101 Switching Protocols', '200 OK'])(
  'a receiver that answers %s and wants another protocol is one answer like any other',
  async (status) => {
    const server = createTcpServer((socket) => {
      socket.once('data', () =>
        socket.write(`HTTP/1.1 ${status}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`),
      );
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const deliver = createDeliver({ mayConnect: createMayConnect(LOOPBACK), timeoutMs: 500 });
    const end = new AbortController();
    const outcome = await deliver(new URL(`http://127.0.0.1:${port}/`), {}, '{}', end.signal);
    expect(outcome).not.toBe('unreachable');
    server.close();
  },
);

describe('where it may go', () => {
  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['127.8.9.10', false],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['fd12:3456::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['not an address', false],
  ])('%s: %s', (address, may) => {
    expect(createMayConnect([])(address)).toBe(may);
  });

  test('to a network that is named, and not beside it', () => {
    const mayConnect = createMayConnect(['10.20.0.0/16', 'fd00:1::/32']);
    const asked = ['10.20.255.1', '::ffff:10.20.0.1', 'fd00:1::5', '10.21.0.1', 'fd00:2::5', '127.0.0.1'];
    expect(asked.map(mayConnect)).toEqual([true, true, true, false, false, false]);
  });

  test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '127.1'])(
    'not to http://%s, and nothing is connected',
    async (host) => {
      const { taken, port } = await receiver();
      const deliver = createDeliver({ mayConnect: createMayConnect([]), timeoutMs: 2_000 });
      const url = new URL(`http://${host}:${port}/`);
      const { signal } = new AbortController();
      expect(await deliver(url, {}, '{}', signal)).toBe('address_refused');
      expect(taken).toEqual([]);
      const allowed = createDeliver({ mayConnect: createMayConnect(LOOPBACK), timeoutMs: 2_000 });
      if (host !== 'localhost') expect(await allowed(url, {}, '{}', signal)).toBe('delivered');
    },
  );
});

describe('the file', () => {
  const one = { name: 'ledger', url: 'https://ledger.example/hook', secret: 'env:LEDGER_SECRET' };
  const mistakesOf = (hooks: unknown, development = false): string => {
    try {
      parseWebhooks(JSON.stringify(hooks), { development });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('as it should be', () => {
    expect(parseWebhooks(JSON.stringify([one]), { development: false })).toEqual([
      { ...one, url: new URL(one.url), kinds: [], after: 0 },
    ]);
    expect(mistakesOf([{ ...one, url: 'http://127.0.0.1:1/' }], true)).toBe('');
  });

  test('with every mistake at once, and without a secret that was put in the wrong place', () => {
    const text = mistakesOf([
      { name: 'Ledger', url: 'http://ledger.example/', secret: 'hunter2', kinds: ['users'], more: 1 },
      { ...one, url: 'https://user:hunter2@ledger.example/', after: -1 },
    ]);
    for (const path of ['0.name', '0.url', '0.secret', '0.kinds.0', '0:', '1.url', '1.after']) {
      expect(text).toContain(path);
    }
    expect(text).not.toContain('hunter2');
    expect(mistakesOf([one, one])).toContain('names must differ');
  });
});

test('with a real engine: the cursor outlives the process that moved it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-webhooks-'));
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  const authority = await createAuthority(join(dir, 'pki'));
  const process = await startEngine(dir, await authority.issue('engine'));
  closers.push(process.stop);
  const engine = createAdminClient({
    addresses: [process.address],
    credentials: await authority.issue('admin'),
    now: Date.now,
  });
  closers.push(engine.close);
  const cause = { actor: 'a', reason: 'r', idempotencyKey: '' };
  const create = (tierId: string) =>
    engine.createTier({ cause, tierId, mode: '' }, { requestId: 'r', deadline: Date.now() + 5_000 });
  const secret = secretOf();
  const { positions, url } = await receiver();
  const run = () =>
    startWebhooks({
      hooks: [{ name: 'ledger', url, secret: 'env:SECRET', kinds: [], after: 0 }],
      networks: LOOPBACK,
      engine,
      secret: async () => secret,
      now: Date.now,
      random: Math.random,
      newId: randomUUID,
      log: createLog({ process: 'admin', level: 'error' }),
      observe: () => undefined,
    });
  await create('gold');
  const first = await run();
  await until(() => positions().length === 1);
  await create('silver');
  await until(() => positions().length === 2);
  await first.stop();
  await create('bronze');
  const second = await run();
  closers.push(second.stop);
  await until(() => positions().includes('evt_3'));
  // The last delivery before the stop may not have been noted.
  expect([...new Set(positions())]).toEqual(['evt_1', 'evt_2', 'evt_3']);
  expect(second.alarmed()).toBe(0);
}, 60_000);
