/** An engine dies at any step of proposing, approving or applying; another one sees to what is due. */
import {
  createMemoryDisk,
  memorySteps,
  openMemoryStore,
  receiptSteps,
  type MemoryDisk,
} from '@countersign/store/testing';
import type { MemoryStep } from '@countersign/store/testing';
import { OUTDATED, policyText, documentOf } from '@countersign/policy';
import {
  FAR,
  ann,
  bob,
  capOf,
  createChangesEngine,
  eventsOf,
  propose,
  upTo,
  withOfficers,
  type ChangesEngine,
} from './changes-world';
import { CHAIN, DAY, HOUR, START, codeOf, onDisk, perDay } from './world';

class Died extends Error {}

/** An engine whose first `steps` steps of that kind succeed; from then on it is dead and every step fails. */
function mortal(disk: MemoryDisk, step: MemoryStep, steps: number): ChangesEngine {
  let seen = 0;
  const onStep = (at: MemoryStep): void => {
    if (at === step) seen += 1;
    if (seen > steps) throw new Died();
  };
  return createChangesEngine(openMemoryStore(disk, { now: () => START }, { onStep }));
}

async function populated(): Promise<{ disk: MemoryDisk; engine: ChangesEngine }> {
  const disk = createMemoryDisk();
  const engine = createChangesEngine(onDisk(disk));
  await withOfficers(engine);
  return { disk, engine };
}

const steps = [...memorySteps, ...receiptSteps].flatMap((step) =>
  [0, 1, 2, 3].map((before) => [step, before] as const),
);

describe.each(steps)('an engine that dies %s, after %d of them', (step, before) => {
  it('has applied an approved change once when another one has looked', async () => {
    const { disk, engine } = await populated();
    const changeId = await propose(engine);
    await mortal(disk, step, before)
      .proposed.approve(bob, changeId)
      .catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
    const other = createChangesEngine(onDisk(disk));
    if ((await other.change(changeId)).approvals.length === 0) await other.proposed.approve(bob, changeId);
    // An attempt that may be on its way is waited for.
    other.goTo(HOUR);
    await other.proposed.carryOn(changeId, FAR);
    expect((await other.change(changeId)).ending).toMatchObject({ outcome: 'applied' });
    expect(capOf(await other.ada())).toBe('8');
    const history = await other.store.history('user', 'ada');
    expect(history.filter(({ requestId }) => requestId.startsWith(`change:${changeId}`))).toHaveLength(1);
  });
});

/** Applied, and dead before the change was marked: approved, begun, limits set, marked are commits 1 to 4. */
async function unmarked(): Promise<{ disk: MemoryDisk; changeId: string }> {
  const { disk, engine } = await populated();
  const changeId = await propose(engine);
  await mortal(disk, 'before commit', 3).proposed.approve(bob, changeId);
  expect(capOf(await engine.ada())).toBe('8');
  expect((await engine.change(changeId)).ending).toBeNull();
  return { disk, changeId };
}

it('a change that was applied is marked so, also after its lifetime and after the policy has changed again', async () => {
  const { disk, changeId } = await unmarked();
  // The key that it was applied under is long forgotten.
  const other = createChangesEngine(openMemoryStore(disk, { now: () => START + 10 * DAY }));
  await other.commands.setUserLimits(ann, 'ada', upTo('2'));
  other.goTo(10 * DAY);
  expect(await codeOf(other.proposed.reject(ann, changeId))).toBe('conflict');
  expect(await other.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'applied' });
  expect(capOf(await other.ada())).toBe('2');
});

it('what has begun and is not done does not move anybody to a tier that has changed', async () => {
  const { disk, engine } = await populated();
  await engine.commands.createTier(ann, 'gold', { rearmMs: HOUR });
  await engine.commands.setTierLimits(ann, 'retail', upTo('2'));
  const changeId = await propose(engine, { tier: 'gold' }, 'updateUser');
  await mortal(disk, 'before commit', 2).proposed.approve(bob, changeId);
  expect((await engine.change(changeId)).applying).not.toBeNull();
  await engine.commands.changeTier(ann, 'gold', { rearmMs: DAY });
  engine.goTo(HOUR);
  expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'failed' });
  expect(await engine.change(changeId)).toMatchObject({ ending: { failure: OUTDATED } });
  expect((await engine.ada()).tier).toBe('retail');
});

it('a change is tried again while the store is away', async () => {
  const { disk, engine } = await populated();
  const changeId = await propose(engine);
  const { state } = await mortal(disk, 'before commit', 2).proposed.approve(bob, changeId);
  expect(state.ending).toBeNull();
  const dead = mortal(disk, 'before commit', 0);
  expect(await dead.proposed.carryOn(changeId, FAR)).toMatchObject({
    ended: null,
    problem: expect.any(Died),
  });
  engine.goTo(HOUR);
  expect(await engine.proposed.carryOn(changeId, FAR)).toMatchObject({ ended: 'applied' });
});

describe('a publication that loosens', () => {
  const document = policyText(
    documentOf({
      platform: undefined,
      tiers: [],
    }),
  );

  async function drafted(engine: ChangesEngine, max: string): Promise<number> {
    const text = JSON.stringify({
      ...(JSON.parse(document) as object),
      chains: [
        { chainId: CHAIN, limits: [perDay(max)] },
        { chainId: 'other', limits: [perDay('1')] },
      ],
      settings: {
        ...(JSON.parse(document) as { settings: object }).settings,
        loosening: 'approved',
        coolingOffMs: 0,
      },
      tiers: [{ tierId: 'retail', mode: 'permit', coolingOffMs: 0, rearmMs: 0, limits: [] }],
    });
    return (await engine.commands.draftPolicy(ann, text)).version;
  }

  it('is refused directly, and put in force once a second person approves', async () => {
    const { engine } = await populated();
    const version = await drafted(engine, '20');
    expect(await codeOf(engine.commands.publishPolicy(ann, version))).toBe('forbidden');
    const changeId = await propose(engine, { version }, 'publishPolicy');
    const { effect, loosenings } = await engine.change(changeId);
    expect(loosenings).toHaveLength(2);
    expect(effect).toMatchObject({ limits: [{ chainId: CHAIN }, { chainId: 'other' }] });
    expect((await engine.proposed.approve(bob, changeId)).state.ending).toMatchObject({ outcome: 'applied' });
    expect(await eventsOf(engine.store, 'policy.published')).toBe(1);
  });

  it.each([3, 4, 5, 6, 7])('is finished by another engine when one dies at commit %d', async (before) => {
    const { disk, engine } = await populated();
    const changeId = await propose(engine, { version: await drafted(engine, '20') }, 'publishPolicy');
    await mortal(disk, 'before commit', before).proposed.approve(bob, changeId);
    engine.goTo(HOUR);
    await engine.proposed.carryOn(changeId, FAR);
    expect((await engine.change(changeId)).ending).toMatchObject({ outcome: 'applied' });
    expect(await eventsOf(engine.store, 'policy.published')).toBe(1);
  });

  it('is not approved on another policy, and fails when it is due on one', async () => {
    const { engine } = await populated();
    const outdated = await propose(engine, { version: await drafted(engine, '20') }, 'publishPolicy');
    await engine.commands.setTierLimits(ann, 'retail', upTo('9'));
    expect(await codeOf(engine.proposed.approve(bob, outdated))).toBe('conflict');

    await engine.commands.changeSettings(ann, { looseningDelayMs: HOUR });
    const waiting = await propose(engine, { version: await drafted(engine, '20') }, 'publishPolicy');
    await engine.proposed.approve(bob, waiting);
    await engine.commands.setTierLimits(ann, 'retail', upTo('8'));
    engine.goTo(HOUR);
    expect(await engine.proposed.carryOn(waiting, FAR)).toMatchObject({ ended: 'failed' });
    expect(await eventsOf(engine.store, 'policy.published')).toBe(0);
  });
});
