import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { createKeyring, encrypt } from '@countersign/envelope';
import { fault, faultCodes, type FaultCode } from '@countersign/policy';
import type { CallbackClient, ReadReply } from '@countersign/rpc';
import { createAdmission } from '../src/admission';
import { createAnswering } from '../src/answering';
import { createFailedLogins } from '../src/failed-logins';
import { createPlaces } from '../src/places';
import { createLogins } from '../src/logins';
import { createReplayShield } from '../src/replay-shield';
import { createReplies, outcomeOf, type Outcome } from '../src/replies';
import { startEdgeServer, type EdgeServer } from '../src/server';
import { createSourceCheck } from '../src/source';

const SECRET = 'the current secret of the test';
const PREVIOUS = 'the secret before';
const HASH = 'ab'.repeat(32);
const LIMIT = 64 * 1024;

const readReply: ReadReply = {
  role: 'signer',
  limits: [{ chainId: 'bitcoin', balance: '1', limit: '0.5' }],
  destinations: [{ chainId: 'bitcoin', address: 'addr-1' }],
  decisionId: 'd-1',
};

type Calls = Pick<CallbackClient, 'userVerify' | 'machineVerify' | 'read' | 'update'>;

const honest: Calls = {
  userVerify: async ({ hashedUsername, x }) => ({ uid: 'u-1', key: `${hashedUsername.slice(0, 4)}-${x}` }),
  machineVerify: async ({ machineId }) => ({ key: `k-${machineId}` }),
  read: async () => readReply,
  update: async () => ({ duplicate: false, outcome: 'recorded' }),
};

interface Opened {
  readonly server: EdgeServer;
  readonly outcomes: (Outcome | 'locked' | 'turned_away')[];
  readonly replays: string[];
  readonly logged: string[];
  readonly post: (path: string, body: string, method?: string) => Promise<Reply>;
  readonly ask: (path: string, payload: unknown, secret?: string) => Promise<Reply>;
}

interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly outer: { success: boolean; message: string; ciphertext: string };
  readonly open: (secret?: string) => unknown;
}

const servers: EdgeServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.drain()));
});

interface Limits {
  readonly allow?: readonly string[];
  readonly maxInFlight?: number;
  readonly sourcePerSecond?: number;
  readonly subjectPerMinute?: number;
  readonly freeFailures?: number;
  readonly maxLogins?: number;
  readonly now?: () => number;
}

async function opened(calls: Partial<Calls> = {}, limits: Limits = {}): Promise<Opened> {
  const { allow = ['127.0.0.1'], maxInFlight = 100, sourcePerSecond = 1e6, subjectPerMinute = 1e6 } = limits;
  const { freeFailures = 10, maxLogins = 100, now = Date.now } = limits;
  const outcomes: (Outcome | 'locked' | 'turned_away')[] = [];
  const logged: string[] = [];
  const log = {
    info: (fields: object) => void logged.push(JSON.stringify(fields)),
    warn: (fields: object) => void logged.push(JSON.stringify(fields)),
    error: (fields: object) => void logged.push(JSON.stringify(fields)),
  };
  const replays: string[] = [];
  const replies = createReplies({ refusalStatus: 200 });
  let ids = 0;
  const answering = createAnswering({
    keyring: createKeyring({
      current: SECRET,
      previous: { secret: PREVIOUS, until: Number.MAX_SAFE_INTEGER },
      now: Date.now,
    }),
    engine: {
      ...honest,
      ...calls,
      ready: () => true,
      waitForReady: async () => undefined,
      close: () => undefined,
    },
    replies,
    admission: createAdmission({ sourcePerSecond, subjectPerMinute }),
    shield: createReplayShield({ windowMs: 360_000, rememberMs: 86_400_000, maxRemembered: 1000, now }),
    logins: createLogins({
      failedLogins: createFailedLogins({ free: freeFailures, lockMs: 900_000, now }),
      places: createPlaces({ max: maxLogins }),
      locked: () => void outcomes.push('locked'),
    }),
    countReplay: (path, what) => void replays.push(`${path} ${what}`),
    log,
    now: Date.now,
    newId: () => `id-${(ids += 1)}`,
    bodyLimit: LIMIT,
    budgetMs: 1500,
    maxInFlight,
    observe: (_, outcome) => void outcomes.push(outcome),
  });
  const listen = { host: '127.0.0.1', port: 0 };
  const server = await startEdgeServer({
    listen,
    source: createSourceCheck(allow, []),
    maxForeignConnections: 64,
    maxConnectionsPerAddress: 1_000,
    refusedConnection: () => undefined,
    turnedAway: () => void outcomes.push('turned_away'),
    answering,
    replies,
  });
  servers.push(server);
  const post: Opened['post'] = (path, body, method = 'POST') => exchange(server.port, path, body, method);
  const ask: Opened['ask'] = (path, payload, secret = SECRET) =>
    post(
      path,
      JSON.stringify({
        ciphertext: encrypt(typeof payload === 'string' ? payload : JSON.stringify(payload), secret),
      }),
    );
  return { server, outcomes, replays, logged, post, ask };
}

function exchange(port: number, path: string, body: string, method: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const outer = JSON.parse(Buffer.concat(chunks).toString()) as Reply['outer'];
        const open = (secret = SECRET) =>
          createKeyring({ current: secret, now: Date.now }).openJson(outer.ciphertext).value;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, outer, open });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the four questions', () => {
  it('translates and answers each', async () => {
    const { ask } = await opened();
    const user = await ask('/user_verify', {
      hashedUsername: HASH.toUpperCase(),
      hashedPassword: HASH,
      x: 'x1',
      more: 1,
    });
    expect(user.open()).toEqual({ uid: 'u-1', key: 'abab-x1' });
    expect(user.outer).toMatchObject({ success: true, message: 'OK' });
    expect((await ask('/machine_verify', { machine_id: 'm', x: 'x1' })).open()).toEqual({ key: 'k-m' });
    expect((await ask('/read', { uid: 'u-1', reference_id: 'p-1' })).open()).toEqual({
      role: 'signer',
      limits: [{ chain_id: 'bitcoin', balance: '1', limit: '0.5' }],
      destinations: [{ chain_id: 'bitcoin', address: 'addr-1' }],
    });
    const update = await ask('/update', { uid: 'u-1' });
    expect([update.status, update.open()]).toEqual([200, {}]);
    expect(update.headers['x-request-id']).toBe('id-4');
  });

  it('hands the engine the text of an update exactly as it was encrypted', async () => {
    const texts: string[] = [];
    const { ask } = await opened({
      update: async ({ payload }) => {
        texts.push(payload);
        return { duplicate: false, outcome: 'recorded' };
      },
    });
    const text = '{ "uid":"u-1", "unknown":[1.10, "é\\u00e9"] }';
    await ask('/update', text);
    expect(texts).toEqual([text]);
  });

  it('asks for nothing when there is no reference', async () => {
    const references: string[] = [];
    const { ask } = await opened({
      read: async ({ referenceId }) => {
        references.push(referenceId);
        return readReply;
      },
    });
    await ask('/read', { uid: 'u-1' });
    await ask('/read', { uid: 'u-1', reference_id: null });
    expect(references).toEqual(['', '']);
  });

  it('answers with the secret that opened the request', async () => {
    const { ask } = await opened();
    const reply = await ask('/machine_verify', { machine_id: 'm', x: 'x' }, PREVIOUS);
    expect(reply.open(PREVIOUS)).toEqual({ key: 'k-m' });
    expect(() => reply.open(SECRET)).toThrow();
  });
});

describe('everything that is wrong with a request ends in one and the same reply', () => {
  const good = encrypt('{"uid":"u-1","reference_id":"p"}', SECRET);
  const bodies: Record<string, string> = {
    'no body': '',
    'not JSON': 'hello',
    'an array': '[]',
    null: 'null',
    'no ciphertext': '{}',
    'ciphertext of another type': '{"ciphertext":5}',
    'not base64': '{"ciphertext":"%%%%"}',
    'no Salted__': '{"ciphertext":"aGVsbG8gd29ybGQ="}',
    truncated: JSON.stringify({ ciphertext: good.slice(0, -24) }),
    'another secret': JSON.stringify({ ciphertext: encrypt('{"uid":"u-1"}', 'another secret') }),
    'not JSON inside': JSON.stringify({ ciphertext: encrypt('hello', SECRET) }),
    'a scalar inside': JSON.stringify({ ciphertext: encrypt('5', SECRET) }),
    'an array inside': JSON.stringify({ ciphertext: encrypt('[]', SECRET) }),
    'a missing field': JSON.stringify({ ciphertext: encrypt('{}', SECRET) }),
    'a field of another type': JSON.stringify({
      ciphertext: encrypt('{"uid":5,"reference_id":"p"}', SECRET),
    }),
    'a reference of another type': JSON.stringify({
      ciphertext: encrypt('{"uid":"u","reference_id":[]}', SECRET),
    }),
    'ill-formed Unicode': JSON.stringify({
      ciphertext: encrypt('{"uid":"\\ud800","reference_id":"p"}', SECRET),
    }),
  };

  it.each(Object.entries(bodies))('%s', async (_, body) => {
    let asked = 0;
    const { post, outcomes } = await opened({
      read: async () => {
        asked += 1;
        return readReply;
      },
    });
    const reply = await post('/read', body);
    expect(reply.status).toBe(400);
    expect({ ...reply.outer, ciphertext: '' }).toEqual({
      success: false,
      message: 'bad request',
      ciphertext: '',
    });
    expect(reply.outer.ciphertext).toHaveLength(44);
    expect(reply.open()).toEqual({});
    expect(outcomes).toEqual(['undecryptable']);
    expect(asked).toBe(0);
  });

  it.each(['hashedUsername', 'hashedPassword', 'x'])('/user_verify without %s', async (name) => {
    const { ask } = await opened();
    const payload: Record<string, unknown> = { hashedUsername: HASH, hashedPassword: HASH, x: 'x' };
    delete payload[name];
    expect((await ask('/user_verify', payload)).status).toBe(400);
    expect((await ask('/user_verify', { ...payload, [name]: '' })).status).toBe(400);
  });

  it('counts a payload that only the engine refuses as the same', async () => {
    const { ask } = await opened({
      update: () => Promise.reject(fault('invalid', { details: ['uid: must be a string'] })),
    });
    const reply = await ask('/update', { uid: 5 });
    expect([reply.status, reply.outer.message, reply.open()]).toEqual([400, 'bad request', {}]);
  });
});

describe('what the engine cannot or will not answer', () => {
  it.each(faultCodes.map((code) => [code, outcomeOf[code]] as const))('%s is %s', async (code, outcome) => {
    const { ask, outcomes, logged } = await opened({
      read: () => Promise.reject(fault(code, { message: 'inner words' })),
    });
    const reply = await ask('/read', { uid: 'u-1' });
    const status: Partial<Record<Outcome, number>> = { refused: 200, undecryptable: 400, unavailable: 503 };
    expect(reply.status).toBe(status[outcome]);
    expect(reply.outer.success).toBe(false);
    expect(reply.outer.message).not.toContain('inner');
    expect(reply.open()).toEqual({});
    expect(outcomes).toEqual([outcome]);
    expect(logged.join()).toContain(code);
  });

  it('never says yes to any fault', () => {
    expect((Object.keys(outcomeOf) as FaultCode[]).filter((code) => outcomeOf[code] === 'ok')).toEqual([]);
  });

  it('a bug is logged and answered as unavailable', async () => {
    const { ask, logged } = await opened({ read: () => Promise.reject(new TypeError('a bug')) });
    const reply = await ask('/read', { uid: 'u-1' });
    expect([reply.status, reply.open()]).toEqual([503, {}]);
    expect(logged.filter((line) => line.includes('internal'))).toHaveLength(1);
  });

  it('an update that was not stored is 503 and success:false', async () => {
    const { ask } = await opened({ update: () => Promise.reject(fault('unavailable')) });
    const reply = await ask('/update', { uid: 'u-1' });
    expect([reply.status, reply.outer.success]).toEqual([503, false]);
  });
});

describe('the front door', () => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
    const { post } = await opened();
    const reply = await post('/read', '', method);
    expect([reply.status, reply.headers.allow, reply.open()]).toEqual([405, 'POST', {}]);
  });

  it.each(['/', '/READ', '/read/', '/read/x', '/%ff', '/..%2fread', '/user_verify%00'])(
    '%s does not exist',
    async (path) => {
      const { post } = await opened();
      const reply = await post(path, '{}');
      expect([400, 404]).toContain(reply.status);
      expect(reply.open()).toEqual({});
    },
  );

  it('a body over the limit is refused without reading it, and the server goes on', async () => {
    const { post, ask } = await opened();
    const reply = await post('/update', 'x'.repeat(LIMIT + 1)).catch(() => undefined);
    if (reply !== undefined) expect([reply.status, reply.open()]).toEqual([413, {}]);
    expect((await ask('/update', { uid: 'u' })).status).toBe(200);
  });

  it('a chunked body over the limit is cut off', async () => {
    const { server, ask, outcomes } = await opened();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /update HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
    for (let i = 0; i <= LIMIT / 4096; i += 1) socket.write(chunk);
    await new Promise((resolve) => socket.once('close', resolve).resume());
    expect(outcomes).toEqual(['too_large']);
    expect((await ask('/update', { uid: 'u' })).status).toBe(200);
  });

  it('turns away who may not call, before anything is decrypted and without known plaintext', async () => {
    const { ask, outcomes } = await opened({}, { allow: ['10.0.0.0/8'] });
    const reply = await ask('/read', { uid: 'u-1' });
    expect(reply.status).toBe(403);
    expect(reply.outer).toEqual({ success: false, message: 'not allowed' });
    expect(outcomes).toEqual(['turned_away']);
  });

  it.each(['100-continue', 'something'])('Expect: %s is answered like any request', async (expectation) => {
    for (const [allow, status] of [
      ['127.0.0.1', ' 400 '],
      ['10.0.0.0/8', ' 403 '],
    ] as const) {
      const { server } = await opened({}, { allow: [allow] });
      const socket = connect(server.port, '127.0.0.1');
      let reply = '';
      socket.on('data', (chunk: Buffer) => (reply += chunk.toString()));
      socket.write(
        `POST /read HTTP/1.1\r\nHost: x\r\nExpect: ${expectation}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      );
      await new Promise((resolve) => socket.once('close', resolve));
      const lines = reply.split('\r\n').filter((line) => line.startsWith('HTTP/'));
      const continues = expectation === '100-continue' && allow === '127.0.0.1';
      expect(lines).toHaveLength(continues ? 2 : 1);
      expect(lines.at(-1)).toContain(status);
    }
  });

  it('stops in order: answers what is in flight, takes nothing more, and waits for nobody who never finishes', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let arrived = (): void => undefined;
    const inside = new Promise<void>((resolve) => (arrived = resolve));
    const read = async () => {
      arrived();
      await held;
      return readReply;
    };
    const { server } = await opened({ read });
    const sent = JSON.stringify({ ciphertext: encrypt('{"uid":"u-1"}', SECRET) });
    const request = `POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: ${sent.length}\r\n\r\n${sent}`;
    const busy = connect(server.port, '127.0.0.1');
    let replies = '';
    busy.on('error', () => undefined);
    busy.on('data', (chunk: Buffer) => {
      replies += chunk.toString();
      // Who goes on asking on his connection would otherwise be answered for ever.
      busy.write(request);
    });
    const closed = new Promise((resolve) => busy.once('close', resolve));
    busy.write(request);
    await inside;
    const dribbling = connect(server.port, '127.0.0.1');
    dribbling.on('error', () => undefined);
    await new Promise((resolve) => dribbling.once('connect', resolve));
    await new Promise((resolve) =>
      dribbling.write('POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n{', resolve),
    );
    const draining = server.drain();
    // Its question was in flight before the draining began, its answer after.
    release();
    await closed;
    expect(replies.match(/^HTTP\/1\.1 200/gm)).toHaveLength(1);
    expect(replies).toMatch(/connection: close/i);
    await draining;
  });

  it('answers 503 above its bound of requests at once', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let arrived = (): void => undefined;
    const inside = new Promise<void>((resolve) => (arrived = resolve));
    const { ask } = await opened(
      {
        read: async () => {
          arrived();
          await held;
          return readReply;
        },
      },
      { maxInFlight: 1 },
    );
    const first = ask('/read', { uid: 'u-1' });
    await inside;
    expect((await ask('/read', { uid: 'u-1' })).status).toBe(503);
    release();
    expect((await first).status).toBe(200);
    expect((await ask('/read', { uid: 'u-1' })).status).toBe(200);
  });

  it('logs no payload, no challenge and no key', async () => {
    const { ask, logged } = await opened();
    await ask('/user_verify', { hashedUsername: HASH, hashedPassword: HASH, x: 'marked-challenge' });
    await ask('/update', { uid: 'marked-payload' });
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toMatch(/marked|abab/);
  });
});

describe('what comes too often or again', () => {
  const login = (password: string, name = HASH) => ({
    hashedUsername: name,
    hashedPassword: password,
    x: 'x',
  });
  const guess = (n: number): string => n.toString(16).padStart(64, '0');
  const sealed = (payload: unknown): string =>
    JSON.stringify({ ciphertext: encrypt(JSON.stringify(payload), SECRET) });

  it('a source that asks more often than it may gets 429, without the engine being asked', async () => {
    let asked = 0;
    const read = async () => {
      asked += 1;
      return readReply;
    };
    const { ask } = await opened({ read }, { sourcePerSecond: 2 });
    const replies = await Promise.all(Array.from({ length: 12 }, () => ask('/read', { uid: 'u-1' })));
    const limited = replies.filter(({ status }) => status === 429);
    // Two in each second; the twelve take less than four.
    expect(limited.length).toBeGreaterThanOrEqual(4);
    expect(asked).toBe(12 - limited.length);
    for (const reply of limited) {
      expect([reply.outer.success, reply.outer.message]).toEqual([false, 'too many requests']);
      expect([reply.headers['retry-after'], reply.open()]).toEqual(['1', {}]);
    }
  });

  it('a user who is asked about too often does not take the answers of another, nor a machine of that id', async () => {
    const { ask } = await opened({}, { subjectPerMinute: 1 });
    const statuses: number[] = [];
    for (const uid of ['u-1', 'u-1', 'u-2']) statuses.push((await ask('/read', { uid })).status);
    statuses.push((await ask('/machine_verify', { machine_id: 'u-1', x: 'x' })).status);
    expect(statuses).toEqual([200, 429, 200, 200]);
  });

  it('what CoKeeps reports is counted for no user', async () => {
    const { ask } = await opened({}, { subjectPerMinute: 1 });
    for (let n = 0; n < 3; n += 1) expect((await ask('/update', { uid: 'u-1', n })).status).toBe(200);
  });

  it('the same /update in a retry gets the reply it got, byte for byte, and the engine is not asked', async () => {
    let asked = 0;
    const update = async () => {
      asked += 1;
      return { duplicate: false, outcome: 'recorded' };
    };
    const { post, replays } = await opened({ update });
    const body = sealed({ uid: 'u-1' });
    const first = await post('/update', body);
    const second = await post('/update', body);
    expect(second.outer).toEqual(first.outer);
    expect([asked, replays]).toEqual([1, ['/update stored']]);
  });

  it('an /update that failed is tried anew when it comes again', async () => {
    const outcomes = [
      () => Promise.reject(fault('unavailable')),
      async () => ({ duplicate: false, outcome: 'recorded' }),
    ];
    const { post } = await opened({
      update: () => outcomes.shift()?.() ?? Promise.reject(new Error('again')),
    });
    const body = sealed({ uid: 'u-1' });
    expect([(await post('/update', body)).status, (await post('/update', body)).status]).toEqual([503, 200]);
  });

  it('a recorded request is refused after the window, and told', async () => {
    let time = 1_000_000;
    const { post, replays, logged } = await opened({}, { now: () => time });
    const [update, read] = [sealed({ uid: 'u-1' }), sealed({ uid: 'u-1', reference_id: 'p' })];
    await post('/update', update);
    await post('/read', read);
    time += 360_001;
    for (const [path, body] of [
      ['/update', update],
      ['/read', read],
    ] as const) {
      const reply = await post(path, body);
      expect([reply.status, reply.outer.success, reply.open()]).toEqual([200, false, {}]);
    }
    expect(replays).toEqual(['/update late', '/read late']);
    expect(logged.filter((line) => line.includes('"replay":"late"'))).toHaveLength(4);
  });

  it('a recorded request is refused on another path than its own', async () => {
    const { post, replays } = await opened();
    const body = sealed({ uid: 'u-1', reference_id: 'p' });
    await post('/read', body);
    expect((await post('/update', body)).outer.success).toBe(false);
    expect(replays).toEqual(['/update elsewhere']);
  });

  it.each([login(HASH), { hashedPassword: HASH }, { machine_id: 'm', x: 'x' }])(
    'another question is no notification, whether it is remembered or not: %j',
    async (payload) => {
      let asked = 0;
      const update = async () => {
        asked += 1;
        return { duplicate: false, outcome: 'recorded' };
      };
      const { ask } = await opened({ update });
      expect((await ask('/update', payload)).status).toBe(400);
      expect((await ask('/update', { machine_id: 'm', status: 'moved' })).status).toBe(200);
      expect(asked).toBe(1);
    },
  );

  it.each(['/nope', '/%ff'])('what reaches no question counts against its source, too: %s', async (path) => {
    const { post } = await opened({}, { sourcePerSecond: 2 });
    const replies = await Promise.all(Array.from({ length: 12 }, () => post(path, '')));
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4);
  });

  it('who guesses passwords is refused without the engine, and the engine silence is no guess', async () => {
    let asked = 0;
    const faults: FaultCode[] = ['unavailable', 'deadline', 'unauthenticated', 'unauthenticated'];
    const userVerify = async () => {
      asked += 1;
      throw fault(faults[asked - 1] ?? 'internal');
    };
    const { ask, outcomes } = await opened({ userVerify }, { freeFailures: 1 });
    for (let n = 0; n < 4; n += 1) await ask('/user_verify', login(guess(n)));
    const locked = await ask('/user_verify', login(guess(4)));
    expect([locked.status, locked.outer.success, locked.open()]).toEqual([200, false, {}]);
    expect(asked).toBe(4);
    expect(outcomes.slice(-2)).toEqual(['locked', 'refused']);
    expect((await ask('/user_verify', login(guess(1), 'cd'.repeat(32)))).status).toBe(503);
  });

  it('logins have places of their own, and /read is answered while they are taken', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let arrived = (): void => undefined;
    const inside = new Promise<void>((resolve) => (arrived = resolve));
    const userVerify = async () => {
      arrived();
      await held;
      return { uid: 'u-1', key: 'k' };
    };
    const { ask } = await opened({ userVerify }, { maxLogins: 1 });
    const first = ask('/user_verify', login(HASH));
    await inside;
    expect((await ask('/user_verify', login(HASH, 'cd'.repeat(32)))).status).toBe(503);
    expect((await ask('/read', { uid: 'u-1' })).status).toBe(200);
    release();
    expect((await first).status).toBe(200);
  });
});
