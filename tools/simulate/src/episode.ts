import { setImmediate as othersFirst } from 'node:timers/promises';
import { createMemoryDisk } from '@countersign/store/testing';
import { audit } from './audit';
import { createWorld } from './driver/create-world';
import { populate } from './driver/populate';
import { move } from './driver/reporting';
import { step } from './driver/step';
import type { World } from './driver/world';
import type { Tampering } from './engine/engine-process';
import { demandTruth, type Movement } from './model/truth';
import { createRandom } from './random';
import { count, createTally, type Tally } from './tally';

export interface EpisodeDeps {
  /** The seed of the whole simulation and the number of the episode: all its chance comes from these two. */
  readonly seed: string;
  readonly episode: number;
  readonly ops: number;
  readonly tampering: Tampering;
  /** Told of every call, in a line that is made only when somebody wants it. */
  readonly trace: (line: () => string) => void;
  /** Asked now and then; true ends the episode early, with its last checks made. */
  readonly stopped: () => boolean;
  readonly progress: (ops: number) => void;
}

export interface EpisodeResult {
  readonly ops: number;
  readonly tally: Tally;
  /** What must never happen, and after how many operations it did; null when all is well. */
  readonly failure: { readonly op: number; readonly error: unknown } | null;
}

const STEPS_BETWEEN_LOOKS = 50;

/** One world from its beginning to its audit. Never rejects. */
export async function runEpisode(deps: EpisodeDeps): Promise<EpisodeResult> {
  const { seed, episode, ops, tampering, trace, stopped, progress } = deps;
  const random = createRandom(`${seed}/${episode}`);
  const tally = createTally();
  const disk = createMemoryDisk();
  const world = createWorld({ ops, random, tally, tampering, trace, disk });
  try {
    await populate(world);
    for (let steps = 0; world.ops < ops; steps++) {
      if (steps % STEPS_BETWEEN_LOOKS === 0) {
        await othersFirst();
        progress(world.ops);
        if (stopped()) break;
      }
      await step(world);
    }
    world.model.follow();
    count(tally, 'true windows', demandTruth(world.model.books, movements(world)));
    await audit({ disk, books: world.model.books, now: world.clock.now, random, tally });
    tallyBooks(world);
    return { ops: world.ops, tally, failure: null };
  } catch (error) {
    return { ops: world.ops, tally, failure: { op: world.ops, error } };
  }
}

/** What truly moved, also what nobody has told yet. */
function movements(world: World): readonly Movement[] {
  const { wishes, untold, model, random } = world;
  for (const wish of untold) if (random.chance(0.5)) move(world, wish);
  return [...wishes.values()].flatMap((wish) => {
    const permit = model.books.users.get(wish.uid)?.permits.get(wish.id);
    if (wish.moved === null || wish.denied || permit === undefined || permit.held === null) return [];
    const coins = wish.moved.amount < wish.amount ? wish.moved.amount : wish.amount;
    return [{ permit, at: wish.moved.at, amount: coins * UNITS_PER_COIN }];
  });
}

/** 10^-8 in 10^-20. */
const UNITS_PER_COIN = 10n ** 12n;

function tallyBooks({ model, tally }: World): void {
  for (const user of model.books.users.values()) {
    for (const permit of user.permits.values()) {
      if (permit.held === null) continue;
      count(tally, 'holds');
      count(tally, permit.ended === null ? 'holds/open' : `holds/${permit.ended.how}`);
    }
  }
  count(tally, 'events', model.books.position);
}
