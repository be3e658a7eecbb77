import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@countersign/commands';
import type { Store } from '@countersign/store';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import type { BacktestReport } from '../src/backtest-store';
import { run, runJson } from './run';
import {
  CHAIN,
  DAY,
  HOUR,
  START,
  addUser,
  createWorld,
  sliding,
  withHistory,
  withOneUser,
  type World,
} from './world';

type Result = BacktestReport & { readonly outcomes: readonly Outcome[] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-draft-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function draftFile(draft: unknown): Promise<string> {
  const path = join(folder, 'draft.json');
  await writeFile(path, typeof draft === 'string' ? draft : JSON.stringify(draft));
  return path;
}

async function tried(store: Store, draft: unknown, ...args: readonly string[]) {
  const { code, result, err } = await runJson<Result>(store, [
    'backtest',
    '--draft',
    await draftFile(draft),
    ...args,
  ]);
  return { code, err, ...result };
}

const fresh = (): { store: Store; world: World } => {
  const store = openMemoryStore(createMemoryDisk(), { now: Date.now });
  return { store, world: createWorld(store) };
};

const platformOf = (...limits: readonly object[]) => ({ platform: { chains: [{ chainId: CHAIN, limits }] } });
const retail = (...limits: readonly object[]) => ({
  tiers: { retail: { limits: [{ chainId: CHAIN, limits }] } },
});

const brief = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ uid, asked, change, would }) => [
    uid,
    asked?.amount,
    change,
    would.rule,
    ...(would.binding === null ? [] : [`${would.binding.layer} ${would.binding.max}`]),
  ]);

describe('under the policy that is in force', () => {
  it('answers a history of one policy as it was answered, the policy named in full', async () => {
    const { store, world } = fresh();
    await withOneUser(world);
    for (const hour of [1, 2, 3, 26]) {
      world.at(hour * HOUR);
      const { id, granted } = await world.ask('ada', '3');
      if (granted) await world.settle('ada', id);
    }
    const draft = { ...platformOf(sliding(DAY, '10')), ...retail(sliding(DAY, '8')) };
    expect(await tried(store, draft)).toMatchObject({
      code: 0,
      decisions: 4,
      users: 1,
      outcomes: [],
      unusable: [],
    });
  });

  it('answers every kind of decision as it was, whatever changed in between, where the draft says nothing', async () => {
    const { store, world } = fresh();
    await withHistory(world);
    // Nobody is in this tier, so what it says concerns no decision.
    const draft = { tiers: { nobody: { limits: [] } } };
    expect(await tried(store, draft)).toMatchObject({ code: 0, decisions: 6, outcomes: [], totals: [] });
  });
});

describe('under a tighter daily cap', () => {
  /** 3, 3 and 2 within 8 a day, all granted and carried out; then 1, refused. */
  async function aDay(world: World): Promise<void> {
    await withOneUser(world);
    for (const [hour, amount] of [
      [1, '3'],
      [2, '3'],
      [3, '2'],
    ] as const) {
      world.at(hour * HOUR);
      const { id, granted } = await world.ask('ada', amount);
      expect(granted).toBe(true);
      await world.settle('ada', id);
    }
    world.at(4 * HOUR);
    expect(await world.ask('ada', '1')).toMatchObject({ granted: false });
  }

  it('lists exactly who would have been refused, and what then would have fitted', async () => {
    const { store, world } = fresh();
    await aDay(world);
    const { code, outcomes, totals, refused, allowed } = await tried(store, retail(sliding(DAY, '5')));
    // The second 3 does not fit into 5, so the 2 does, and uses it up: the 1 is refused by both.
    expect(brief(outcomes)).toEqual([['ada', '3', 'refused', 'limit_exceeded', 'tier 5']]);
    expect({ code, refused, allowed }).toEqual({ code: 1, refused: 1, allowed: 0 });
    expect(totals).toEqual([
      { chainId: CHAIN, by: 'amount/sliding/86400000', layer: 'tier retail', count: 1, amount: '3' },
    ]);
    expect(outcomes[0]).toMatchObject({ at: START + 2 * HOUR, was: { rule: 'granted' } });
  });

  it('lists what is allowed because something before it was refused', async () => {
    const { store, world } = fresh();
    await aDay(world);
    const { outcomes, allowed } = await tried(
      store,
      retail({ kind: 'transaction', max: '2' }, sliding(DAY, '8')),
    );
    expect(brief(outcomes)).toEqual([
      ['ada', '3', 'refused', 'limit_exceeded', 'tier 2'],
      ['ada', '3', 'refused', 'limit_exceeded', 'tier 2'],
      ['ada', '1', 'allowed', 'granted', 'tier 2'],
    ]);
    expect(allowed).toBe(1);
  });

  it('puts the draft in force at --since and ends at --until', async () => {
    const { store, world } = fresh();
    await aDay(world);
    const draft = retail(sliding(DAY, '5'));
    const since = await tried(store, draft, '--since', '2026-01-05T11:30:00Z');
    // Both 3s happened, which leaves nothing for the 2.
    expect(brief(since.outcomes)).toEqual([['ada', '2', 'refused', 'limit_exceeded', 'tier 5']]);
    expect(since.decisions).toBe(2);
    const until = await tried(store, draft, '--until', '2026-01-05T11:00:00Z');
    expect(until).toMatchObject({ code: 0, outcomes: [], decisions: 1 });
  });

  it('counts each user by itself, and adds up per limit', async () => {
    const { store, world } = fresh();
    await aDay(world);
    await addUser(world, 'eve');
    await world.ask('eve', '5.50');
    await world.ask('eve', '0.25');
    const { totals, users } = await tried(store, platformOf(sliding(DAY, '5')));
    expect(users).toBe(2);
    expect(totals).toEqual([
      { chainId: CHAIN, by: 'amount/sliding/86400000', layer: 'platform', count: 2, amount: '8.5' },
    ]);
  });

  it('says it in a table too', async () => {
    const { store, world } = fresh();
    await aDay(world);
    const { code, out } = await run(store, [
      'backtest',
      '--draft',
      await draftFile(retail(sliding(DAY, '5'))),
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /2026-01-05T11:00:00.000Z .* ada .* 3 coin .* refused .* amount\/sliding\/86400000 \(5\) .* tier retail/,
    );
    expect(out).toMatch(
      /4 decisions of 1 users: 1 would have been refused, 0 allowed, 0 answered otherwise\n$/,
    );
  });
});

describe('under a wider policy', () => {
  it('takes what it would have allowed for carried out, and counts it no longer than that', async () => {
    const { store, world } = fresh();
    await withOneUser(world);
    world.at(HOUR);
    expect(await world.ask('ada', '9')).toMatchObject({ granted: false });
    world.at(2 * HOUR);
    expect(await world.ask('ada', '8')).toMatchObject({ granted: true });
    world.at(30 * HOUR);
    expect(await world.ask('ada', '8')).toMatchObject({ granted: false }); // the 8 is still held
    const { outcomes } = await tried(store, {
      ...platformOf(sliding(DAY, '10')),
      ...retail(sliding(DAY, '10')),
    });
    expect(brief(outcomes)).toEqual([
      ['ada', '9', 'allowed', 'granted', 'platform 10'],
      ['ada', '8', 'refused', 'limit_exceeded', 'platform 10'],
      ['ada', '8', 'allowed', 'granted', 'platform 10'], // a day later the 9 has left the window
    ]);
  });

  it("leaves to history's own word what history granted later", async () => {
    const { store, world } = fresh();
    const { commands, call } = world;
    await withOneUser(world);
    await commands.freezeUser(call, 'ada', true);
    await commands.freezeUser(call, 'ada', false);
    const { referenceId } = await commands.registerPermit(call, 'ada', {
      kind: 'transfer',
      chainId: CHAIN,
      amount: '9',
      address: 'somewhere',
      tag: null,
    });
    await commands.read(call, { uid: 'ada', referenceId }); // refused, the draft allows it
    await commands.setTierLimits(call, 'retail', { chainId: CHAIN, limits: [sliding(DAY, '9')] });
    await commands.read(call, { uid: 'ada', referenceId }); // granted
    await commands.releasePermit(call, 'ada', referenceId);
    world.at(HOUR);
    expect(await world.ask('ada', '9')).toMatchObject({ granted: true });
    const { outcomes } = await tried(store, retail(sliding(DAY, '9')));
    expect(brief(outcomes)).toEqual([['ada', '9', 'allowed', 'granted', 'tier 9']]);
  });

  it('leaves freezes as they were', async () => {
    const { store, world } = fresh();
    const { commands, call } = world;
    await withOneUser(world);
    expect(await world.ask('ada', '1')).toMatchObject({ granted: true });
    await commands.freezeChain(call, CHAIN, true);
    expect(await world.ask('ada', '1')).toMatchObject({ granted: false });
    await commands.freezePlatform(call, true);
    await commands.freezeTier(call, 'retail', true);
    const draft = { ...platformOf(sliding(DAY, '20')), ...retail(sliding(DAY, '20')) };
    // Granted before any freeze, refused by the chain's: as it was, though by now everything is frozen.
    expect(await tried(store, draft)).toMatchObject({ code: 0, decisions: 2, outcomes: [] });
  });
});

describe('under a limit of a kind history never had', () => {
  async function settledOnce(world: World): Promise<void> {
    await withOneUser(world);
    world.at(HOUR);
    await world.settle('ada', (await world.ask('ada', '1')).id);
    await world.settle('ada', (await world.ask('ada', '1', 'elsewhere')).id);
    world.at(2 * HOUR);
    await world.ask('ada', '1');
  }

  it('counts each destination by itself', async () => {
    const { store, world } = fresh();
    await settledOnce(world);
    const draft = retail({ kind: 'lifetime', max: '1', perDestination: true });
    expect(brief((await tried(store, draft)).outcomes)).toEqual([
      ['ada', '1', 'refused', 'limit_exceeded', 'tier 1'],
    ]);
  });

  it('counts operations of a calendar day', async () => {
    const { store, world } = fresh();
    await settledOnce(world);
    const draft = retail({
      kind: 'calendar',
      unit: 'day',
      zone: 'Europe/Berlin',
      measure: 'count',
      max: '2',
    });
    expect(brief((await tried(store, draft)).outcomes)).toEqual([
      ['ada', '1', 'refused', 'limit_exceeded', 'tier 2'],
    ]);
  });
});

describe('budget mode', () => {
  it('lists another budget as another answer, and a refusal for want of a permit', async () => {
    const { store, world } = fresh();
    const { commands, call } = world;
    await withOneUser(world);
    await commands.changeTier(call, 'retail', { mode: 'budget' });
    await commands.read(call, { uid: 'ada', referenceId: '' });
    const narrower = await tried(store, retail(sliding(DAY, '5')));
    expect(narrower).toMatchObject({ code: 1, refused: 0, allowed: 0, otherAnswers: 1 });
    expect(narrower.outcomes[0]?.would.budget).toMatchObject([{ chainId: CHAIN, limit: '5' }]);
    const permits = await tried(store, { tiers: { retail: { mode: 'permit' } } });
    expect(brief(permits.outcomes)).toEqual([['ada', undefined, 'refused', 'no_reference']]);
    expect(permits.totals).toEqual([
      { chainId: null, by: 'no_reference', layer: null, count: 1, amount: '0' },
    ]);
  });
});

describe('a draft that cannot be', () => {
  it.each([
    ['{', /the draft is not JSON/],
    [{}, /draft: has neither platform nor tiers/],
    [{ plattform: {} }, /draft\.plattform: is not known/],
    [{ platform: { chain: [] } }, /platform\.chain: is not known/],
    [platformOf(), /platform\.chains\[0\]: limits: an enabled chain must have at least one limit/],
    [
      platformOf({ kind: 'sliding', ms: 5, max: '1' }),
      /platform\.chains\[0\]: limits\.0\.ms: must be at least a minute/,
    ],
    [
      platformOf(sliding(DAY, '2'), sliding(7 * DAY, '1')),
      /allows 2, more than amount\/sliding\/604800000 with 1/,
    ],
    [retail({ kind: 'lifetime', max: '-1' }), /tiers\.retail\.limits\[0\]: limits\.0\.max/],
    [
      { platform: { settings: { coolingOffMs: -1 } } },
      /platform\.settings: coolingOffMs: must be at least 0/,
    ],
    [{ tiers: { retail: { frozen: true } } }, /tiers\.retail: input: Unrecognized key: "frozen"/],
    [{ tiers: { 'no good': {} } }, /tiers\.no good: tierId: must be/],
    [{ tiers: { retail: { limits: {} } } }, /tiers\.retail\.limits: must be a list/],
    [
      {
        platform: { chains: [1, 2].map((max) => ({ chainId: CHAIN, limits: [sliding(DAY, String(max))] })) },
      },
      /platform\.chains\[1\]\.chainId: is given twice/,
    ],
  ])('is refused with exit code 2: %j', async (draft, message) => {
    const { store, world } = fresh();
    await withOneUser(world);
    const { code, out, err } = await run(store, ['backtest', '--draft', await draftFile(draft)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    [['--since', 'yesterday'], /--since: must be like/],
    [['--since', '2026-02-01', '--until', '2026-01-01'], /--since: must lie before --until/],
  ])('nor a period %j', async (args, message) => {
    const { store, world } = fresh();
    await withOneUser(world);
    const { code, err } = await run(store, ['backtest', '--draft', await draftFile(retail()), ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('says what of it a replay cannot show', async () => {
    const { store, world } = fresh();
    await withOneUser(world);
    const draft = { platform: { settings: { coolingOffMs: HOUR } }, tiers: { retail: { rearmMs: HOUR } } };
    const { err } = await tried(store, draft);
    expect(err).toMatch(/platform\.settings\.coolingOffMs is not replayed/);
    expect(err).toMatch(/tiers\.retail\.rearmMs is not replayed/);
  });
});

it('says which user could not be replayed to its end', async () => {
  const disk = createMemoryDisk();
  const store = openMemoryStore(disk, { now: Date.now });
  await withHistory(createWorld(store));
  disk.tables.user.records.get('ada')?.positions.splice(6, 1);
  const { code, unusable } = await tried(store, retail());
  expect(code).toBe(1);
  expect(unusable).toEqual([{ uid: 'ada', message: 'its chain is broken at event 7 (missing): run verify' }]);
});
