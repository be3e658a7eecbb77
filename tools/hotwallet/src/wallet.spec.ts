import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fixtures } from '../test/backend/data';
import { seal } from '../test/backend/envelope';
import { secret, startBackend, type Backend } from '../test/backend/server';
import { hashCredentials } from './credentials';
import { createHotWallet, readReply, type HotWallet } from './wallet';

let backend: Backend;
let wallet: HotWallet;
beforeAll(async () => {
  backend = await startBackend();
  wallet = createHotWallet({ url: backend.url, secret });
});
afterAll(async () => {
  wallet.close();
  await backend.stop();
});

test('a call tells both plaintexts, the ciphertext that was sent, and the outer reply', async () => {
  const exchange = await wallet.userVerify({ ...fixtures.user, x: 'x' });
  expect(exchange).toMatchObject({
    status: 200,
    outer: { success: true, message: 'OK', ciphertext: expect.stringMatching(/^U2FsdGVkX1/) as unknown },
    payload: { uid: fixtures.user.uid, key: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    problem: undefined,
    request: {
      plaintext: JSON.stringify({ ...hashCredentials(fixtures.user), x: 'x' }),
      ciphertext: expect.stringMatching(/^U2FsdGVkX1/) as unknown,
    },
  });
  expect(exchange.plaintext).toBe(JSON.stringify(exchange.payload));
  expect(exchange.ms).toBeGreaterThan(0);
});

test('hashed and plain credentials are the same login', async () => {
  const plain = await wallet.userVerify({ ...fixtures.user, x: 'x' });
  const hashed = await wallet.userVerify({ ...hashCredentials(fixtures.user), x: 'x' });
  expect(hashed.payload).toEqual(plain.payload);
  expect(hashCredentials({ username: 'abc', password: '' }).hashedUsername).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('the other calls send the documented fields', async () => {
  const machine = await wallet.machineVerify({ machineId: 'sweeper', x: 'x' });
  expect(machine.request.plaintext).toBe('{"machine_id":"sweeper","x":"x"}');
  expect(machine.outer?.success).toBe(true);
  const read = await wallet.read(fixtures.permit);
  expect(read.request.plaintext).toBe('{"uid":"uid-ada","reference_id":"permit-of-ada"}');
  expect(read.outer?.success).toBe(true);
  expect((await wallet.read({ uid: 'uid-ada' })).request.plaintext).toBe('{"uid":"uid-ada"}');
  expect(await wallet.update({ uid: 'uid-ada', note: 1 })).toMatchObject({ status: 200, plaintext: '{}' });
});

test('a raw call sends any body with any method', async () => {
  expect(await wallet.raw('read', 'garbage')).toMatchObject({
    status: 400,
    outer: { success: false },
    plaintext: '{}',
  });
  expect(await wallet.raw('read', '', 'GET')).toMatchObject({ status: 405, outer: { success: false } });
});

test('no backend rejects and says so', async () => {
  const gone = await startBackend();
  await gone.stop();
  const refused = createHotWallet({ url: gone.url, secret }).read({ uid: 'u' });
  await expect(refused).rejects.toMatchObject({ name: 'TransportError', problem: 'unreachable' });
  await expect(refused).rejects.toThrow(gone.url);
});

test('no answer in time rejects', async () => {
  const slow = await startBackend('slow to read');
  const hasty = createHotWallet({ url: slow.url, secret, timeoutMs: 50 });
  const asked = hasty.read({ uid: 'u' }).catch((error: unknown) => error);
  try {
    expect(await asked).toMatchObject({ name: 'TransportError', problem: 'timeout' });
  } finally {
    hasty.close();
    await slow.stop();
  }
});

test.each([
  ['is no JSON', 'oops', 'not {success, message, ciphertext}'],
  ['lacks a field', '{"success":true,"ciphertext":""}', 'not {success, message, ciphertext}'],
  [
    'has another secret',
    JSON.stringify({ success: true, message: 'OK', ciphertext: seal('{}', 'x', Buffer.alloc(8)) }),
    'cannot be opened',
  ],
  [
    'holds no JSON',
    JSON.stringify({ success: true, message: 'OK', ciphertext: seal('oops', secret) }),
    'plaintext is not JSON',
  ],
])('a reply that %s is an exchange with a problem', (_, body, problem) => {
  const request = { plaintext: undefined, ciphertext: undefined };
  const exchange = readReply({ status: 200, body, ms: 1 }, secret, request);
  expect(exchange.payload).toBeUndefined();
  expect(exchange.problem).toContain(problem);
});

test('a kept-alive connection that the server closes on its second use is replaced', async () => {
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    const body = JSON.stringify({ success: true, message: 'OK', ciphertext: seal('{}', secret) });
    let calls = 0;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      calls += 1;
      if (calls > 1) socket.resetAndDestroy();
      else
        socket.write(
          `HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const one = createHotWallet({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret });
  try {
    expect(await one.update({})).toMatchObject({ status: 200 });
    expect(await one.update({})).toMatchObject({ status: 200 });
    expect(connections).toBe(2);
  } finally {
    one.close();
    server.close();
  }
});

describe('over HTTPS', () => {
  const file = (name: string): string => readFileSync(join(__dirname, '../test/tls', name), 'utf8');
  const cert = file('test-only.pem');
  const key = file('test-only.key');
  const server = createServer(
    { cert, key, ca: cert, requestCert: true, rejectUnauthorized: true },
    (_, response) => {
      response.end(JSON.stringify({ success: true, message: 'OK', ciphertext: seal('{}', secret) }));
    },
  );
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const ask = async (tls: object): Promise<unknown> => {
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const one = createHotWallet({ url, secret, ...tls });
    const outcome = await one.update({}).catch((error: unknown) => error);
    one.close();
    return outcome;
  };

  test('the server is known by its CA and the client by its certificate', async () => {
    expect(await ask({ ca: cert, cert, key })).toMatchObject({ status: 200, plaintext: '{}' });
  });

  test('a server that the CA does not vouch for is not asked', async () => {
    expect(await ask({ cert, key })).toMatchObject({ name: 'TransportError', problem: 'unreachable' });
  });

  test('a client without its certificate is turned away', async () => {
    expect(await ask({ ca: cert })).toMatchObject({ name: 'TransportError' });
  });
});
