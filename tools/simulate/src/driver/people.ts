import type { Place } from '../model/state';
import { chains, coinsText, part, usualOf } from './coins';
import { places } from './places';
import { policy } from './policy';
import { someUser } from './some-user';
import type { World } from './world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The ledger's word, mostly new, sometimes older than what it said before. */
export async function pushSomeBalance(world: World, uid = someUser(world)): Promise<void> {
  const { random } = world;
  const ago = random.chance(0.75) ? 0 : random.between(0, 3 * HOUR_MS);
  await pushBalance(world, uid, random.pick(chains).chainId, ago);
}

/** The word of a ledger whose clock is ahead of ours: by that clock it is later than what is settled next. */
export async function pushBalanceAhead(world: World, uid: string, chainId: string): Promise<void> {
  await pushBalance(world, uid, chainId, -world.random.between(1, 5 * MINUTE_MS));
}

export async function pushBalance(world: World, uid: string, chainId: string, ago = 0): Promise<void> {
  const { random, clock, breadth } = world;
  const amount = coinsText(
    part(usualOf(chainId), random.chance(0.15) ? random.below(1500) : breadth * random.between(5000, 60000)),
  );
  const input = { chainId, amount, asOf: clock.now() - ago };
  await world.call({
    intent: { kind: 'balance', uid, ...input },
    run: (commands, call) => commands.pushBalance(call, uid, input),
  });
}

export async function addDestination(world: World, uid = someUser(world), place?: Place): Promise<void> {
  const { random, clock } = world;
  const { chainId, address, tag } = place ?? random.pick(places(random.pick(chains).chainId));
  const expiresAt =
    place === undefined && random.chance(0.3) ? clock.now() + random.between(1, 72) * HOUR_MS : null;
  const input = { chainId, address, tag, label: '', expiresAt };
  await policy(world, `user ${uid}`, 'destination.added', input, true, (commands, call) =>
    commands.addDestination(call, uid, input),
  );
}

export async function revokeDestination(world: World): Promise<void> {
  const uid = someUser(world);
  const entry = someDestination(world, uid);
  if (entry === undefined) return;
  await policy(world, `user ${uid}`, 'destination.revoked', entry, false, (commands, call) =>
    commands.revokeDestination(call, uid, entry),
  );
}

export async function waiveCoolingOff(world: World): Promise<void> {
  const uid = someUser(world);
  const entry = someDestination(world, uid);
  if (entry === undefined) return;
  await policy(world, `user ${uid}`, 'destination.waived', entry, true, (commands, call) =>
    commands.waiveCoolingOff(call, uid, entry),
  );
}

export async function changePassword(world: World): Promise<void> {
  const uid = someUser(world);
  await policy(world, `user ${uid}`, 'credentials.changed', {}, false, (commands, call) =>
    commands.changePassword(call, uid, 'a hash of it'),
  );
}

function someDestination({ random, model }: World, uid: string): Place | undefined {
  const all = model.books.users.get(uid)?.destinations ?? [];
  const entry = all[random.below(all.length)];
  return entry && { chainId: entry.chainId, address: entry.address, tag: entry.tag };
}
