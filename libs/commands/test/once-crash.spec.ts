/** Calls with a key whose engine dies, or is late, at any place; and whoever repeats them. */
import type { User } from '@countersign/policy';
import { isFault } from '@countersign/policy';
import { verifyHistory } from '@countersign/store';
import {
  createMemoryDisk,
  memorySteps,
  openMemoryStore,
  receiptSteps,
  type MemoryDisk,
  type MemoryStep,
} from '@countersign/store/testing';
import type { ChangeCall } from '../src';
import { createAggregate } from '../src/aggregate';
import { createRandom, createSchedule, Died } from './interleaving';
import {
  CHAIN,
  DAY,
  START,
  TO,
  call,
  codeOf,
  createEngine,
  onDisk,
  permit,
  withAda,
  type Engine,
} from './world';

const keyed = (name = 'k'): ChangeCall => ({ ...call, once: { name, inputs: 'inputs' } });
const intent = { kind: 'transfer', chainId: CHAIN, amount: '1', address: TO, tag: null };
const register = ({ commands }: Pick<Engine, 'commands'>, on = keyed()) =>
  commands.registerPermit(on, 'ada', intent);

const registered = async (disk: MemoryDisk): Promise<number> =>
  (await onDisk(disk).history('user', 'ada')).filter(({ type }) => type === 'permit.registered').length;

async function populated(): Promise<{ disk: MemoryDisk; engine: Engine }> {
  const disk = createMemoryDisk();
  const engine = createEngine(onDisk(disk));
  await withAda(engine, '1000');
  return { disk, engine };
}

const stepping = (disk: MemoryDisk, onStep: (step: MemoryStep) => void | Promise<void>): Engine =>
  createEngine(openMemoryStore(disk, { now: () => START }, { onStep }));

const mortal = (disk: MemoryDisk, fatal: MemoryStep): Engine =>
  stepping(disk, (step) => {
    if (step === fatal) throw new Died();
  });

describe.each([...receiptSteps, ...memorySteps])('an engine that dies %s of a call with a key', (step) => {
  it('has made it once when it is made again, by any engine', async () => {
    const { disk } = await populated();
    await expect(register(mortal(disk, step))).rejects.toThrow(Died);
    expect(await registered(disk)).toBe(step === 'after commit' ? 1 : 0);
    const second = await register(createEngine(onDisk(disk)));
    expect(await register(createEngine(onDisk(disk)))).toEqual(second);
    expect(await registered(disk)).toBe(1);
    const user = (await onDisk(disk).get<User>('user', 'ada'))?.state;
    expect(user?.permits.map(({ id, expiresAt }) => [id, expiresAt])).toEqual([
      [second.referenceId, second.expiresAt],
    ]);
  });

  it('has made it once when others have gone on meanwhile', async () => {
    const { disk, engine } = await populated();
    await expect(register(mortal(disk, step))).rejects.toThrow(Died);
    await permit(engine, '2');
    await permit(engine, '2');
    const second = await register(engine);
    expect(await register(createEngine(onDisk(disk)))).toEqual(second);
    expect(await registered(disk)).toBe(3);
  });

  it('has created one change when it is made again, under one id', async () => {
    const { disk } = await populated();
    let ids = 0;
    const create = (engine: Engine | undefined) => {
      const store = openMemoryStore(
        disk,
        { now: () => START },
        engine === undefined ? {} : { onStep: (at) => void (at === step && die()) },
      );
      const tiers = createAggregate<{ schema: 2; seq: number }>(
        { store, now: () => START },
        'tier',
        () => ({}),
      );
      return tiers.create(
        () => `t-${(ids += 1)}`,
        keyed(),
        (id) => ({ state: { schema: 2, seq: 1 }, events: [{ type: 'tier.made', data: { id } }] }),
      );
    };
    const die = () => {
      throw new Died();
    };
    await expect(create(mortal(disk, step))).rejects.toThrow(Died);
    const second = await create(undefined);
    expect(await create(undefined)).toEqual(second);
    const made = (await onDisk(disk).list('tier', { limit: 10 })).filter(({ id }) => id.startsWith('t-'));
    expect(made.map(({ id }) => ({ id }))).toEqual(second.events.map(({ data }) => data));
  });
});

it('creates under another id when somebody else took the one it aimed at', async () => {
  const disk = createMemoryDisk();
  const made = { state: { schema: 2 as const, seq: 1 }, events: [{ type: 'tier.made', data: {} }] };
  const create = (on: ChangeCall, onStep?: (step: MemoryStep) => void) => {
    const store = openMemoryStore(disk, { now: () => START }, onStep && { onStep });
    const tiers = createAggregate<{ schema: 2; seq: number }>(
      { store, now: () => START },
      'tier',
      () => ({}),
    );
    const next = async () => `t-${(await store.list('tier', { limit: 10 })).length}`;
    return tiers.create(next, on, () => made);
  };
  const dying = create(keyed('k'), (step) => {
    if (step === 'before commit') throw new Died();
  });
  await expect(dying).rejects.toThrow(Died);
  await create(keyed('other'));
  await create(keyed('k'));
  await create(keyed('k'));
  const tiers = await onDisk(disk).list('tier', { limit: 10 });
  expect(tiers.map(({ id, revision }) => [id, revision])).toEqual([
    ['t-0', 1],
    ['t-1', 1],
  ]);
});

it('tells a refusal at once when the attempt before cannot succeed any more', async () => {
  const { disk, engine } = await populated();
  await expect(register(mortal(disk, 'before commit'))).rejects.toThrow(Died);
  await engine.commands.updateUser(call, 'ada', { ...{ status: 'suspended' }, tier: null });
  expect(await codeOf(register(engine))).toBe('conflict');
});

it('finds all events of a call that made many, and none of the next', async () => {
  const disk = createMemoryDisk();
  const many = Array.from({ length: 250 }, (_, n) => ({ type: 'tier.counted', data: { n } }));
  const count = (on: ChangeCall, onStep?: () => void) => {
    const store = openMemoryStore(disk, { now: () => START }, onStep && { onStep });
    const tiers = createAggregate<{ schema: 2; seq: number }>(
      { store, now: () => START },
      'tier',
      () => ({}),
    );
    return tiers.change('t', on, (state) => ({
      state: { schema: 2, seq: (state?.seq ?? 0) + many.length },
      events: many,
    }));
  };
  await count(keyed('before'));
  const first = await count(keyed('k'));
  await count(keyed('after'));
  expect(await count(keyed('k'))).toEqual(first);
  expect(first).toEqual({ revision: 2, events: many });
  expect(await onDisk(disk).history('tier', 't')).toHaveLength(750);
});

describe('an attempt that may still be on its way', () => {
  /** An engine whose commits wait until they are let go. */
  function late(disk: MemoryDisk) {
    let go = (): void => undefined;
    let arrived = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const engine = stepping(disk, (step) => {
      if (step !== 'before commit') return;
      arrived();
      return gate;
    });
    return { engine, go, there };
  }

  it('loses to its repetition, and both get one result', async () => {
    const { disk, engine } = await populated();
    const slow = late(disk);
    const first = register(slow.engine);
    await slow.there;
    const second = await register(engine);
    slow.go();
    expect(await first).toEqual(second);
    expect(await registered(disk)).toBe(1);
  });

  it('is joined under the id that it would create', async () => {
    const disk = createMemoryDisk();
    const slow = late(disk);
    const create = ({ store }: Engine, id: string) =>
      createAggregate<{ schema: 2; seq: number }>({ store, now: () => START }, 'tier', () => ({})).create(
        () => id,
        keyed(),
        () => ({ state: { schema: 2, seq: 1 }, events: [{ type: 'tier.made', data: { id } }] }),
      );
    const first = create(slow.engine, 'one');
    await slow.there;
    const second = await create(createEngine(onDisk(disk)), 'another');
    slow.go();
    expect(await first).toEqual(second);
    expect((await onDisk(disk).list('tier', { limit: 10 })).map(({ id }) => id)).toEqual(['one']);
  });

  it('is not followed by a refusal while it may succeed, and is when it cannot any more', async () => {
    const { disk, engine } = await populated();
    const slow = late(disk);
    const add = ({ commands }: Engine) =>
      commands.addDestination(keyed(), 'ada', { chainId: CHAIN, address: 'elsewhere', label: '' });
    const first = add(slow.engine);
    await slow.there;
    await engine.commands.changeSettings(call, { loosening: 'approved' });
    expect(await codeOf(add(engine))).toBe('unavailable');
    engine.goTo(59_999);
    expect(await codeOf(add(engine))).toBe('unavailable');
    engine.goTo(60_000);
    expect(await codeOf(add(engine))).toBe('forbidden');
    slow.go();
    expect(await add(engine)).toMatchObject(await first);
  });

  it('is not followed by a refusal because one before it cannot succeed any more', async () => {
    const { disk, engine } = await populated();
    const add = ({ commands }: Engine) =>
      commands.addDestination(keyed(), 'ada', { chainId: CHAIN, address: 'elsewhere', label: '' });
    await expect(add(mortal(disk, 'before commit'))).rejects.toThrow(Died);
    const slow = late(disk);
    slow.engine.goTo(59_000);
    const second = add(slow.engine);
    await slow.there;
    await engine.commands.changeSettings(call, { loosening: 'approved' });
    engine.goTo(61_000);
    expect(await codeOf(add(engine))).toBe('unavailable');
    slow.go();
    expect(await add(engine)).toMatchObject(await second);
  });

  it('is not followed by having nothing to do either', async () => {
    const { disk, engine } = await populated();
    await engine.commands.freezeUser(call, 'ada', true);
    const slow = late(disk);
    let frozen = false;
    const freeze = (on: Engine) =>
      createAggregate<User>({ store: on.store, now: () => START }, 'user', () => ({})).change(
        'ada',
        keyed(),
        (state) => {
          if (state === undefined) throw new Error('ada is gone');
          return frozen
            ? { state, events: [] }
            : { state: { ...state, seq: state.seq + 1 }, events: [{ type: 'user.seen', data: {} }] };
        },
      );
    const first = freeze(slow.engine);
    await slow.there;
    frozen = true;
    expect(await codeOf(freeze(engine))).toBe('unavailable');
    slow.go();
    expect(await freeze(engine)).toEqual(await first);
  });
});

it('remembers for a day, and then knows nothing of it', async () => {
  const disk = createMemoryDisk();
  let time = START;
  const now = () => time;
  await withAda(createEngine(onDisk(disk)));
  const store = openMemoryStore(disk, { now });
  const users = createAggregate<User>({ store, now }, 'user', () => ({}));
  const see = () =>
    users.change('ada', { ...keyed(), deadline: START + 9 * DAY }, (state) => {
      if (state === undefined) throw new Error('ada is gone');
      return { state: { ...state, seq: state.seq + 1 }, events: [{ type: 'user.seen', data: {} }] };
    });
  const first = await see();
  time += DAY - 1;
  expect(await see()).toEqual(first);
  time += 1;
  expect((await see()).revision).toBe(first.revision + 1);
  const ids = (await store.history('user', 'ada')).slice(-2).map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(2);
});

it('remembers for a day from the first use, however often it had to be made', async () => {
  const disk = createMemoryDisk();
  let time = START;
  const now = () => time;
  const see = (on: ChangeCall, onStep?: (step: MemoryStep) => void) => {
    const store = openMemoryStore(disk, { now }, onStep && { onStep });
    const tiers = createAggregate<{ schema: 2; seq: number }>({ store, now }, 'tier', () => ({}));
    return tiers.change('t', { ...on, deadline: START + 9 * DAY }, (state) => ({
      state: { schema: 2, seq: (state?.seq ?? 0) + 1 },
      events: [{ type: 'tier.seen', data: {} }],
    }));
  };
  const dying = see(keyed('k'), (step) => {
    if (step === 'before commit') throw new Died();
  });
  await expect(dying).rejects.toThrow(Died);
  await see(keyed('other'));
  time += DAY / 2;
  expect((await see(keyed('k'))).revision).toBe(2);
  time += DAY / 2;
  expect((await see(keyed('k'))).revision).toBe(3);
});

/**
 * Three engines make the same call, and one of them another one, at once. A schedule drawn from a seed decides who goes
 * on at each step of each, and who dies there; a call that died is made again by a new engine. Whatever happens, the call
 * has one effect, and whoever is answered is told the same.
 */
it.each([
  ['nobody dies', 0],
  ['some die', 0.04],
  ['many die', 0.15],
])(
  'has one effect and one result in whatever order its steps run, where %s',
  async (_, deadly) => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const { disk } = await populated();
      const schedule = createSchedule(disk, () => START);
      const random = createRandom(seed);
      let processes = 0;
      async function untilAnswered<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
        for (;;) {
          const engine = createEngine(schedule.store((processes += 1)));
          try {
            return await work(engine);
          } catch (error) {
            if (!(error instanceof Died) && !isFault(error, 'unavailable')) throw error;
          }
        }
      }
      const same = [1, 2, 3].map(() => untilAnswered((engine) => register(engine)));
      const other = untilAnswered((engine) => permit(engine, '2'));
      let deaths = 12; // bounds the run
      await schedule.run([...same, other], (waiting) => {
        const dies = random() < deadly && (deaths -= 1) >= 0;
        return { index: Math.floor(random() * waiting), dies };
      });
      await other;
      const [first, ...others] = await Promise.all(same);
      const events = await onDisk(disk).history('user', 'ada');
      const ids = events.flatMap(({ type, data }) => {
        const { id, amount } = data as { id?: string; amount?: string };
        return type === 'permit.registered' && amount === '1' ? [id] : [];
      });
      expect({ seed, others, ids }).toEqual({ seed, others: [first, first], ids: [first?.referenceId] });
      expect(await verifyHistory(onDisk(disk), 'user', 'ada')).toBeUndefined();
    }
  },
  60_000,
);
