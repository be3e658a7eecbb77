/** The salt across starts of a real engine: what gives other countersigns is never served, what gives the same is. */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdminClient, createCallbackClient } from '@countersign/rpc';
import { split } from '@countersign/secrets';
import { openStore } from '@countersign/store';
import { bundle } from '../src/bundle';
import { ensureCertificates, type CertificateFiles } from '../src/certificates';
import { treasury } from '../src/demo-world';
import { ensureSecrets, type SecretFiles } from '../src/development-secrets';
import { engineAddress, readCredentials, startEngine } from '../src/engine-process';
import { createPlatform } from '../src/platform';

let dir: string;
let file: string;
let certificates: Record<'engine' | 'edge' | 'admin', CertificateFiles>;
let secrets: SecretFiles;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-salt-'));
  file = await bundle('engine');
  certificates = await ensureCertificates(join(dir, 'certificates'), ['engine', 'edge', 'admin']);
  secrets = await ensureSecrets(join(dir, 'secrets'));
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const secret = (name: string, value: string): string => {
  const path = join(dir, name);
  writeFileSync(path, value, { mode: 0o600 });
  return `file:${path}`;
};

interface Start {
  readonly database: string;
  readonly env: Record<string, string>;
}

let starts = 0;
const engine = async ({ database, env }: Start) => {
  starts += 1;
  const logFile = join(dir, `engine-${starts}.log`);
  const log = () => readFileSync(logFile, 'utf8');
  const running = startEngine({
    name: 'engine',
    file,
    storeUrl: `sqlite:${join(dir, `${database}.db`)}`,
    secrets,
    certificate: certificates.engine,
    logFile,
    env,
    onEnd: () => undefined,
  });
  return { running, log };
};

/** What it serves, and what it logged. It is stopped again. */
async function served(start: Start): Promise<{ readonly keys: readonly string[]; readonly log: string }> {
  const { running, log } = await engine(start);
  const supervised = await running;
  try {
    return { keys: await countersigns(engineAddress(supervised)), log: log() };
  } finally {
    await supervised.stop();
  }
}

/** Why it does not start. Rejects when it does. */
async function refused(start: Start): Promise<string> {
  const { running, log } = await engine(start);
  const why = await running.then(
    async (supervised) => {
      await supervised.stop();
      throw new Error('it has served');
    },
    (error: Error) => error.message,
  );
  expect(why).toMatch(/^engine could not start \(code 1\)/);
  expect(log()).not.toContain('"msg":"serving"');
  return why;
}

const machines = ['sweeper-1', 'K\u00fche 🐄'];
const x = 'arbitrary_value_passed_by_cokeeps_hot_wallet';

async function countersigns(address: string): Promise<readonly string[]> {
  const [asAdmin, asEdge] = await Promise.all([certificates.admin, certificates.edge].map(readCredentials));
  if (asAdmin === undefined || asEdge === undefined) throw new Error('there are no certificates');
  const to = { addresses: [address], now: Date.now };
  const admin = createAdminClient({ ...to, credentials: asAdmin });
  const callback = createCallbackClient({
    ...to,
    credentials: asEdge,
    transport: 'unary',
    log: { warn: () => undefined },
    newId: randomUUID,
    random: Math.random,
  });
  try {
    const platform = createPlatform(admin);
    await platform.createUser(treasury);
    for (const machineId of machines) await platform.createMachine(machineId, treasury.uid);
    const keys: string[] = [];
    for (const machineId of machines) {
      const call = { requestId: randomUUID(), deadline: Date.now() + 10_000 };
      keys.push((await callback.machineVerify({ machineId, x }, call)).key);
    }
    return keys;
  } finally {
    admin.close();
    callback.close();
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const documented = {
  derived: (salt: string, id: string) =>
    sha256(createHmac('sha256', salt).update(`machine:${id}`).digest('hex') + x),
  shared: (salt: string) => sha256(salt + x),
};

describe.each(['derived', 'shared'] as const)('an engine whose database was first started %s', (mode) => {
  const salt = randomBytes(64).toString('hex');
  const [one = '', two = '', three = ''] = split(salt, { threshold: 2, shares: 3 });
  const share = (name: string, text: string) => secret(`${mode}-${name}`, text);
  const keys = machines.map((id) => documented[mode](salt, id));
  const start = (reference: string, env: Record<string, string> = {}): Start => ({
    database: mode,
    env: { ENGINE_SALT: reference, ENGINE_SALT_MODE: mode, ...env },
  });
  let whole: string;

  beforeAll(async () => {
    whole = share('salt', salt);
    expect((await served(start(whole))).keys).toEqual(keys);
  }, 60_000);

  it('serves with two of three shares, says which is missing, and countersigns the same', async () => {
    const gone = `file:${join(dir, 'gone')}`;
    const reference = `shamir:2:${share('one', one)},${gone},${share('three', three)}`;
    const { keys: again, log } = await served(start(reference));
    expect(again).toEqual(keys);
    expect(log).toContain('a share could not be read');
    expect(log).toContain(join(dir, 'gone'));
  }, 60_000);

  it('refuses a damaged share by its name, though enough others are there', async () => {
    const damaged = share(
      'damaged',
      two.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    );
    const why = await refused(start(`shamir:2:${share('one', one)},${damaged},${share('three', three)}`));
    expect(why).toContain('damaged');
    expect(why).toContain(damaged);
    expect(why).not.toContain(two.slice(-32, -1));
  }, 60_000);

  it('refuses another salt, says what to do, and countersigns the same once it is put back', async () => {
    const other = randomBytes(64).toString('hex');
    const why = await refused(start(share('other', other)));
    expect(why).toMatch(/countersign salt: this is not the value this database was first started with/);
    expect(why).toMatch(/Put the first countersign salt back .*its shares.*Do not delete the pin/);
    expect(why).not.toContain(other);
    const { keys: again, log } = await served(start(whole));
    expect(again).toEqual(keys);
    expect(log).not.toContain('is weak');
  }, 60_000);

  it('refuses the other mode, and names both', async () => {
    const otherMode = mode === 'derived' ? 'shared' : 'derived';
    const why = await refused(start(whole, { ENGINE_SALT_MODE: otherMode }));
    expect(why).toContain(`first started in mode "${mode}", this start is in mode "${otherMode}"`);
  }, 60_000);
});

it('refuses a program that derives otherwise from the right salt', async () => {
  const store = await openStore(`sqlite:${join(dir, 'canaries.db')}`, {
    now: Date.now,
    newId: randomUUID,
    log: { warn: () => undefined },
  });
  // As a release would have left it whose countersigns were not ours.
  await store.pin('countersign canaries', `v1:canaries-derived:${'0'.repeat(64)}`);
  await store.close();
  const why = await refused({ database: 'canaries', env: {} });
  expect(why).toContain('countersign canaries: the salt is the one this database was first started with');
  expect(why).toContain('Start the release that served here before');
}, 60_000);

it('serves with a weak salt, because it can never change, and says so', async () => {
  const { log } = await served({
    database: 'weak',
    env: { ENGINE_SALT: secret('weak', 'correct horse battery staple') },
  });
  expect(log).toContain('"what":"countersign salt"');
  expect(log).toContain('can never change, and is weak');
  expect(log).not.toContain('battery');
}, 60_000);
