import { X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { createAuthority } from '../test/certificates';
import type { Authority } from '../test/certificates';
import { codeOf, createBench, until, within } from '../test/engine';
import type { Bench } from '../test/engine';
import type { CallbackClient } from './clients';
import { createPeerCredentials } from './credential-source';
import type { PeerCredentials } from './credential-source';

const hour = 3_600_000;
const past = { notBefore: new Date(Date.now() - 2 * hour), notAfter: new Date(Date.now() - 60_000) };
const future = { notBefore: new Date(Date.now() + 60_000), notAfter: new Date(Date.now() + hour) };

let bench: Bench;
let other: Authority;
beforeAll(async () => {
  bench = await createBench();
  other = await createAuthority();
});
afterEach(() => bench.closeAll());

const read = (client: CallbackClient, ms = 5_000): Promise<string> =>
  codeOf(client.read({ uid: 'u', referenceId: 'r' }, within(ms)));

/** Shakes hands by itself and resolves with what the engine shows, or rejects when it does not let the peer in. */
const shakeHands = (
  port: number,
  { cert, key, ca }: PeerCredentials,
  options: ConnectionOptions = {},
): Promise<{ shown: string; session: Buffer | undefined; reused: boolean }> =>
  new Promise((resolve, reject) => {
    const socket: TLSSocket = connect({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      ALPNProtocols: ['h2'],
      cert,
      key,
      ca,
      ...options,
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
    // With TLS 1.3 a client only learns that it is let in by what the server sends.
    socket.once('data', () => {
      const shown = socket.getPeerX509Certificate()?.serialNumber ?? '';
      resolve({ shown, session: socket.getSession(), reused: socket.isSessionReused() });
      socket.destroy();
    });
  });

const serialOf = ({ cert }: PeerCredentials): string => new X509Certificate(cert).serialNumber;

describe.each(['stream', 'unary'] as const)('over %s', (transport) => {
  test('a new authority takes over step by step while calls run, and none fails', async () => {
    const [engineOfOther, edgeOfOther] = await Promise.all([other.issue('engine'), other.issue('edge')]);
    const both = `${bench.authority.ca}\n${other.ca}`;
    const engine = createPeerCredentials(bench.peers.engine);
    const edge = createPeerCredentials(bench.peers.edge);
    const { port, server } = await bench.engine({ credentials: engine });
    const client = bench.callbackClient([port], { transport, credentials: edge });

    const codes: string[] = [];
    let stopped = false;
    const load = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!stopped) codes.push(await read(client));
      }),
    );
    const steps: (() => void)[] = [
      () => engine.replace({ ...bench.peers.engine, ca: both }),
      () => edge.replace({ ...bench.peers.edge, ca: both }),
      () => engine.replace({ ...engineOfOther, ca: both }),
      () => edge.replace({ ...edgeOfOther, ca: both }),
      () => engine.replace(engineOfOther),
      () => edge.replace(edgeOfOther),
    ];
    try {
      for (const step of steps) {
        const before = codes.length;
        step();
        expect(await read(bench.callbackClient([port], { transport, credentials: edge }))).toBe('ok');
        await until(() => codes.length > before + 20);
      }
    } finally {
      stopped = true;
      await load;
    }
    expect(codes.filter((code) => code !== 'ok')).toEqual([]);
    expect((await shakeHands(port, edgeOfOther)).shown).toBe(serialOf(engineOfOther));

    // The client that has seen it all connects anew, to an engine that knows the new authority alone.
    await server.close();
    await bench.engine({ address: `127.0.0.1:${port}`, credentials: engineOfOther });
    await client.waitForReady(Date.now() + 10_000);
    expect(await read(client)).toBe('ok');
    const late = bench.callbackClient([port], { transport, credentials: bench.peers.edge });
    expect(['unavailable', 'deadline']).toContain(await read(late, 500));
  });

  test('a call in flight is answered, and what comes after it goes over the same connection', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let asked = 0;
    const engine = createPeerCredentials(bench.peers.engine);
    const edge = createPeerCredentials(bench.peers.edge);
    const { port } = await bench.engine({
      credentials: engine,
      callback: {
        update: async () => {
          asked += 1;
          await held;
          return { duplicate: false, outcome: 'recorded' };
        },
      },
    });
    const client = bench.callbackClient([port], { transport, credentials: edge });
    const inFlight = codeOf(client.update({ payload: '{}' }, within(10_000)));
    await until(() => asked === 1);
    // Nobody could shake hands any more: engine and edge know nothing of each other's authorities.
    engine.replace(await other.issue('engine'));
    edge.replace({ ...(await other.issue('edge')), ca: bench.authority.ca });
    expect(await read(client)).toBe('ok');
    release();
    expect(await inFlight).toBe('ok');
    await expect(shakeHands(port, bench.peers.edge)).rejects.toThrow();
  });

  test.each([
    ['has expired', past],
    ['is not yet valid', future],
  ])('a certificate that %s is refused by the engine, and by the edge', async (_what, validity) => {
    const { port, observed } = await bench.engine();
    const credentials = await bench.authority.issue('edge', validity);
    const refused = bench.callbackClient([port], { transport, credentials });
    const posing = await bench.engine({ credentials: await bench.authority.issue('engine', validity) });
    const refusing = bench.callbackClient([posing.port], { transport });
    for (const code of await Promise.all([read(refused, 500), read(refusing, 500)])) {
      expect(['unavailable', 'deadline']).toContain(code);
    }
    expect([...observed, ...posing.observed]).toEqual([]);
    expect(await read(bench.callbackClient([port], { transport }))).toBe('ok');
  });

  test('an engine of a foreign authority is refused by the edge', async () => {
    const foreign = { ...(await other.issue('engine')), ca: bench.authority.ca };
    const { port, observed } = await bench.engine({ credentials: foreign });
    const code = await read(bench.callbackClient([port], { transport }), 500);
    expect(['unavailable', 'deadline']).toContain(code);
    expect(observed).toEqual([]);
  });
});

test('a session from before cannot be resumed with an authority that is no longer trusted', async () => {
  const engine = createPeerCredentials(bench.peers.engine);
  const { port } = await bench.engine({ credentials: engine });
  const old = { maxVersion: 'TLSv1.2' as const };
  const { session } = await shakeHands(port, bench.peers.edge, old);
  if (session === undefined) throw new Error('the engine gives sessions');
  // The session is good for as long as nothing has changed; otherwise this test could not fail.
  expect(await shakeHands(port, bench.peers.edge, { ...old, session })).toMatchObject({ reused: true });
  engine.replace({ ...bench.peers.engine, ca: other.ca });
  await expect(shakeHands(port, bench.peers.edge, { ...old, session })).rejects.toThrow();
});

describe('what is put in place', () => {
  test('must belong together, be readable, and name the same peer', async () => {
    const credentials = createPeerCredentials(bench.peers.engine);
    let changes = 0;
    const unsubscribe = credentials.onChange(() => (changes += 1));
    const next = await bench.authority.issue('engine');
    expect(() => credentials.replace({ ...next, key: bench.peers.engine.key })).toThrow(/together/);
    expect(() => credentials.replace({ ...next, ca: 'nonsense' })).toThrow(/together/);
    expect(() => credentials.replace({ ...next, cert: 'nonsense' })).toThrow();
    expect(() => credentials.replace(bench.peers.edge)).toThrow(
      'the certificate names edge, and the one in use engine',
    );
    expect(credentials.current()).toBe(bench.peers.engine);
    expect(changes).toBe(0);

    credentials.replace(next);
    expect(credentials.current()).toBe(next);
    expect(changes).toBe(1);
    unsubscribe();
    credentials.replace(bench.peers.engine);
    expect(changes).toBe(1);
  });

  test('is tried before it is used for the first time', () => {
    expect(() => createPeerCredentials({ ...bench.peers.engine, key: bench.peers.edge.key })).toThrow(
      /together/,
    );
  });
});
