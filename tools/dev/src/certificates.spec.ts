import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import {
  createAuthority,
  ensureCertificates,
  type Identity,
  identityUri,
  issueCertificate,
  readAuthority,
} from './certificates';

const DAY = 24 * 60 * 60 * 1000;
const names = ['engine', 'edge'] as const;

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'countersign-certificates-'));
  dir = join(root, 'certificates');
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (name: string) => readFileSync(join(dir, name), 'utf8');
const everything = () => Object.fromEntries(readdirSync(dir).map((name) => [name, read(name)]));
const modeOf = (path: string) => statSync(path).mode & 0o777;
const identity = (name: string): Identity => ({ certificate: read(`${name}.crt`), key: read(`${name}.key`) });
const between = (from: number, to: number) => ({ notBefore: new Date(from), notAfter: new Date(to) });

describe('development certificates', () => {
  it('are made in a folder of the owner alone', async () => {
    const files = await ensureCertificates(dir, names);
    expect(files.edge).toEqual({
      ca: `${dir}/ca.crt`,
      certificate: `${dir}/edge.crt`,
      key: `${dir}/edge.key`,
    });
    expect(readdirSync(dir).sort()).toEqual(
      ['ca.crt', 'ca.key', 'edge.crt', 'edge.key', 'engine.crt', 'engine.key'].sort(),
    );
    expect(modeOf(dir)).toBe(0o700);
    for (const name of readdirSync(dir)) expect(modeOf(join(dir, name))).toBe(0o600);
  });

  it('say who and where, and for how long', async () => {
    const now = Date.UTC(2030, 0, 1);
    await ensureCertificates(dir, names, { now: () => now });
    const certificate = new X509Certificate(read('edge.crt'));
    expect(certificate.subjectAltName).toBe(
      'URI:spiffe://countersign/edge, DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.1']);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(Date.parse(certificate.validTo)).toBe(now + 365 * DAY);
    expect(certificate.ca).toBe(false);
    const authority = new X509Certificate(read('ca.crt'));
    expect(authority.ca).toBe(true);
    expect(certificate.checkIssued(authority)).toBe(true);
    expect(certificate.verify(authority.publicKey)).toBe(true);
  });

  it('are kept byte for byte, and only what is missing is added', async () => {
    await ensureCertificates(dir, names);
    const before = everything();
    await ensureCertificates(dir, [...names, 'admin']);
    expect(everything()).toMatchObject(before);
    expect(Object.keys(everything())).toHaveLength(8);
  });

  it('are renewed within seven days of their end, under the same authority', async () => {
    const start = Date.UTC(2030, 0, 1);
    await ensureCertificates(dir, names, { now: () => start });
    const before = everything();
    await ensureCertificates(dir, names, { now: () => start + 358 * DAY - 1 });
    expect(everything()).toEqual(before);
    await ensureCertificates(dir, names, { now: () => start + 358 * DAY });
    expect(read('ca.crt')).toBe(before['ca.crt']);
    expect(read('edge.crt')).not.toBe(before['edge.crt']);
    expect(Date.parse(new X509Certificate(read('edge.crt')).validTo)).toBe(start + 723 * DAY);
  });

  it('are all renewed with an authority that nears its end', async () => {
    const start = Date.UTC(2030, 0, 1);
    await ensureCertificates(dir, names, { now: () => start });
    const before = everything();
    await ensureCertificates(dir, names, { now: () => start + 3644 * DAY });
    for (const name of readdirSync(dir)) expect(read(name)).not.toBe(before[name]);
  });

  it.each([
    ['an unreadable certificate', 'edge.crt', () => 'garbage'],
    ['an unreadable key', 'edge.key', () => ''],
    ['the key of another', 'edge.key', () => read('engine.key')],
    ['the certificate and name of another', 'edge.crt', () => read('engine.crt')],
  ])('are mended one at a time: %s', async (_, file, content) => {
    await ensureCertificates(dir, names);
    const before = everything();
    writeFileSync(join(dir, file), content());
    await ensureCertificates(dir, names);
    const { certificate, key } = identity('edge');
    expect(new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(new X509Certificate(certificate).subjectAltName).toContain(identityUri('edge'));
    expect(everything()).toMatchObject({ 'ca.crt': before['ca.crt'], 'engine.crt': before['engine.crt'] });
  });

  it('do not pass for another process when a whole pair is copied', async () => {
    await ensureCertificates(dir, names);
    for (const end of ['crt', 'key']) writeFileSync(join(dir, `edge.${end}`), read(`engine.${end}`));
    await ensureCertificates(dir, names);
    expect(new X509Certificate(read('edge.crt')).subjectAltName).toContain(identityUri('edge'));
  });

  it('are made anew when their authority was lost', async () => {
    await ensureCertificates(dir, names);
    const before = everything();
    rmSync(join(dir, 'ca.key'));
    await ensureCertificates(dir, names);
    for (const name of readdirSync(dir)) expect(read(name)).not.toBe(before[name]);
    expect(new X509Certificate(read('edge.crt')).verify(new X509Certificate(read('ca.crt')).publicKey)).toBe(
      true,
    );
  });

  it('are not taken from an authority that is none', async () => {
    await ensureCertificates(dir, names);
    for (const end of ['crt', 'key']) writeFileSync(join(dir, `ca.${end}`), read(`edge.${end}`));
    await ensureCertificates(dir, names);
    expect(new X509Certificate(read('ca.crt')).ca).toBe(true);
  });

  it('get tight permissions back', async () => {
    await ensureCertificates(dir, names);
    chmodSync(dir, 0o755);
    chmodSync(join(dir, 'edge.key'), 0o644);
    await ensureCertificates(dir, names);
    expect([modeOf(dir), modeOf(join(dir, 'edge.key'))]).toEqual([0o700, 0o600]);
  });

  it.each(['ca', '', '../edge', 'Edge', 'a,CN=b'])('cannot be named %j', async (name) => {
    await expect(ensureCertificates(dir, [name])).rejects.toThrow(RangeError);
  });
});

describe('mutual TLS with them', () => {
  type Party = Partial<Identity>;

  /** What the server and the client each came to think of the other; `refused` unless the handshake succeeded. */
  const shakeHands = async (server: Party, client: Party): Promise<{ server: string; client: string }> => {
    const ca = read('ca.crt');
    const tls = ({ certificate, key }: Party) => ({
      ca,
      ...(certificate && key ? { cert: certificate, key } : {}),
    });
    let seenByServer = 'refused';
    const listener = createServer(
      { ...tls(server), requestCert: true, rejectUnauthorized: true },
      (socket) => {
        seenByServer = socket.getPeerCertificate().subjectaltname ?? 'no name';
        socket.on('error', () => undefined).end('welcome');
      },
    );
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    const socket = connect({ ...tls(client), host: '127.0.0.1', port });
    let seenByClient = 'refused';
    socket.on(
      'secureConnect',
      () => (seenByClient = socket.getPeerCertificate().subjectaltname ?? 'no name'),
    );
    socket.on('error', () => undefined).resume();
    await new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => listener.close(resolve));
    return { server: seenByServer, client: seenByClient };
  };

  beforeEach(() => ensureCertificates(dir, names));

  it('shows each who the other is', async () => {
    const seen = await shakeHands(identity('engine'), identity('edge'));
    expect(seen.server).toContain('URI:spiffe://countersign/edge');
    expect(seen.client).toContain('URI:spiffe://countersign/engine');
  });

  it('is refused to a client without a certificate', async () => {
    expect((await shakeHands(identity('engine'), {})).server).toBe('refused');
  });

  it('is refused to a client whose certificate has ended, or not begun', async () => {
    const authority = await readAuthority(dir);
    const now = Date.now();
    for (const validity of [between(now - 2 * DAY, now - DAY), between(now + DAY, now + 2 * DAY)]) {
      const edge = await issueCertificate(authority, 'edge', validity);
      expect((await shakeHands(identity('engine'), edge)).server).toBe('refused');
    }
    const current = await issueCertificate(authority, 'edge', between(now - DAY, now + DAY));
    expect((await shakeHands(identity('engine'), current)).server).toContain(identityUri('edge'));
  });

  it('is refused to a client, and by a client to a server, of a foreign authority', async () => {
    const validity = between(Date.now() - DAY, Date.now() + DAY);
    const foreign = await createAuthority(validity);
    const [edge, engine] = await Promise.all(
      ['edge', 'engine'].map((name) => issueCertificate(foreign, name, validity)),
    );
    expect((await shakeHands(identity('engine'), edge ?? {})).server).toBe('refused');
    expect((await shakeHands(engine ?? {}, identity('edge'))).client).toBe('refused');
  });
});
