import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { fault } from '@countersign/policy';
import type { ReadReply } from '@countersign/rpc';
import { openFrontDoor, type Answered, type FrontDoor, type FrontDoorOptions } from './front-door';

const FLOODER = '192.0.2.66';
const CALLER = '192.0.2.1';
const USER = 'ab'.repeat(32);
const RIGHT = 'cd'.repeat(32);
const readReply: ReadReply = { role: 'signer', limits: [], destinations: [], decisionId: 'd-1' };

const doors: FrontDoor[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()));
});

async function open(options: Partial<FrontDoorOptions> = {}) {
  const calls: string[] = [];
  const clock = { at: 1_000 };
  const engine: FrontDoorOptions['engine'] = {
    read: async ({ uid }) => {
      calls.push(uid);
      return readReply;
    },
    userVerify: async ({ hashedUsername, hashedPassword }) => {
      calls.push(hashedUsername);
      if (hashedPassword !== RIGHT) throw fault('unauthenticated');
      return { uid: 'u-1', key: 'k' };
    },
  };
  const door = await openFrontDoor({ engine, now: () => clock.at, ...options });
  doors.push(door);
  const read = (source = CALLER, uid = 'u-1') =>
    door.ask(source, '/read', { uid, reference_id: 'p-1' }).then(({ status }) => status);
  const login = (hashedPassword: string, source = CALLER, hashedUsername = USER) =>
    door.ask(source, '/user_verify', { hashedUsername, hashedPassword, x: 'x' });
  return { door, calls, clock, read, login };
}

const hex = (n: number): string => n.toString(16).padStart(64, '0');
const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const closed = (socket: Socket): Promise<unknown> =>
  socket.closed ? Promise.resolve() : once(socket.resume(), 'close');

function counts(answers: readonly Answered[]): Record<number, number> {
  const result: Record<number, number> = {};
  for (const { status } of answers) result[status] = (result[status] ?? 0) + 1;
  return result;
}

it('a flood from one source takes no answer from another, and is over when it ends', async () => {
  const { door, read } = await open({ sourcePerSecond: 50 });
  const started = Date.now();
  const flood = many(600, () => door.post(FLOODER, '/read', '{"ciphertext":"no envelope"}'));
  const meanwhile: number[] = [];
  for (let n = 0; n < 20; n += 1) meanwhile.push(await read());
  const { 400: looked = 0, 429: refused = 0 } = counts(await Promise.all(flood));
  const seconds = Math.ceil((Date.now() - started) / 1_000) + 1;
  expect(meanwhile).toEqual(Array(20).fill(200));
  expect(looked + refused).toBe(600);
  expect(looked).toBeGreaterThanOrEqual(50);
  expect(looked).toBeLessThanOrEqual(50 * seconds);
  let status = await read(FLOODER);
  while (status === 429) status = await read(FLOODER);
  expect(status).toBe(200);
});

it('a flood of questions about one user takes no answer from another user, nor from another source', async () => {
  const { read, calls } = await open({ subjectPerMinute: 20 });
  const flood = await Promise.all(many(200, () => read(FLOODER, 'u-flooded')));
  expect(flood.filter((status) => status === 200)).toHaveLength(20);
  expect(flood.filter((status) => status === 429)).toHaveLength(180);
  expect([await read(FLOODER, 'u-2'), await read(CALLER, 'u-flooded')]).toEqual([200, 200]);
  expect(calls.filter((uid) => uid === 'u-flooded')).toHaveLength(21);
});

it('who fills his places with questions that take long leaves the others theirs', async () => {
  const waiting: (() => void)[] = [];
  const engine: FrontDoorOptions['engine'] = {
    read: ({ uid }) =>
      uid === 'slow'
        ? new Promise((resolve) => waiting.push(() => resolve(readReply)))
        : Promise.resolve(readReply),
    userVerify: async () => ({ uid: 'u-1', key: 'k' }),
  };
  const { read } = await open({ engine, maxInFlight: 8 });
  let answered = 0;
  const flood = many(20, () => read(FLOODER, 'slow').finally(() => (answered += 1)));
  while (answered < 14) await turn();
  expect(waiting).toHaveLength(6);
  expect([await read(), await read()]).toEqual([200, 200]);
  waiting.splice(0).forEach((release) => release());
  const statuses = await Promise.all(flood);
  expect(statuses.filter((status) => status === 200)).toHaveLength(6);
});

it('a flood of logins takes neither the places of /read nor more of the engine than its share', async () => {
  const waiting: (() => void)[] = [];
  const engine: FrontDoorOptions['engine'] = {
    read: async () => readReply,
    userVerify: () => new Promise((resolve) => waiting.push(() => resolve({ uid: 'u-1', key: 'k' }))),
  };
  const { read, login } = await open({ engine, maxLogins: 8, maxInFlight: 20 });
  let answered = 0;
  const flood = many(64, (n) => login(RIGHT, FLOODER, hex(n)).finally(() => (answered += 1)));
  // Three quarters of the places, of one source.
  while (answered < 58) await turn();
  expect(waiting).toHaveLength(6);
  const other = login(RIGHT);
  while (waiting.length < 7) await turn();
  expect(await Promise.all(many(10, () => read()))).toEqual(Array(10).fill(200));
  waiting.splice(0).forEach((release) => release());
  expect(counts(await Promise.all(flood))).toEqual({ 200: 6, 503: 58 });
  expect((await other).status).toBe(200);
  const next = login(RIGHT);
  while (waiting.length === 0) await turn();
  waiting[0]?.();
  expect((await next).status).toBe(200);
});

it('who guesses at one source is locked there alone, cannot tell it from a wrong password, and not for ever', async () => {
  const { login, calls, clock } = await open({ freeFailures: 3 });
  const wrong: Answered[] = [];
  for (let n = 0; n < 4; n += 1) wrong.push(await login(hex(n), FLOODER));
  const asked = calls.length;
  const locked = await Promise.all(many(100, (n) => login(hex(1_000 + n), FLOODER)));
  expect(calls).toHaveLength(asked);
  expect(new Set([...wrong, ...locked].map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
  expect((await login(RIGHT, FLOODER)).message).toBe('refused');
  expect([(await login(RIGHT)).message, (await login(RIGHT, FLOODER, hex(7))).message]).toEqual(['OK', 'OK']);
  clock.at += 1_000;
  expect((await login(RIGHT, FLOODER)).message).toBe('OK');
});

it('who goes on guessing does not keep out the user who has logged in there before', async () => {
  const { login, calls, clock } = await open({ freeFailures: 3 });
  expect((await login(RIGHT)).message).toBe('OK');
  for (let n = 0; n < 20; n += 1) await login(hex(n));
  expect(calls).toHaveLength(1 + 4);
  clock.at += 1_000;
  const messages: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    messages.push((await login(RIGHT)).message);
    await login(hex(1_000 + n));
    clock.at += 1_000;
  }
  expect(messages).toEqual(Array(20).fill('OK'));
});

it('strangers who connect and say nothing get few connections, and the others theirs', async () => {
  const { door, read } = await open({ maxForeignConnections: 8 });
  const strangers = await Promise.all(many(200, (n) => door.dial(`127.0.1.${n + 1}`)));
  let gone = 0;
  for (const socket of strangers) void closed(socket).then(() => (gone += 1));
  while (gone < 192) await turn();
  expect(door.cut()).toBe(192);
  expect(await read()).toBe(200);
  const kept = strangers.filter((socket) => !socket.destroyed);
  expect(kept).toHaveLength(8);
  kept.forEach((socket) => socket.destroy());
  await Promise.all(kept.map(closed));
  let reply = '';
  while (reply === '') {
    const stranger = await door.dial('127.0.1.1');
    stranger.on('data', (chunk: Buffer) => (reply += chunk.toString()));
    stranger.write('POST /read HTTP/1.1\r\nhost: edge\r\ncontent-length: 0\r\n\r\n');
    await closed(stranger);
  }
  expect(reply).toMatch(/^HTTP\/1\.1 403 /);
});

it('callers who dribble have half of the places, are cut off in the end, and /read is answered meanwhile', async () => {
  const { door, read } = await open({ maxInFlight: 400 });
  const heads = await Promise.all(many(100, () => door.dial('127.0.0.2')));
  const bodies = await Promise.all(many(100, () => door.dial('127.0.0.2')));
  for (const socket of heads) socket.write('POST /read HTTP/1.1\r\nhost: edge\r\nx-slow');
  for (const socket of bodies)
    socket.write('POST /read HTTP/1.1\r\nhost: edge\r\ncontent-length: 1000\r\n\r\n{"ciphertext":"');
  while (door.inFlight() < 100) await turn();
  const oneMore = await door.dial('127.0.0.2');
  await closed(oneMore);
  expect(door.cut()).toBe(1);
  const left = { heads: 100, bodies: 100 };
  for (const socket of heads) void closed(socket).then(() => (left.heads -= 1));
  for (const socket of bodies) void closed(socket).then(() => (left.bodies -= 1));
  const meanwhile = new Set<number>();
  while (left.heads > 0) meanwhile.add(await read());
  expect(left.bodies).toBe(100);
  while (left.bodies > 0) meanwhile.add(await read());
  expect([...meanwhile]).toEqual([200]);
  expect(door.inFlight()).toBe(0);
});
