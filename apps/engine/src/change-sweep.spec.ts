import { randomUUID } from 'node:crypto';
import { createAggregates, createCommands, createProposedChanges } from '@countersign/commands';
import { NO_UPDATE_RULES, fault, type ProposedChange } from '@countersign/policy';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import { startChangeSweep } from './change-sweep';

const HOUR = 3_600_000;

async function world() {
  const clock = { now: 1_700_000_000_000 };
  const now = () => clock.now;
  const store = openMemoryStore(createMemoryDisk(), { now });
  const deps = {
    ...createAggregates({ store, now }),
    store,
    now,
    newId: randomUUID,
    updateRules: NO_UPDATE_RULES,
  };
  const commands = createCommands(deps);
  const proposedChanges = createProposedChanges({
    ...deps,
    commands,
    methods: {
      changeSettings: (all, as, request) => all.changeSettings(as, request),
    },
  });
  const callAs = (actor: string) => ({
    cause: { actor, reason: 'test', requestId: 'r-1' },
    deadline: clock.now + 10 * HOUR,
    approval: null,
    once: null,
    expectedRevision: null,
  });
  await commands.changeSettings(callAs('ann'), { looseningDelayMs: HOUR, approvalLifetimeMs: HOUR });
  const propose = async (coolingOffMs: number) =>
    (await proposedChanges.propose(callAs('ann'), 'changeSettings', { coolingOffMs })).id;
  const endingOf = async (id: string) =>
    (await store.get<ProposedChange>('change', id))?.state.ending?.outcome ?? null;
  return { clock, now, store, commands, proposedChanges, callAs, propose, endingOf };
}

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
};

it('applies what is due, and leaves what is not', async () => {
  const { clock, propose, endingOf, ...deps } = await world();
  const first = await propose(1000);
  clock.now += HOUR / 2;
  const second = await propose(2000);
  const sweep = startChangeSweep({ ...deps, everyMs: 1, log: { warn: () => undefined } });
  await until(() => sweep.pending() === 2);
  expect([await endingOf(first), await endingOf(second)]).toEqual([null, null]);
  clock.now += HOUR / 2;
  await until(async () => (await endingOf(first)) !== null);
  expect([await endingOf(first), await endingOf(second)]).toEqual(['applied', null]);
  await until(() => sweep.pending() === 1);
  await sweep.stop();
});

it('ends what has expired', async () => {
  const { clock, propose, endingOf, commands, callAs, ...deps } = await world();
  await commands.changeSettings(callAs('ann'), { loosening: 'approved' });
  const changeId = await propose(1000);
  const sweep = startChangeSweep({ ...deps, everyMs: 1, log: { warn: () => undefined } });
  clock.now += 2 * HOUR;
  await until(async () => (await endingOf(changeId)) !== null);
  await until(() => sweep.pending() === 0);
  await sweep.stop();
  expect(await endingOf(changeId)).toBe('expired');
});

it('tells of what it could not do, goes on with the others, and tries again', async () => {
  const { clock, propose, endingOf, proposedChanges, ...deps } = await world();
  const [first, second] = [await propose(1000), await propose(2000)];
  clock.now += HOUR;
  let failures = 2;
  const carryOn: typeof proposedChanges.carryOn = (id, deadline) => {
    if (id === first && failures-- > 0) throw fault('unavailable');
    return proposedChanges.carryOn(id, deadline);
  };
  const warned: object[] = [];
  const sweep = startChangeSweep({
    ...deps,
    proposedChanges: { carryOn },
    everyMs: 1,
    log: { warn: (fields) => void warned.push(fields) },
  });
  await until(async () => (await endingOf(first)) !== null);
  await sweep.stop();
  // The second one came first, and what the first one changes is no longer as it was.
  expect([await endingOf(second), await endingOf(first)]).toEqual(['applied', 'failed']);
  expect(warned).toEqual([
    { changeId: first, error: expect.stringContaining('unavailable') },
    { changeId: first, error: expect.stringContaining('unavailable') },
  ]);
});
