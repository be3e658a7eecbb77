import { createAggregates, createCommands } from '@countersign/commands';
import { NO_UPDATE_RULES } from '@countersign/policy';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import { startSuspectSweep } from './suspects';

const cause = { actor: 'test', reason: 'test', requestId: 'r-1' };

async function world() {
  const clock = { now: 1_700_000_000_000 };
  const now = () => clock.now;
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const store = openMemoryStore(createMemoryDisk(), { now });
  const aggregates = createAggregates({ store, now });
  const commands = createCommands({ ...aggregates, store, now, newId, updateRules: NO_UPDATE_RULES });
  const call = () => ({
    cause,
    deadline: clock.now + 1000,
    approval: null,
    once: null,
    expectedRevision: null,
  });
  await commands.enableChain(call(), { chainId: 'a', limits: [{ kind: 'transaction', max: '1' }] });
  await commands.changeSettings(call(), { coolingOffMs: 0, suspectAfterMs: 60_000 });
  await commands.createUser(call(), { uid: 'u', role: 'signer' }, null);
  await commands.addDestination(call(), 'u', { chainId: 'a', address: 'addr', label: '' });
  await commands.pushBalance(call(), 'u', { chainId: 'a', amount: '9', asOf: clock.now });
  const hold = async () => {
    const intent = { kind: 'transfer', chainId: 'a', amount: '1', address: 'addr', tag: null };
    const { referenceId } = await commands.registerPermit(call(), 'u', intent);
    await commands.read(call(), { uid: 'u', referenceId });
    return referenceId;
  };
  return { clock, now, store, commands, call, hold };
}

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
};

it('marks a hold once it has been without news for too long, tells of it, and counts what is open', async () => {
  const { clock, now, store, commands, hold } = await world();
  const warned: object[] = [];
  const sweep = startSuspectSweep({
    store,
    commands,
    now,
    everyMs: 1,
    log: { warn: (fields) => void warned.push(fields) },
  });
  const marked = async () =>
    (await store.history('user', 'u')).filter(({ type }) => type === 'permit.suspected').length;
  await hold();
  clock.now += 30_000;
  await hold();
  await until(() => sweep.seen().open === 2);
  expect([sweep.seen().suspect, await marked()]).toEqual([0, 0]);

  clock.now += 30_000;
  await until(() => sweep.seen().suspect === 1);
  await until(async () => (await marked()) === 1);
  expect(sweep.seen()).toEqual({ open: 2, suspect: 1, oldestSuspectMs: 60_000 });
  expect(warned).toEqual([{ uid: 'u', holds: 1 }]);

  clock.now += 1000;
  await until(() => sweep.seen().oldestSuspectMs === 61_000);
  await sweep.stop();
  expect(await marked()).toBe(1);
  expect(warned).toHaveLength(1);
});

it('goes on after a store that did not answer, and forgets what has ended', async () => {
  const { clock, now, store, commands, call, hold } = await world();
  const referenceId = await hold();
  clock.now += 60_000;
  let failures = 1;
  const failing = {
    get: store.get,
    list: ((...asked: Parameters<typeof store.list>) =>
      failures-- > 0 ? Promise.reject(new Error('gone')) : store.list(...asked)) as typeof store.list,
  };
  const warned: string[] = [];
  const log = { warn: (_: object, message: string) => void warned.push(message) };
  const sweep = startSuspectSweep({ store: failing, commands, now, everyMs: 1, log });
  await until(() => sweep.seen().suspect === 1);
  expect(warned[0]).toContain('will try again');
  await commands.reconcilePermit(call(), 'u', referenceId, 'released');
  await until(() => sweep.seen().open === 0);
  expect(sweep.seen()).toEqual({ open: 0, suspect: 0, oldestSuspectMs: 0 });
  await sweep.stop();
});
