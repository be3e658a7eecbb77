import { createMemoryDisk, type MemoryDisk } from '@countersign/store/testing';
import { createClock } from '../engine/clock';
import type { Tampering } from '../engine/engine-process';
import { createTurnstile } from '../engine/turnstile';
import { createModel } from '../model/model';
import type { Random } from '../random';
import type { Tally } from '../tally';
import { someZones } from './some-limits';
import { createCaller, type World } from './world';

export interface WorldDeps {
  readonly random: Random;
  /** About so many calls are to come: a short one is not all spent on making users. */
  readonly ops: number;
  readonly tally: Tally;
  readonly tampering: Tampering;
  readonly trace: (line: () => string) => void;
  readonly disk?: MemoryDisk;
}

const YEAR_MS = 365 * 86_400_000;
const START = Date.UTC(2024, 0, 1);

/** An empty world of a size, a pace and a time of the year that chance decides. */
const CALLS_PER_USER = 70;

export function createWorld({
  ops,
  random,
  tally,
  tampering,
  trace,
  disk = createMemoryDisk(),
}: WorldDeps): World {
  const clock = createClock(START + random.below(2 * YEAR_MS));
  const turnstile = createTurnstile(random, clock);
  const model = createModel({ log: disk.log, now: clock.now });
  // Seldom a few very busy accounts, with limits to match: their histories grow until they are merged.
  const busy = random.chance(0.1);
  const size = busy ? random.between(1, 3) : random.pick([24, 160, 220, 280]);
  const uids = Array.from({ length: Math.min(size, Math.ceil(ops / CALLS_PER_USER)) }, (_, i) => `u-${i}`);
  const owners = uids.filter((_, i) => i % 3 === 0);
  const at = () => new Date(clock.now()).toISOString();
  const world: World = {
    random,
    clock,
    model,
    tally,
    turnstile,
    tempo: busy ? random.pick([1_000, 5_000]) : random.pick([3_000, 20_000, 60_000]),
    breadth: busy ? 60 : 1,
    zones: someZones(random),
    uids,
    machines: owners.map((uid, i) => ({ machineId: `m-${i}`, uid })),
    tiers: ['basic', 'open', 'strict'],
    wishes: new Map(),
    fresh: [],
    untold: [],
    told: [],
    crowded: false,
    ops: 0,
    call: createCaller({
      random,
      clock,
      model,
      tally,
      turnstile,
      trace: (line) => trace(() => `${world.ops} ${at()} ${line()}`),
      disk,
      tampering,
      world: () => world,
    }),
    trace,
  };
  return world;
}
