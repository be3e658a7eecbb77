/**
 * An engine dies before or after any commit of a flow; another one on the same database does the call over, as whoever
 * got no answer would. What is found then must be what one undisturbed run makes.
 */
import type { User } from '@countersign/policy';
import { createMemoryDisk, memorySteps, openMemoryStore, type MemoryDisk } from '@countersign/store/testing';
import type { MemoryStep } from '@countersign/store/testing';
import { START, call, createEngine, hold, onDisk, permit, withAda, type Engine } from './world';

class Died extends Error {}

/** An engine that dies at `step` of its commit number `nth`, counted from 1. */
function mortal(disk: MemoryDisk, step: MemoryStep, nth: number): Engine {
  let commits = 0;
  const onStep = (at: MemoryStep): void => {
    if (at === 'before commit') commits += 1;
    if (at === step && commits === nth) throw new Died();
  };
  return createEngine(openMemoryStore(disk, { now: () => START }, { onStep }));
}

async function ada(disk: MemoryDisk): Promise<User> {
  const stored = await onDisk(disk).get<User>('user', 'ada');
  if (stored === undefined) throw new Error('ada is gone');
  return stored.state;
}

const eventsOf = async (disk: MemoryDisk, type: string): Promise<number> =>
  (await onDisk(disk).events({ after: 0, limit: 1000 })).filter((event) => event.type === type).length;

async function populated(): Promise<{ disk: MemoryDisk; engine: Engine }> {
  const disk = createMemoryDisk();
  const engine = createEngine(onDisk(disk));
  await withAda(engine);
  return { disk, engine };
}

describe.each(memorySteps)('an engine that dies %s', (step) => {
  it('has placed one hold when /read is asked again, with the same decision', async () => {
    const { disk, engine } = await populated();
    const referenceId = await permit(engine, '6');
    const question = { uid: 'ada', referenceId };
    await expect(mortal(disk, step, 1).commands.read(call, question)).rejects.toThrow(Died);

    const again = await createEngine(onDisk(disk)).commands.read(call, question);
    expect(again.rule).toBe(step === 'before commit' ? 'granted' : 'granted_again');
    expect(again.reply.limits).toMatchObject([{ limit: '6' }]);
    const { permits } = await ada(disk);
    expect(permits.map((one) => one.hold?.decisionId)).toEqual([again.decisionId]);
    expect(await eventsOf(disk, 'permit.held')).toBe(1);
    const other = await createEngine(onDisk(disk)).commands.read(call, {
      uid: 'ada',
      referenceId: await permit(engine, '6'),
    });
    expect(other.rule).toBe('limit_exceeded');
  });

  it('has settled once when the settlement is told again', async () => {
    const { disk, engine } = await populated();
    const id = await hold(engine, '6');
    await expect(mortal(disk, step, 1).commands.settlePermit(call, 'ada', id, '5')).rejects.toThrow(Died);
    await createEngine(onDisk(disk)).commands.settlePermit(call, 'ada', id, '5');
    const user = await ada(disk);
    expect(user.permits).toEqual([]);
    expect(user.usage).toMatchObject([{ history: [[START, '5', 1]] }]);
  });

  // Commit 1 keeps the notification, commit 2 ends the hold.
  it.each([1, 2])(
    'has kept an /update and ended its hold once when it comes again, dying at commit %d',
    async (nth) => {
      const { disk, engine } = await populated();
      const id = await hold(engine, '6');
      const raw = JSON.stringify({ uid: 'ada', event: 'completed', ref: id, moved: '5' });
      await expect(mortal(disk, step, nth).commands.receive(call, raw)).rejects.toThrow(Died);
      const kept = nth === 2 || step === 'after commit';
      const ended = nth === 2 && step === 'after commit';
      expect(await eventsOf(disk, 'notification.received')).toBe(kept ? 1 : 0);
      expect(await eventsOf(disk, 'permit.settled')).toBe(ended ? 1 : 0);

      const again = await createEngine(onDisk(disk)).commands.receive(call, raw);
      expect(again).toMatchObject({ duplicate: kept, classified: { outcome: 'acted' } });
      expect(await eventsOf(disk, 'notification.received')).toBe(1);
      expect(await eventsOf(disk, 'permit.settled')).toBe(1);
      expect((await ada(disk)).usage).toMatchObject([{ history: [[START, '5', 1]] }]);
    },
  );
});
