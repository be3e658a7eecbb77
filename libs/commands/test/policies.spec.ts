/**
 * Versions of the policy document: drafted, published, gone back to. A publication is many commits, so it is
 * interrupted here before and after every one of them, overtaken, and met by other changes on its way.
 */
import {
  DEFAULT_SETTINGS,
  documentOf,
  policyText,
  policyVersionId,
  policyVersionStatus,
  type PolicyVersion,
  type Publication,
} from '@countersign/policy';
import { verifyHistory, type Store } from '@countersign/store';
import {
  createMemoryDisk,
  memorySteps,
  openMemoryStore,
  type MemoryDisk,
  type MemoryStep,
} from '@countersign/store/testing';
import { createAggregates, fetchPolicy, lastVersion, type ChangeCall } from '../src';
import { START, call, callOf, codeOf, createEngine, databases, onDisk, type Database } from './world';

const transaction = (max: string) => ({ kind: 'transaction', max });
const perHour = (max: string) => ({ kind: 'sliding', ms: 3_600_000, max });

interface Given {
  readonly chains?: Readonly<Record<string, readonly object[]>>;
  readonly settings?: object;
  readonly tiers?: Readonly<Record<string, { readonly mode?: string; readonly gold?: readonly object[] }>>;
}

const textOf = ({ chains = {}, settings = {}, tiers = {} }: Given): string =>
  JSON.stringify({
    chains: Object.entries(chains).map(([chainId, limits]) => ({ chainId, family: 'exact', limits })),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    tiers: Object.entries(tiers).map(([tierId, { mode = 'permit', gold = [] }]) => ({
      tierId,
      mode,
      coolingOffMs: 0,
      rearmMs: 0,
      limits: [{ chainId: 'gold', limits: gold }],
    })),
  });

/** Everything in it differs from the next one, in both directions. */
const first = textOf({
  chains: { gold: [transaction('5')], silver: [transaction('5')] },
  settings: { coolingOffMs: 1000, suspectAfterMs: 5000 },
  tiers: { basic: { mode: 'budget', gold: [transaction('4')] } },
});
const second = textOf({
  chains: { gold: [transaction('6'), perHour('9')], copper: [transaction('1')] },
  settings: { coolingOffMs: 2000, suspectAfterMs: 9000 },
  tiers: { basic: { gold: [perHour('3')] }, vip: { gold: [transaction('2')] } },
});
/** Of the first one, only less. */
const tighter = textOf({
  chains: { gold: [transaction('1')] },
  settings: { coolingOffMs: 9000, suspectAfterMs: 1000 },
  tiers: { basic: { gold: [transaction('1')] } },
});

const keyed = (name: string, base: ChangeCall = call): ChangeCall => ({
  ...base,
  once: { name, inputs: name },
});

async function inForce(store: Store): Promise<string> {
  const aggregates = createAggregates({ store, now: () => START });
  const seen = await fetchPolicy({ ...aggregates, store }, call.deadline);
  return policyText(documentOf(seen.inForce));
}

/** The one text of a document, as a version keeps it. */
async function kept(store: Store, version: number): Promise<string> {
  const stored = await store.get<PolicyVersion>('policy', policyVersionId(version));
  return stored?.state.document ?? '';
}

async function statuses(store: Store): Promise<readonly string[]> {
  const publication = await store.get<Publication>('policy', 'current');
  const versions = await store.list<PolicyVersion>('policy', { after: 'p', limit: 100 });
  return versions.map(({ state }) => policyVersionStatus(state, publication?.state));
}

const eventsOf = async (store: Store) =>
  (await store.events({ after: 0, limit: 1000 })).map(({ type }) => type);

/** A first version in force and a second one drafted. */
async function drafted(store: Store, texts: readonly string[] = [second]): Promise<void> {
  const { commands } = createEngine(store);
  await commands.draftPolicy(call, first);
  await commands.publishPolicy(call, 1);
  for (const text of texts) await commands.draftPolicy(call, text);
}

describe.each(databases)('versions %s', (_, create) => {
  let database: Database;
  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.dispose());

  it('are numbered from 1, also when several are drafted at once', async () => {
    const engines = [createEngine(await database.open()), createEngine(await database.open())];
    const { policies } = createAggregates({ store: await database.open(), now: () => START });
    expect(await lastVersion({ policies }, call.deadline)).toBe(0);
    const made = await Promise.all([0, 1, 0, 1, 0].map((i) => engines[i]?.commands.draftPolicy(call, first)));
    expect(made.map((one) => one?.version).sort()).toEqual([1, 2, 3, 4, 5]);
    for (let last = 5; last <= 9; last += 1) {
      expect(await lastVersion({ policies }, call.deadline)).toBe(last);
      await engines[0]?.commands.draftPolicy(call, first);
    }
  });

  it('are put in force as a whole, and again', async () => {
    const store = await database.open();
    const { commands } = createEngine(store);
    await drafted(store);
    expect(await inForce(store)).toBe(await kept(store, 1));
    expect(await statuses(store)).toEqual(['published', 'draft']);
    await commands.publishPolicy(call, 2);
    expect(await inForce(store)).toBe(await kept(store, 2));
    expect(await statuses(store)).toEqual(['superseded', 'published']);
    // Back to one that knows nothing of a tier made since: that one stays, and everything else is as it was.
    await commands.publishPolicy(call, 1);
    expect(await statuses(store)).toEqual(['published', 'superseded']);
    const back = JSON.parse(await inForce(store)) as {
      readonly tiers: readonly { readonly tierId: string }[];
    };
    const was = JSON.parse(await kept(store, 1)) as typeof back;
    expect({ ...back, tiers: back.tiers.filter(({ tierId }) => tierId !== 'vip') }).toEqual(was);
    const steps = (await store.events({ after: 0, limit: 1000 })).filter(({ kind }) => kind === 'tier');
    expect(steps.at(-1)?.reason).toBe('test (policy version 1)');
  });
});

describe('a draft', () => {
  it('with mistakes is refused with all of them, and one that forgets a tier', async () => {
    const store = onDisk(createMemoryDisk());
    const { commands } = createEngine(store);
    await commands.createTier(call, 'basic', {});
    const draft = commands.draftPolicy(call, textOf({ chains: { gold: [], 'a b': [transaction('x')] } }));
    await expect(draft).rejects.toMatchObject({ code: 'invalid', details: { length: 3 } });
    const forgetful = commands.draftPolicy(call, textOf({}));
    await expect(forgetful).rejects.toMatchObject({
      code: 'invalid',
      details: [expect.stringContaining('basic')],
    });
    expect(await eventsOf(store)).toEqual(['tier.created']);
  });

  it('with a key is made once', async () => {
    const disk = createMemoryDisk();
    const one = await createEngine(onDisk(disk)).commands.draftPolicy(keyed('a'), first);
    await createEngine(onDisk(disk)).commands.draftPolicy(call, first);
    expect(await createEngine(onDisk(disk)).commands.draftPolicy(keyed('a'), first)).toEqual(one);
    expect(await eventsOf(onDisk(disk))).toEqual(['policy.drafted', 'policy.drafted']);
  });
});

describe('a publication', () => {
  let disk: MemoryDisk;
  let store: Store;
  beforeEach(() => {
    disk = createMemoryDisk();
    store = onDisk(disk);
  });
  const engine = () => createEngine(onDisk(disk));
  const commits = async () => (await eventsOf(store)).length;

  it('of no version, or of another revision than was looked at, is refused', async () => {
    await drafted(store);
    const before = await commits();
    expect(await codeOf(engine().commands.publishPolicy(call, 3))).toBe('not_found');
    expect(await codeOf(engine().commands.publishPolicy(call, 0))).toBe('not_found');
    const other = engine().commands.publishPolicy({ ...call, expectedRevision: 7 }, 2);
    await expect(other).rejects.toMatchObject({ code: 'conflict', revision: 1 });
    expect(await commits()).toBe(before);
    await engine().commands.publishPolicy({ ...call, expectedRevision: 1 }, 2);
    expect(await statuses(store)).toEqual(['superseded', 'published']);
  });

  describe('where a second person is needed', () => {
    beforeEach(async () => {
      await drafted(store, [second, tighter]);
      await engine().commands.changeSettings(call, { loosening: 'approved' });
    });

    it('is refused before anything is changed, with what it loosens', async () => {
      const before = await commits();
      const refused = engine().commands.publishPolicy(call, 2);
      await expect(refused).rejects.toMatchObject({
        code: 'forbidden',
        details: expect.arrayContaining([
          expect.stringContaining('chain gold: amount/transaction is 6 instead of 5'),
        ]),
      });
      expect(await codeOf(engine().commands.publishPolicy(callOf('ann', 'Ann'), 2))).toBe('forbidden');
      expect(await commits()).toBe(before);
    });

    it('is carried out with the approval of one', async () => {
      await engine().commands.publishPolicy(callOf('ann', 'bob'), 2);
      expect(await inForce(store)).toBe(await kept(store, 2));
    });

    it('is refused alone although it only says less, because it also ends that rule', async () => {
      expect(await codeOf(engine().commands.publishPolicy(call, 3))).toBe('forbidden');
    });

    it('that only tightens needs nobody', async () => {
      const rule = JSON.stringify({
        ...(JSON.parse(tighter) as object),
        settings: { ...DEFAULT_SETTINGS, coolingOffMs: 9000, suspectAfterMs: 1000, loosening: 'approved' },
      });
      const { version } = await engine().commands.draftPolicy(call, rule);
      await engine().commands.changeSettings(call, {
        coolingOffMs: 9000,
        suspectAfterMs: 1000,
        rearmMs: 2_592_000_000,
      });
      await engine().commands.publishPolicy(call, version);
      expect(await inForce(store)).toBe(await kept(store, version));
    });
  });

  it('that turns the rule on is judged by the one before, to its end', async () => {
    const rule = JSON.stringify({
      ...(JSON.parse(second) as object),
      settings: { ...DEFAULT_SETTINGS, coolingOffMs: 2000, suspectAfterMs: 9000, loosening: 'approved' },
    });
    await drafted(store, [rule]);
    await engine().commands.publishPolicy(call, 2);
    expect(await inForce(store)).toBe(await kept(store, 2));
  });

  describe('with a key', () => {
    it('is made once, whatever was published and ruled since', async () => {
      await drafted(store);
      const done = await engine().commands.publishPolicy(keyed('k'), 2);
      for (const version of [1, 2, 1]) await engine().commands.publishPolicy(call, version);
      await engine().commands.changeSettings(call, { loosening: 'approved' });
      const before = await commits();
      expect(await engine().commands.publishPolicy(keyed('k'), 2)).toEqual(done);
      expect(await commits()).toBe(before);
      expect(await statuses(store)).toEqual(['published', 'superseded']);
    });
  });

  it('plans anew where others change something on its way: their limit holds until the last loosening', async () => {
    await drafted(store);
    await engine().commands.publishPolicy(call, 2);
    const alone = await commits();
    await engine().commands.publishPolicy(call, 1);
    const { commands } = engine();
    // All but the first and the last two are steps; before each of them somebody else is quicker.
    for (let nth = 2; nth <= alone - 8; nth += 1) {
      const max = `0.0${nth}`;
      let made = 0;
      const onStep = async (step: MemoryStep) => {
        if (step !== 'before commit' || (made += 1) !== nth) return;
        await commands.enableChain(call, { chainId: 'gold', limits: [transaction(max)] });
        await commands.setTierLimits(call, 'basic', { chainId: 'gold', limits: [transaction(max)] });
      };
      const before = await commits();
      const busy = openMemoryStore(disk, { now: () => START }, { onStep });
      await createEngine(busy).commands.publishPolicy(call, 2);
      const isLate = made < nth + 2;
      if (isLate) break;
      expect(await inForce(store)).toBe(await kept(store, 2));
      const events = await store.events({ after: before, limit: 1000 });
      const theirs = events.findIndex(({ type, reason }) => type === 'chain.enabled' && reason === 'test');
      const next = events.find(
        ({ type, data }, i) =>
          i > theirs && type === 'chain.enabled' && (data as { chainId: string }).chainId === 'gold',
      );
      const { limits } = next?.data as { readonly limits: readonly { kind: string; max: string }[] };
      expect(limits.find(({ kind }) => kind === 'transaction')?.max).toBe(max);
      await commands.publishPolicy(call, 1);
    }
  });

  it('that is overtaken while it is interrupted does not go on by itself, but can be made anew', async () => {
    await drafted(store, [second, tighter]);
    const mortal = engineThatDies(disk, 'after commit', 3);
    await expect(mortal.commands.publishPolicy(keyed('k'), 2)).rejects.toThrow(Died);
    expect(await statuses(store)).toEqual(['published', 'publishing', 'draft']);
    await engine().commands.publishPolicy(call, 3);
    expect(await statuses(store)).toEqual(['superseded', 'draft', 'published']);
    const before = await commits();
    expect(await codeOf(engine().commands.publishPolicy(keyed('k'), 2))).toBe('conflict');
    expect(await commits()).toBe(before);
    await engine().commands.publishPolicy(keyed('another'), 2);
    expect(await inForce(store)).toBe(await kept(store, 2));
  });

  it('that is overtaken between two steps stops', async () => {
    await drafted(store, [second, tighter]);
    let made = 0;
    const slow = openMemoryStore(
      disk,
      { now: () => START },
      {
        onStep: async (step) => {
          if (step === 'after commit' && (made += 1) === 3) await engine().commands.publishPolicy(call, 3);
        },
      },
    );
    expect(await codeOf(createEngine(slow).commands.publishPolicy(call, 2))).toBe('conflict');
    expect(await statuses(store)).toEqual(['superseded', 'draft', 'published']);
  });

  it('by several at once is one', async () => {
    await drafted(store);
    const all = Array.from({ length: 4 }, () => engine().commands.publishPolicy(call, 2));
    await Promise.all(all);
    expect(await inForce(store)).toBe(await kept(store, 2));
    const started = (await eventsOf(store)).filter((type) => type === 'publication.started');
    expect(started).toHaveLength(2);
    expect(await verifyHistory(store, 'policy', 'current')).toBeUndefined();
  });
});

class Died extends Error {}

/** Dies at `step` of its commit number `nth`, counted from 1. */
function engineThatDies(disk: MemoryDisk, step: MemoryStep, nth: number) {
  let made = 0;
  const onStep = (at: MemoryStep): void => {
    if (at === 'before commit') made += 1;
    if (at === step && made === nth) throw new Died();
  };
  return createEngine(openMemoryStore(disk, { now: () => START }, { onStep }));
}

describe.each(memorySteps)('an engine that dies %s any commit of a publication', (step) => {
  let wanted: readonly string[];
  beforeAll(async () => {
    const store = onDisk(createMemoryDisk());
    await drafted(store);
    await createEngine(store).commands.publishPolicy(call, 2);
    wanted = await eventsOf(store);
  });

  /** Every store it left behind, after the call was made again. */
  async function* remains(callFor: (nth: number) => ChangeCall): AsyncGenerator<Store> {
    for (let nth = 1; ; nth += 1) {
      const disk = createMemoryDisk();
      await drafted(onDisk(disk));
      const mortal = engineThatDies(disk, step, nth);
      const outcome = await mortal.commands.publishPolicy(callFor(nth), 2).catch((error: unknown) => error);
      if (!(outcome instanceof Died)) return;
      const store = onDisk(disk);
      await createEngine(store).commands.publishPolicy(callFor(nth), 2);
      yield store;
    }
  }

  it('has made it once when the same call comes again', async () => {
    let died = 0;
    for await (const store of remains((nth) => keyed(`k-${nth}`))) {
      died += 1;
      expect(await eventsOf(store)).toEqual(wanted);
      expect(await inForce(store)).toBe(await kept(store, 2));
      expect(await statuses(store)).toEqual(['superseded', 'published']);
    }
    const before = await (async () => {
      const store = onDisk(createMemoryDisk());
      await drafted(store);
      return eventsOf(store);
    })();
    expect(died).toBe(wanted.length - before.length);
  });

  it('has changed nothing twice when it is published by a new call', async () => {
    for await (const store of remains(() => call)) {
      expect(policyEvents(await eventsOf(store))).toEqual(policyEvents(wanted));
      expect(await inForce(store)).toBe(await kept(store, 2));
      expect(await statuses(store)).toEqual(['superseded', 'published']);
    }
  });
});

/** What changed anything that is in force, in order. */
const policyEvents = (types: readonly string[]): readonly string[] =>
  types.filter((type) => !type.startsWith('publication.') && !type.startsWith('policy.'));
