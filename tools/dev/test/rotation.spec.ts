/**
 * The envelope's secret is replaced while wallets ask, with the command that operators use and the processes as they
 * run: nothing fails, whether the edge sees the file change or is told by SIGHUP, and the old secret ends on its date.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHotWallet, type Exchange, type HotWallet } from '@countersign/hotwallet';
import { repositoryRoot } from '../src/bundle';
import { alice, createWorld } from '../src/demo-world';
import { createPlatform } from '../src/platform';
import { startStack, type Stack } from '../src/stack';
import { until } from '../src/until';

const WALLETS = 6;
const PATIENCE_MS = 60_000;
const wide = {
  EDGE_SOURCE_PER_SECOND: '1000000',
  EDGE_SUBJECT_PER_MINUTE: '1000000',
  EDGE_BUDGET_MS: '30000',
};

let dir: string;
let stack: Stack;
let load: Load | undefined;
const wallets: HotWallet[] = [];

async function start(reloadMs: number): Promise<void> {
  dir = mkdtempSync(join(tmpdir(), 'countersign-rotation-'));
  await countersign('generate', '--out', path('first'));
  putKeyring({ current: ref('first') });
  const edge = {
    EDGE_SECRET: '',
    EDGE_KEYRING: path('keyring.json'),
    EDGE_RELOAD_MS: String(reloadMs),
    ...wide,
  };
  stack = await startStack({ dir, env: { edge }, onEnd: () => undefined });
  await createWorld(createPlatform(stack.admin));
}

afterEach(async () => {
  await load?.stop();
  load = undefined;
  for (const wallet of wallets.splice(0)) wallet.close();
  await stack.stop();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

const path = (name: string): string => join(dir, name);
const ref = (name: string): string => `file:${path(name)}`;

const putKeyring = (members: Record<string, string>): void => putText(JSON.stringify(members));
function putText(text: string): void {
  writeFileSync(path('keyring.json.tmp'), text, { mode: 0o600 });
  renameSync(path('keyring.json.tmp'), path('keyring.json'));
}

const countersign = (...args: string[]): Promise<{ out: string; err: string }> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', join(repositoryRoot, 'tools/cli/src/main.ts'), 'secret', ...args],
      { cwd: repositoryRoot, env: { PATH: process.env['PATH'] } },
      (error, out, err) => (error ? reject(error) : resolve({ out, err })),
    );
  });

function walletWith(name: string): HotWallet {
  const secret = readFileSync(path(name), 'utf8');
  const wallet = createHotWallet({ url: stack.url, secret, timeoutMs: PATIENCE_MS });
  wallets.push(wallet);
  return wallet;
}

const isAnswer = ({ status, problem, outer, payload }: Exchange): boolean =>
  status === 200 &&
  problem === undefined &&
  outer?.success === true &&
  JSON.stringify(payload).includes('role');

interface Load {
  /** Requests answered so far, by the name of the secret they were sealed with. */
  readonly answered: ReadonlyMap<string, number>;
  readonly failed: readonly string[];
  /** Resolves when this many more were answered with the secret. */
  more(name: string, count: number): Promise<void>;
  /** Lets one wallet use this secret from its next request on. */
  switchOver(wallet: number, name: string): void;
  stop(): Promise<void>;
}

/** Wallets that ask one question after the other, each with the secret it was last given. */
function startLoad(first: string): Load {
  const answered = new Map<string, number>();
  const failed: string[] = [];
  const uses = Array.from({ length: WALLETS }, () => ({ name: first, wallet: walletWith(first) }));
  let stopping = false;

  async function ask(at: number): Promise<void> {
    while (!stopping) {
      const { name, wallet } = uses[at] as (typeof uses)[number];
      const exchange = await wallet.read({ uid: alice.uid }).catch((error: Error) => error);
      if (exchange instanceof Error) failed.push(`${name}: ${exchange.message}`);
      else if (!isAnswer(exchange))
        failed.push(`${name}: ${exchange.status} ${exchange.problem ?? exchange.body}`);
      else answered.set(name, (answered.get(name) ?? 0) + 1);
    }
  }

  const asking = uses.map((_, at) => ask(at));
  const count = (name: string) => answered.get(name) ?? 0;
  return {
    answered,
    failed,
    async more(name, more) {
      const enough = count(name) + more;
      const look = async () => {
        if (failed.length > 0) throw new Error(`${failed.length} failed, first ${failed[0]}`);
        return count(name) >= enough || undefined;
      };
      await until(`${more} more answers under ${name}`, look, PATIENCE_MS);
    },
    switchOver: (at, name) => void (uses[at] = { name, wallet: walletWith(name) }),
    async stop() {
      stopping = true;
      await Promise.all(asking);
    },
  };
}

interface Status {
  readonly current: {
    readonly reference: string;
    readonly opened: number;
    readonly lastUsedAt: string | null;
  };
  readonly previous: (Status['current'] & { readonly until: string }) | null;
}

const operations = (page: string): Promise<string> =>
  fetch(`http://127.0.0.1:${stack.edge.ports().operationsPort}${page}`).then((response) => response.text());
const status = async (): Promise<Status> => JSON.parse(await operations('/secrets')) as Status;
const metric = async (name: string): Promise<number> => {
  const line = (await operations('/metrics')).split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.split(' ')[1] ?? 0);
};
const statusOf = (name: string): Promise<Status> =>
  until(
    `${name} is the current secret`,
    async () => {
      const now = await status();
      return now.current.reference === ref(name) ? now : undefined;
    },
    PATIENCE_MS,
  );

it.each([
  ['sees the file change', 100, () => undefined],
  ['is told by SIGHUP', 3_600_000, () => stack.edge.reload()],
])(
  'an edge that %s fails no request while all wallets change over',
  async (_, reloadMs, tell) => {
    await start(reloadMs);
    load = startLoad('first');
    await load.more('first', 30);

    await countersign('generate', '--out', path('second'));
    const rotate = ['rotate', '--keyring', path('keyring.json'), '--to', ref('second'), '--overlap', '1h'];
    await countersign(...rotate);
    tell();
    expect((await statusOf('second')).previous).toMatchObject({ reference: ref('first') });
    await load.more('first', 30);
    for (let wallet = 0; wallet < WALLETS; wallet += 1) {
      load.switchOver(wallet, 'second');
      await load.more('second', 10);
    }

    // A file that cannot be used, in the middle of it all, changes nothing either.
    const sound = readFileSync(path('keyring.json'), 'utf8');
    putText('{');
    tell();
    const failedLoads = 'edge_reloads_total{what="secrets",outcome="failed"}';
    await until('the failed reload', async () => (await metric(failedLoads)) > 0 || undefined, PATIENCE_MS);
    await load.more('second', 30);
    putText(sound);
    await load.stop();

    expect(load.failed).toEqual([]);
    const { current, previous } = await status();
    const [first = 0, second = 0] = ['first', 'second'].map((name) => load?.answered.get(name) ?? 0);
    expect([current.opened, previous?.opened]).toEqual([second, first]);
    expect(Date.parse(current.lastUsedAt ?? '')).toBeGreaterThan(Date.parse(previous?.lastUsedAt ?? ''));
    const [byCurrent, byPrevious] = await Promise.all(
      ['current', 'previous'].map((role) => metric(`edge_secret_opened_total{secret="${role}"}`)),
    );
    // By role: what the first secret opened while it was the current one stays counted there.
    expect((byCurrent ?? 0) + (byPrevious ?? 0)).toBe(first + second);
    expect(byPrevious).toBeGreaterThanOrEqual(30);
    expect((await countersign('status', '--edge', edgeOperations())).err).toContain(
      `${ref('first')} was used`,
    );
  },
  240_000,
);

const edgeOperations = (): string => `http://127.0.0.1:${stack.edge.ports().operationsPort}`;

it('ends the old secret on its date, over a restart too, and then answers as to any stranger', async () => {
  await start(100);
  await countersign('generate', '--out', path('second'));
  const old = walletWith('first');
  const fresh = walletWith('second');
  const turned = (ms: number): number => {
    const end = Date.now() + ms;
    const previousUntil = new Date(end).toISOString();
    putKeyring({ current: ref('second'), previous: ref('first'), previousUntil });
    return end;
  };
  const ask = (wallet: HotWallet) => wallet.read({ uid: alice.uid });

  turned(3_600_000);
  await statusOf('second');
  await stack.edge.crash();
  const answered = (wallet: HotWallet) =>
    until(
      'an answer',
      () =>
        ask(wallet).then(
          (one) => isAnswer(one) || undefined,
          () => undefined,
        ),
      PATIENCE_MS,
    );
  await answered(old);
  expect(isAnswer(await ask(fresh))).toBe(true);

  const end = turned(2_000);
  const refused = await until('the old secret ends', async () => {
    const exchange = await ask(old);
    return isAnswer(exchange) ? undefined : { exchange, at: Date.now() };
  });
  expect(refused.at).toBeGreaterThanOrEqual(end);
  expect(isAnswer(await ask(fresh))).toBe(true);

  const stranger = await old.raw('read', 'not even JSON');
  const sameButTheSalt = ({ status, outer }: Exchange) => ({
    status,
    ...outer,
    ciphertext: outer?.ciphertext.length,
  });
  expect(sameButTheSalt(refused.exchange)).toEqual(sameButTheSalt(stranger));
  expect(refused.exchange).toMatchObject({ status: 400, outer: { success: false, message: 'bad request' } });
  // It is sealed with the secret that is left.
  expect(refused.exchange.problem).toContain('cannot be opened');

  expect((await countersign('retire', '--keyring', path('keyring.json'))).out).toContain(
    `dropped  ${ref('first')}`,
  );
  await until('the old secret is gone', async () => (await status()).previous === null || undefined);
}, 240_000);
