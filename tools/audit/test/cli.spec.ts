import { fault } from '@countersign/policy';
import type { Store } from '@countersign/store';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import { runCli } from '../src/cli';
import { createProgress } from '../src/progress';
import type { EffectiveChain } from '../src/effective';
import type { Explained } from '../src/explain';
import { run, runJson } from './run';
import { CHAIN, DAY, START, createWorld, sliding, withHistory, withOneUser } from './world';

async function populated() {
  const disk = createMemoryDisk();
  const store = openMemoryStore(disk, { now: Date.now });
  const world = createWorld(store);
  await withHistory(world);
  return { disk, store, world };
}

describe('effective', () => {
  it('names the layer of each value, also of what an override has replaced', async () => {
    const store = openMemoryStore(createMemoryDisk(), { now: Date.now });
    const world = createWorld(store);
    await withOneUser(world);
    const { commands, call } = world;
    await commands.setUserLimits(call, 'ada', {
      chainId: CHAIN,
      limits: [{ kind: 'transaction', max: '3' }],
    });
    const expiresAt = START + 2 * DAY;
    await commands.overrideLimit(call, 'ada', { chainId: CHAIN, limit: sliding(DAY, '20'), expiresAt });
    const { code, result } = await runJson<{ chains: EffectiveChain[] }>(store, ['effective', 'ada']);
    expect(code).toBe(0);
    expect(
      result.chains.map(({ limits }) => limits.map(({ key, layer, limit }) => [key, layer, limit.max])),
    ).toEqual([
      [
        ['amount/sliding/86400000', 'override', '20'],
        ['amount/transaction', 'user', '3'],
      ],
    ]);
    const { out } = await run(store, ['effective', 'ada']);
    expect(out).toContain('ada, tier retail, at 2026-01-06T09:00:00.000Z');
    expect(out).toMatch(
      /coin .* amount\/sliding\/86400000 .* 20 .* override .* platform 10, tier 8, override 20 until 2026-01-07T09:00:00.000Z/,
    );
  });

  it('says who a machine acts for, and that somebody is unknown', async () => {
    const { store } = await populated();
    expect(await run(store, ['effective', 'bot'])).toEqual({
      code: 2,
      out: '',
      err: 'audit: bot is a machine; it acts for user ada\n',
    });
    expect(await run(store, ['effective', 'bob'])).toMatchObject({
      code: 2,
      err: 'audit: no such user: bob\n',
    });
  });
});

describe('explain', () => {
  it('tells the sentence, the headroom and that it recomputes', async () => {
    const { store } = await populated();
    const { code, out } = await run(store, ['explain', 'ada#9']);
    expect(out).toMatch(
      /^Refused: 5 on coin does not fit into amount\/sliding\/86400000 of the tier \(8\), which has 3 left/,
    );
    expect(out).toMatch(/rests on   events user 8, platform 2, tier retail 2\n/);
    expect(out).toMatch(
      /amount\/sliding\/86400000 .* tier .* 8 .* 5 .* 0 .* 3 .* -2 .* 2026-01-06T10:00:00.000Z/,
    );
    expect(out).toMatch(/Decided again from its events: the same, byte for byte\.\n$/);
    expect(code).toBe(0);
  });

  it('explains what a machine was told, and a budget', async () => {
    const { store } = await populated();
    const ids = (await store.history('user', 'ada')).flatMap(({ type, seq }) =>
      type === 'read.refused' || type === 'read.budgeted' ? [`ada#${seq}`] : [],
    );
    const explained = await Promise.all(ids.map((id) => runJson<Explained>(store, ['explain', id])));
    expect(
      explained.map(({ code, result }) => [code, result.decision.rule, result.decision.machineId]),
    ).toEqual([
      [0, 'limit_exceeded', null],
      [0, 'user_frozen', 'bot'],
      [0, 'machine_frozen', 'bot'],
      [0, 'budget', null],
    ]);
    const { out } = await run(store, ['explain', ids.at(-1) ?? '']);
    expect(out).toMatch(/coin .* 0 .* amount\/sliding\/86400000 of the tier \(9\)/);
  });

  it('says when it cannot be trusted, with exit code 1', async () => {
    const { disk, store } = await populated();
    const index = disk.log.findIndex(({ id, seq }) => id === 'ada' && seq === 2);
    const event = disk.log[index];
    if (event === undefined) throw new Error('no such event');
    disk.log[index] = { ...event, data: event.data.replace('1000', '9000') };
    const { code, out } = await run(store, ['explain', 'ada#9']);
    expect(code).toBe(1);
    expect(out).toMatch(/NOT REPRODUCED: the events before it cannot be trusted, at number 2:/);
  });

  it.each(['ada', 'ada#0', 'ada#1', 'ada#999', 'bob#1'])('knows no decision %s', async (id) => {
    const { store } = await populated();
    expect(await run(store, ['explain', id])).toMatchObject({ code: 2, out: '' });
  });
});

describe('the command line', () => {
  const nowhere = () => Promise.reject(fault('unavailable', { cause: new Error('connection refused') }));
  const terminal = (written: string[], signal = new AbortController().signal) => ({
    out: (text: string) => void written.push(text),
    err: (text: string) => void written.push(text),
    errIsTty: false,
    env: {},
    cwd: '/',
    now: () => 0,
    signal,
  });

  it.each([[['--help']], [['verify', '--help']], [['backtest', '--help']]])(
    'explains itself: %s',
    async (args) => {
      const written: string[] = [];
      expect(await runCli(args, terminal(written), nowhere)).toBe(0);
      expect(written.join('')).toMatch(/^Usage: audit/);
    },
  );

  it.each([
    [['verify']],
    [['nothing']],
    [['backtest', '--store', 'memory:']],
    [['effective', '--store', 'x']],
    [[]],
  ])('refuses %j with exit code 2', async (args) => {
    const written: string[] = [];
    expect(await runCli(args, terminal(written), nowhere)).toBe(2);
    expect(written.join('')).not.toBe('');
  });

  it('says so when the store cannot be reached', async () => {
    const written: string[] = [];
    expect(await runCli(['verify', '--store', 'mongodb://x/y'], terminal(written), nowhere)).toBe(2);
    expect(written).toEqual([
      'audit: the store cannot be read: temporarily unavailable (connection refused)\n',
    ]);
  });

  it('stops when interrupted, with the store closed', async () => {
    const { store } = await populated();
    const interrupted = new AbortController();
    let closed = 0;
    const open = async (): Promise<Store> => ({
      ...store,
      head: async (...args) => {
        interrupted.abort();
        return store.head(...args);
      },
      close: async () => void (closed += 1),
    });
    const written: string[] = [];
    const code = await runCli(['verify', '--store', 'memory:'], terminal(written, interrupted.signal), open);
    expect({ code, closed, written }).toEqual({ code: 130, closed: 1, written: ['audit: interrupted\n'] });
  });

  it.each([[['verify']], [['explain', 'ada#9']]])(
    'hears of the interruption although the store never waits: %j',
    async (args) => {
      const { store } = await populated();
      const interrupted = new AbortController();
      const open = async (): Promise<Store> => {
        setImmediate(() => interrupted.abort());
        return store;
      };
      const code = await runCli([...args, '--store', 'memory:'], terminal([], interrupted.signal), open);
      expect(code).toBe(130);
    },
  );
});

describe('the progress line', () => {
  const watched = (tty: boolean) => {
    let now = 0;
    const written: string[] = [];
    const progress = createProgress({ write: (text) => void written.push(text), tty, now: () => now });
    return { progress, written, at: (ms: number) => void (now = ms) };
  };

  it('is silent for two seconds, then rewrites one line and removes it', () => {
    const { progress, written, at } = watched(true);
    progress.at('1 of 9');
    at(1_999);
    progress.tick();
    expect(written).toEqual([]);
    at(2_000);
    progress.tick();
    progress.at('2 of 9');
    progress.tick();
    progress.end();
    expect(written).toEqual(['\r\x1b[K1 of 9', '\r\x1b[K2 of 9', '\r\x1b[K']);
  });

  it('writes a line every ten seconds where nothing can be rewritten', () => {
    const { progress, written, at } = watched(false);
    progress.at('1 of 9');
    for (const ms of [1_000, 2_000, 3_000, 11_999, 12_000, 13_000]) {
      at(ms);
      progress.tick();
    }
    progress.end();
    expect(written).toEqual(['1 of 9\n', '1 of 9\n']);
  });
});
