import { knownPermit } from '../model/known-permit';
import type { Permit } from '../model/state';
import { count } from '../tally';
import { demand } from '../violation';
import { chains, coinsText, someCoins, usualOf } from './coins';
import { pushBalance } from './people';
import { places } from './places';
import { someUser } from './some-user';
import { forget, type Wish } from './wish';
import type { World } from './world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const sometimesElsewhere = ({ random, model }: World, uid: string, chainId: string) => {
  const own = model.books.users.get(uid)?.destinations.filter((one) => one.chainId === chainId) ?? [];
  return own.length > 0 && random.chance(0.94) ? random.pick(own) : random.pick(places(chainId));
};

export async function register(world: World, uid = someUser(world)): Promise<Wish | undefined> {
  const { random, model } = world;
  const { chainId } = random.pick(chains);
  const { address, tag } = sometimesElsewhere(world, uid, chainId);
  const amount = someCoins(random, usualOf(chainId));
  const text = coinsText(amount);
  const lifetimeMs = random.pick([MINUTE_MS, 15 * MINUTE_MS, 15 * MINUTE_MS, DAY_MS, DAY_MS, DAY_MS, DAY_MS]);
  const place = { chainId, address, tag };
  const outcome = await world.call({
    intent: { kind: 'register', uid, amount: text, lifetimeMs, ...place },
    sure: true,
    run: (commands, call) => {
      const intent = { kind: 'transfer', amount: text, lifetimeMs, ...place };
      return commands.registerPermit(call, uid, intent);
    },
  });
  if (outcome.how !== 'done') return undefined;
  const { referenceId: id } = outcome.value;
  demand(model.books.users.get(uid)?.permits.has(id) === true, () => `${id} was registered and is not there`);
  const moves = random.chance(0.75);
  const wish: Wish = { id, uid, ...place, amount, answeredAt: null, moves, moved: null, denied: false };
  world.wishes.set(id, wish);
  world.fresh.push(wish);
  return wish;
}

/** One `/read`, by the user or by one of its machines. */
export async function read(world: World, uid: string, referenceId: string): Promise<void> {
  const { random, machines, model, tally } = world;
  const machine = random.chance(0.3) ? machines.find((one) => one.uid === uid) : undefined;
  const named = machine?.machineId ?? uid;
  const outcome = await world.call({
    intent: { kind: 'read', uid, machineId: machine?.machineId ?? null, referenceId },
    run: (commands, call) => commands.read(call, { uid: named, referenceId }),
    replyOf: ({ rule, decisionId, reply }) => ({ rule, decisionId, ...reply }),
  });
  const wish = world.wishes.get(referenceId);
  if (outcome.how !== 'done') return;
  const { rule } = outcome.value;
  count(tally, `rules/${rule}`);
  const held: Permit | undefined = model.books.users.get(uid)?.permits.get(referenceId);
  if (wish === undefined || held === undefined || (rule !== 'granted' && rule !== 'granted_again')) return;
  forget(world.fresh, wish);
  if (wish.answeredAt !== null) return;
  wish.answeredAt = world.clock.now();
  world.untold.push(wish);
}

export async function readFresh(world: World): Promise<void> {
  const { random, fresh } = world;
  const wish = random.chance(0.7) ? fresh.at(-1) : fresh[random.below(fresh.length)];
  if (wish === undefined) {
    await register(world);
    return;
  }
  if (random.chance(0.8)) await freshBalance(world, wish);
  await read(world, wish.uid, wish.id);
  if (wish.answeredAt === null && random.chance(0.7)) forget(fresh, wish);
}

async function freshBalance(world: World, { uid, chainId }: Wish): Promise<void> {
  const known = world.model.books.users.get(uid)?.balances.get(chainId);
  const maxAge = world.model.books.platform.at(-1)?.state.settings.balanceMaxAgeMs ?? 0;
  if (known === undefined || world.clock.now() - known.asOf > maxAge) await pushBalance(world, uid, chainId);
}

/** Asks for what was asked for before, for what belongs to others, and for what does not exist. */
export async function readAgain(world: World): Promise<void> {
  const { random, untold, wishes, model } = world;
  const wish = untold.length > 0 && random.chance(0.88) ? random.pick(untold) : someWish(world);
  const uid = wish !== undefined && random.chance(0.93) ? wish.uid : someUser(world);
  const known =
    wish !== undefined && knownPermit(model.books.users.get(wish.uid) as never, wish.id) !== undefined;
  const referenceId = random.weighted([
    [known ? 12 : 2, wish?.id ?? ''],
    [1, ''],
    [1, `p-${wishes.size}-never`],
  ]);
  await read(world, uid, referenceId);
}

const someWish = ({ random, wishes }: World): Wish | undefined =>
  [...wishes.values()][random.below(wishes.size)];
