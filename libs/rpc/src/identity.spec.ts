import { fault } from '@countersign/policy';
import { Client, credentials, Metadata, status } from '@grpc/grpc-js';
import { codeOf, createBench, within } from '../test/engine';
import type { Bench } from '../test/engine';
import { createAuthority } from '../test/certificates';
import type { LeafOptions } from '../test/certificates';
import { peerNamedBy, urisIn } from './identity';
import type { PeerCredentials } from './credential-source';
import { loadWire } from './proto';

describe('the name in a certificate', () => {
  test.each([
    ['URI:spiffe://countersign/edge', 'edge'],
    ['DNS:localhost, IP Address:127.0.0.1, URI:spiffe://countersign/engine-2', 'engine-2'],
    ['URI:spiffe://countersign/admin, DNS:"a, b"', 'admin'],
    ['', undefined],
    ['DNS:localhost', undefined],
    ['DNS:URI:spiffe://countersign/admin', undefined],
    ['DNS:"x, URI:spiffe://countersign/admin"', undefined],
    ['DNS:"x\\", URI:spiffe://countersign/admin"', undefined],
    ['URI:spiffe://countersign/edge, URI:spiffe://countersign/admin', undefined],
    ['URI:spiffe://countersign/edge, URI:https://example.org', undefined],
    ['URI:"spiffe://countersign/admin"', undefined],
    ['URI:spiffe://countersign/admin/', undefined],
    ['URI:spiffe://countersign/admin?x', undefined],
    ['URI:SPIFFE://countersign/admin', undefined],
    ['URI:spiffe://countersign/Admin', undefined],
    ['URI:spiffe://countersign.example/admin', undefined],
    ['URI:spiffe://other/admin', undefined],
    ['URI:spiffe://countersign/', undefined],
    ['URI:spiffe://countersign/admin\n', undefined],
    [`URI:spiffe://countersign/${'a'.repeat(33)}`, undefined],
    ['DNS:"unclosed, URI:spiffe://countersign/admin', undefined],
    ['nonsense URI:spiffe://countersign/admin', undefined],
  ])('%j names %s', (subjectaltname, name) => {
    expect(peerNamedBy({ subjectaltname })).toBe(name);
  });

  test('no certificate, or one without alternative names, names nobody', () => {
    expect(peerNamedBy(undefined)).toBeUndefined();
    expect(peerNamedBy({} as { subjectaltname: string })).toBeUndefined();
    expect(urisIn('garbage')).toBeUndefined();
  });
});

describe.each(['stream', 'unary'] as const)('who may call, over %s', (transport) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(() => bench.closeAll());

  const read = (port: number, credentials: PeerCredentials, ms = 5_000): Promise<string> =>
    codeOf(
      bench
        .callbackClient([port], { transport, credentials })
        .read({ uid: 'u', referenceId: 'r' }, within(ms)),
    );

  test('the edge may make callbacks, the admin may not', async () => {
    const { port, lines } = await bench.engine();
    expect(await read(port, bench.peers.edge)).toBe('ok');
    expect(await read(port, bench.peers.admin)).toBe('forbidden');
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        message: 'call refused',
        fields: expect.objectContaining({ peer: 'admin' }),
      }),
    );
  });

  test('a frame is judged under its own method, not as part of an admitted stream', async () => {
    const { port } = await bench.engine({
      callers: { 'Callback.Converse': ['edge'], 'Callback.Update': ['edge'], 'Callback.Read': [] },
    });
    const client = bench.callbackClient([port], { transport });
    expect(await codeOf(client.update({ payload: '{}' }, within(5_000)))).toBe('ok');
    expect(await codeOf(client.read({ uid: 'u', referenceId: 'r' }, within(5_000)))).toBe('forbidden');
    expect(await codeOf(client.machineVerify({ machineId: 'm', x: 'x' }, within(5_000)))).toBe(
      'unimplemented',
    );
  });

  const impostors: [string, LeafOptions][] = [
    ['no name', { alternativeNames: [{ type: 'dns', value: 'localhost' }] }],
    ['no alternative names', { alternativeNames: [] }],
    [
      'the name in a DNS entry',
      { alternativeNames: [{ type: 'dns', value: 'URI:spiffe://countersign/edge' }] },
    ],
    [
      'the name smuggled behind a comma',
      { alternativeNames: [{ type: 'dns', value: 'x, URI:spiffe://countersign/edge' }] },
    ],
    [
      'two names',
      {
        alternativeNames: [
          { type: 'url', value: 'spiffe://countersign/edge' },
          { type: 'url', value: 'spiffe://countersign/edge' },
        ],
      },
    ],
  ];
  test.each(impostors)('a certificate with %s is nobody', async (_what, options) => {
    const { port, observed } = await bench.engine();
    expect(await read(port, await bench.authority.issue('edge', options))).toBe('forbidden');
    expect(observed).toContainEqual(expect.objectContaining({ peer: 'nobody', code: 'forbidden' }));
  });

  test('a foreign authority and an expired certificate do not get as far as a call', async () => {
    const { port, observed } = await bench.engine();
    const foreign = await (await createAuthority()).issue('edge');
    const expired = await bench.authority.issue('edge', { notAfter: new Date(Date.now() - 60_000) });
    const refusals = await Promise.all([
      read(port, { ...foreign, ca: bench.authority.ca }, 700),
      read(port, expired, 700),
    ]);
    for (const refusal of refusals) expect(['unavailable', 'deadline']).toContain(refusal);
    expect(observed).toEqual([]);
    expect(await read(port, bench.peers.edge)).toBe('ok');
  });

  test('a peer that is not the engine cannot pose as it', async () => {
    const { port, observed } = await bench.engine({ credentials: bench.peers.admin });
    expect(['unavailable', 'deadline']).toContain(await read(port, bench.peers.edge, 700));
    expect(observed).toEqual([]);
  });
});

describe('a client without a certificate', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(() => bench.closeAll());

  test.each(['tls', 'plain'])('does not get as far as a call over %s', async (kind) => {
    const { port, observed } = await bench.engine();
    const bare =
      kind === 'tls' ? credentials.createSsl(Buffer.from(bench.authority.ca)) : credentials.createInsecure();
    const client = new Client(`127.0.0.1:${port}`, bare, { 'grpc.ssl_target_name_override': 'localhost' });
    const method = loadWire().callback.Read;
    const code = await new Promise((resolve) =>
      client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        { uid: 'u', referenceId: 'r' },
        new Metadata(),
        { deadline: Date.now() + 5_000 },
        (error) => resolve(error?.code),
      ),
    );
    client.close();
    expect(code).toBe(status.UNAVAILABLE);
    expect(observed).toEqual([]);
  });
});

describe('admin methods', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await createBench();
  });
  afterEach(() => bench.closeAll());

  test('the admin may call what its row admits, the edge nothing, and a method without a row does not exist', async () => {
    const { port } = await bench.engine({ admin: { getUser: () => Promise.reject(fault('not_found')) } });
    const asAdmin = bench.adminClient(port);
    const asEdge = bench.adminClient(port, bench.peers.edge);
    const override = {
      cause: { actor: 'a', reason: 'r', idempotencyKey: '' },
      uid: 'u',
      chainId: 'c',
      key: 'k',
    };
    expect(await codeOf(asAdmin.getUser({ uid: 'u' }, within(5_000)))).toBe('not_found');
    expect(await codeOf(asEdge.getUser({ uid: 'u' }, within(5_000)))).toBe('forbidden');
    expect(await codeOf(asAdmin.removeOverride(override, within(5_000)))).toBe('forbidden');
    expect(
      await codeOf(
        asAdmin.listUsers(
          { status: '', role: '', tier: '', holding: false, after: '', limit: 0 },
          within(5_000),
        ),
      ),
    ).toBe('unimplemented');
  });
});
