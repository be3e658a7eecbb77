import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import type { SecureVersion, TLSSocket } from 'node:tls';
import type { TlsTexts } from '@countersign/runtime';
import { createAuthority, type Authority, type LeafOptions } from '@countersign/rpc/test/certificates';
import { renewTls, tlsOptions } from './tls-context';

let authority: Authority;
let other: Authority;
let own: Required<TlsTexts>;
let server: Server | undefined;
beforeAll(async () => {
  [authority, other] = [await createAuthority(), await createAuthority()];
  own = await authority.issue('edge');
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(texts: TlsTexts): Promise<number> {
  server = createServer(tlsOptions(texts), (_, response) => response.end('served'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Caller extends Partial<TlsTexts> {
  readonly agent?: Agent;
  readonly maxVersion?: SecureVersion;
  readonly minVersion?: SecureVersion;
  readonly ciphers?: string;
}

/** The serial number that the server shows and what it answers, or undefined when it does not let the caller in. */
const ask = (port: number, { agent, ...caller }: Caller = {}) =>
  new Promise<{ serial: string; text: string } | undefined>((resolve) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: authority.ca,
      agent: agent ?? new Agent(),
      ...caller,
    });
    sent.once('error', () => resolve(undefined));
    sent.once('response', (response) => {
      const serial = (response.socket as TLSSocket).getPeerCertificate().serialNumber;
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('end', () => resolve({ serial, text }));
    });
    sent.end();
  });
const served = { text: 'served' };

test('without an authority of callers everybody is served, from TLS 1.2 on', async () => {
  const port = await serve({ cert: own.cert, key: own.key });
  expect(await ask(port)).toMatchObject(served);
  const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  expect(await ask(port, { ...old, maxVersion: 'TLSv1.2' })).toMatchObject(served);
  expect(await ask(port, { ...old, maxVersion: 'TLSv1.1' })).toBeUndefined();
  renewTls(server as Server, { cert: own.cert, key: own.key });
  expect(await ask(port, { ...old, maxVersion: 'TLSv1.1' })).toBeUndefined();
});

test('the oldest version is not left to what Node was started with', () => {
  const renewed: TlsTexts[] = [];
  const watched = { setSecureContext: (texts: TlsTexts) => renewed.push(texts) };
  renewTls(watched as unknown as Server, own);
  for (const options of [tlsOptions(own), ...renewed]) {
    expect(options).toMatchObject({ minVersion: 'TLSv1.2' });
  }
  expect(renewed).toHaveLength(1);
});

const minute = 60_000;
const times: readonly [string, LeafOptions][] = [
  ['has expired', { notAfter: new Date(Date.now() - minute) }],
  ['is not yet valid', { notBefore: new Date(Date.now() + minute) }],
];
test('with one, a certificate of it is needed', async () => {
  const port = await serve(own);
  const { cert, key } = await authority.issue('cokeeps');
  expect(await ask(port, { cert, key })).toMatchObject(served);
  expect(await ask(port)).toBeUndefined();
  const foreign = await other.issue('cokeeps');
  expect(await ask(port, { cert: foreign.cert, key: foreign.key })).toBeUndefined();
});

test.each(times)('a caller whose certificate %s is refused', async (_what, validity) => {
  const port = await serve(own);
  const { cert, key } = await authority.issue('cokeeps', validity);
  expect(await ask(port, { cert, key })).toBeUndefined();
});

test('certificate and authority are renewed; connections that exist go on', async () => {
  const port = await serve(own);
  const caller = await authority.issue('cokeeps');
  const newcomer = await other.issue('cokeeps');
  const [old, young] = [
    { cert: caller.cert, key: caller.key },
    { cert: newcomer.cert, key: newcomer.key },
  ];
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 1,
    ...old,
    ca: authority.ca,
    servername: 'localhost',
  });
  const before = await ask(port, { ...old, agent });
  const next = await authority.issue('edge');
  expect(() => renewTls(server as Server, { ...next, key: own.key })).toThrow();
  expect(await ask(port, old)).toEqual(before);

  renewTls(server as Server, { ...next, ca: other.ca });
  expect(await ask(port, { ...old, agent })).toEqual(before);
  expect(await ask(port, old)).toBeUndefined();
  const after = await ask(port, young);
  expect(after).toMatchObject(served);
  expect(after?.serial).not.toBe(before?.serial);
  agent.destroy();
});

test('a caller that says nothing is cut off', async () => {
  const socket = connect(await serve(own), '127.0.0.1');
  const [failed] = await once(socket, 'close');
  expect(failed).toBe(false);
}, 15_000);
