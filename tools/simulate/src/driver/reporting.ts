import type { Intent, UpdatePayload } from '../model/intent';
import { count } from '../tally';
import { demand } from '../violation';
import { coinsText, someCoins, usualOf } from './coins';
import { pushBalanceAhead } from './people';
import { someUser } from './some-user';
import { forget, type Wish } from './wish';
import type { World } from './world';

/** Lets the assets move, at any moment between the wallet's permission and now, in full, in part, seldom in excess. */
export function move({ random, clock }: World, wish: Wish): void {
  if (wish.moved !== null || wish.answeredAt === null || !wish.moves) return;
  const amount = random.weighted([
    [60, wish.amount],
    [36, (wish.amount * BigInt(random.between(1, 999))) / 1000n + 1n],
    [2, wish.amount + 1n],
    [1, wish.amount * 2n],
  ]);
  wish.moved = { at: random.between(wish.answeredAt, clock.now()), amount };
}

/** Somebody tells what became of a granted operation; the news comes in any order, twice, or never. */
export async function report(world: World): Promise<void> {
  const { random, untold, tally } = world;
  const wish = untold[random.below(untold.length)];
  if (wish === undefined) return;
  if (random.chance(0.04)) {
    count(tally, 'lost reports');
    return forget(untold, wish);
  }
  if (random.chance(0.04)) await pushBalanceAhead(world, wish.uid, wish.chainId);
  move(world, wish);
  if (random.chance(0.85)) forget(untold, wish);
  const open = openPermit(world, wish);
  const told = wish.moved === null ? await tellNever(world, wish) : await tellMoved(world, wish);
  const ended = openPermit(world, wish) === undefined;
  demand(!told || !open || ended || world.crowded, () => `${wish.id} was reported, and is still held`);
}

const openPermit = ({ model }: World, { uid, id }: Wish) => model.books.users.get(uid)?.holds.get(id);

async function tellMoved(world: World, wish: Wish): Promise<boolean> {
  const { random, crowded, model } = world;
  const { moved, amount, uid, id } = wish;
  if (moved === null) return false;
  if (moved.amount > amount) count(world.tally, 'moved more than held');
  const { chainId, address } = wish;
  // The documented payload names no operation: it is a guess which one it is about, so it must be told of the only one.
  const holds = [...(model.books.users.get(uid)?.holds.values() ?? [])];
  const alone = holds.filter((one) => one.chainId === chainId && one.address === address).length === 1;
  const clear = alone && holds.some((one) => one.id === id) && !crowded && moved.amount <= amount;
  const text = coinsText(moved.amount);
  return random.weighted<() => Promise<boolean>>([
    [3, () => settle(world, wish, text)],
    [moved.amount === amount ? 2 : 0, () => settle(world, wish, null)],
    [4, () => update(world, wish, { event: 'completed', reference: id, moved: text })],
    [moved.amount <= amount ? 1 : 0, () => update(world, wish, { event: 'done', reference: id })],
    [
      clear ? 3 : 0,
      () => update(world, wish, { event: 'withdrawn', destination: { chain_id: chainId, address } }),
    ],
    [random.chance(0.03) ? 1 : 0, () => deny(world, wish)],
  ])();
}

async function tellNever(world: World, wish: Wish): Promise<boolean> {
  wish.moves = false;
  if (world.random.chance(0.4)) return release(world, wish);
  return update(world, wish, { event: 'failed', reference: wish.id });
}

/** The ledger is wrong: it tells of a release, and of the movement only later. */
async function deny(world: World, wish: Wish): Promise<boolean> {
  wish.denied = true;
  count(world.tally, 'denied by the ledger');
  if (!world.untold.includes(wish)) world.untold.push(wish);
  return release(world, wish);
}

async function settle(world: World, { uid, id }: Wish, amount: string | null): Promise<boolean> {
  const outcome = await world.call({
    intent: { kind: 'settle', uid, id, amount },
    sure: isOpen(world, uid, id),
    run: (commands, call) => commands.settlePermit(call, uid, id, amount),
  });
  return outcome.how === 'done';
}

async function release(world: World, { uid, id }: Wish): Promise<boolean> {
  const outcome = await world.call({
    intent: { kind: 'release', uid, id },
    sure: isOpen(world, uid, id),
    run: (commands, call) => commands.releasePermit(call, uid, id),
  });
  return outcome.how === 'done';
}

const isOpen = ({ model }: World, uid: string, id: string): boolean =>
  model.books.users.get(uid)?.holds.has(id) === true;

async function update(world: World, wish: Wish, about: Omit<UpdatePayload, 'uid' | 'tx'>): Promise<boolean> {
  const { random, machines, told } = world;
  const machine = machines.find((one) => one.uid === wish.uid);
  const uid = machine !== undefined && random.chance(0.3) ? machine.machineId : wish.uid;
  const destination = about.destination ?? { chain_id: wish.chainId, address: wish.address };
  const payload = {
    ...about,
    uid,
    tx: `${wish.id}-${random.below(1000)}`,
    ...(random.chance(0.5) && { destination }),
  };
  const done = await deliver(world, payload, wish.uid);
  if (done && told.push({ payload, owner: wish.uid }) > 60) told.shift();
  return done;
}

async function deliver(world: World, payload: UpdatePayload, owner: string): Promise<boolean> {
  const outcome = await world.call({
    intent: { kind: 'update', payload, owner },
    run: (commands, call) => commands.receive(call, JSON.stringify(payload)),
  });
  if (outcome.how !== 'done') return false;
  count(world.tally, `updates/${outcome.value.duplicate ? 'duplicate' : outcome.value.classified.outcome}`);
  return true;
}

export async function repeatUpdate(world: World): Promise<void> {
  if (world.told.length === 0) return;
  const { payload, owner } = world.random.pick(world.told);
  await deliver(world, payload, owner);
}

/** An `/update` about what is not, or not so: in some member it names another operation, person or place. */
export async function forgedUpdate(world: World): Promise<void> {
  const { random, untold, uids } = world;
  const wish = untold[random.below(untold.length)];
  const stranger = random.pick(uids);
  const id = wish?.id ?? 'p-0-none';
  const owner = wish?.uid ?? stranger;
  const elsewhere = { chain_id: wish?.chainId ?? 'gold', address: 'gold-elsewhere' };
  const tx = `forged-${random.below(2 ** 32)}`;
  const event = random.pick(['completed', 'done', 'failed']);
  const moved = coinsText(someCoins(random, usualOf('gold')));
  const lie = random.below(5);
  const payload: UpdatePayload =
    lie === 0
      ? { event, uid: owner, reference: `${id}x`, moved, tx }
      : lie === 1
        ? { event, uid: owner, reference: id, moved, tx, destination: elsewhere }
        : lie === 2
          ? { event: 'deposit', uid: owner, reference: id, moved, tx }
          : lie === 3
            ? { event: 'completed', uid: owner, reference: id, tx }
            : { event: 'withdrawn', uid: owner, tx, destination: elsewhere };
  await deliver(world, payload, owner);
  if (stranger === owner) return;
  await deliver(world, { event, uid: stranger, reference: id, moved, tx: `${tx}-stranger` }, stranger);
}

/** An operator decides about a hold that nobody tells of; also about some that are not suspect, which is refused. */
export async function reconcile(world: World): Promise<void> {
  const { random, model, clock } = world;
  const uid = someUser(world);
  const holds = [...(model.books.users.get(uid)?.holds.values() ?? [])];
  const permit = holds[0];
  if (permit === undefined) return;
  const suspectAfter = model.books.platform.at(-1)?.state.settings.suspectAfterMs ?? 0;
  if (clock.now() - (permit.held?.at ?? 0) < suspectAfter && random.chance(0.8)) return;
  const wish = world.wishes.get(permit.id);
  if (wish !== undefined) move(world, wish);
  const moved = wish?.moved ?? null;
  if (moved === null && wish !== undefined) wish.moves = false;
  const settled = moved === null ? undefined : coinsText(moved.amount);
  const intent: Intent = {
    kind: 'reconcile',
    uid,
    id: permit.id,
    ...(settled !== undefined && { settled }),
  };
  const outcome = settled === undefined ? ('released' as const) : { settled };
  await world.call({
    intent,
    run: (commands, call) => commands.reconcilePermit(call, uid, permit.id, outcome),
  });
}

export async function markSuspects(world: World): Promise<void> {
  const uid = someUser(world);
  await world.call({
    intent: { kind: 'suspects', uid },
    run: (commands, call) => commands.markSuspects(call, uid),
  });
}
