import { fault } from '@countersign/policy';
import { callBy, evidenceWorld } from '../test/evidence-world';
import { startCheckpointSchedule } from './checkpoint-schedule';
import type { Notary } from './notary';

const EVERY_MS = 2;

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

const start = (notary: Pick<Notary, 'last' | 'makeIfNews'>, now: () => number) => {
  const counted: string[] = [];
  const logged: string[] = [];
  let looks = 0;
  const note = (_: object, message: string) => void logged.push(message);
  const schedule = startCheckpointSchedule({
    notary: {
      ...notary,
      last: (deadline) => {
        looks += 1;
        return notary.last(deadline);
      },
    },
    now,
    everyMs: EVERY_MS,
    log: { info: note, error: note },
    count: (outcome) => void counted.push(outcome),
  });
  return { ...schedule, counted, logged, looks: () => looks };
};

it('makes a checkpoint when one is due and something has happened, and stops', async () => {
  const w = evidenceWorld();
  await w.happen(2);
  const schedule = start(w.engine(), () => w.clock.now);
  await until(() => schedule.looks() === 3);
  expect(schedule.counted).toEqual([]);
  w.clock.now += EVERY_MS;
  await until(() => schedule.counted.length === 1);
  const last = await w.engine().last(w.clock.now + 1_000);
  expect(last).toMatchObject({ position: 2, at: w.clock.now });

  const seen = schedule.looks();
  w.clock.now += 10 * EVERY_MS;
  await until(() => schedule.looks() > seen + 2);
  expect(schedule.counted).toEqual(['made']);
  await w.happen(1);
  await until(() => schedule.counted.length === 2);
  await schedule.stop();
  await w.happen(1);
  w.clock.now += 10 * EVERY_MS;
  expect([schedule.counted, schedule.logged]).toEqual([
    ['made', 'made'],
    ['checkpoint made', 'checkpoint made'],
  ]);
});

it('leaves it to the engine that was first', async () => {
  const w = evidenceWorld();
  await w.happen(2);
  const lost: Pick<Notary, 'last' | 'makeIfNews'> = {
    last: async () => undefined,
    makeIfNews: () => Promise.reject(fault('conflict')),
  };
  const schedule = start(lost, () => w.clock.now);
  w.clock.now += EVERY_MS;
  await until(() => schedule.looks() > 3);
  await schedule.stop();
  expect([schedule.counted, schedule.logged]).toEqual([[], []]);
});

it('is not kept waiting by a time that lies in the future', async () => {
  const w = evidenceWorld();
  await w.happen(1);
  const ahead = await w.engine().make(callBy(w.clock.now + 1_000), new AbortController().signal);
  w.clock.now -= 1_000_000;
  await w.happen(1);
  const schedule = start(w.engine(), () => w.clock.now);
  await until(() => schedule.counted.length === 1);
  await schedule.stop();
  expect((await w.engine().last(w.clock.now + 1_000))?.at).toBeLessThan(ahead.at);
});

it('tells that it could not, and tries again', async () => {
  let clock = 0;
  let failures = 1;
  const failing: Pick<Notary, 'last' | 'makeIfNews'> = {
    last: async () => undefined,
    makeIfNews: async () => {
      if (failures-- > 0) throw new Error('gone');
      return { position: 1, digest: '', at: 0, keyId: '', signature: '' };
    },
  };
  const schedule = start(failing, () => clock);
  clock += EVERY_MS;
  await until(() => schedule.counted.length === 2);
  await schedule.stop();
  expect(schedule.counted).toEqual(['failed', 'made']);
  expect(schedule.logged[0]).toContain('will try again');
});
