import { keyOf, type Limit } from '../model/limits';
import type { LimitList } from '../model/state';
import { chains } from './coins';
import { inKeyOrder, scaled, someLimits } from './some-limits';
import { policy } from './policy';
import { someUser } from './some-user';
import type { World } from './world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Changes one layer's limits on one chain: all of them scaled, one gone, or one more. */
export async function changeLimits(world: World): Promise<void> {
  const { random, model, tiers } = world;
  const { chainId } = random.pick(chains);
  const layer = random.pick(['platform', 'tier', 'user', 'user'] as const);
  const id = layer === 'platform' ? 'platform' : layer === 'tier' ? random.pick(tiers) : someUser(world);
  const before = listOf(world, layer, id, chainId);
  if (layer === 'platform' && before === undefined) return enableAgain(world, chainId);
  const { limits, loosens } = changed(world, chainId, before?.limits ?? []);
  if (layer === 'platform' && limits.length === 0) return;
  const data = { chainId, limits: inKeyOrder(limits) };
  const type = layer === 'platform' ? 'chain.enabled' : 'limits.set';
  await policy(world, `${layer} ${id}`, type, data, loosens, (commands, call) =>
    layer === 'platform'
      ? commands.enableChain(call, data)
      : layer === 'tier'
        ? commands.setTierLimits(call, id, data)
        : commands.setUserLimits(call, id, data),
  );
  model.follow();
}

function listOf(
  { model }: World,
  layer: 'platform' | 'tier' | 'user',
  id: string,
  chainId: string,
): LimitList | undefined {
  const { books } = model;
  if (layer === 'platform') return books.platform.at(-1)?.state.chains.get(chainId);
  if (layer === 'tier') return books.tiers.get(id)?.at(-1)?.state.limits.get(chainId);
  return books.users.get(id)?.limits.get(chainId);
}

function changed(
  { random, zones, breadth }: World,
  chainId: string,
  before: readonly Limit[],
): { readonly limits: readonly Limit[]; readonly loosens: boolean } {
  const all = (thousandths: number) => before.map((one) => scaled(one, thousandths));
  const wider = all(random.between(1050, 1800));
  const text = (limits: readonly Limit[]) => JSON.stringify(limits);
  const ways = ['more', 'wider', 'narrower', 'fewer'] as const;
  const way = before.length === 0 ? 'more' : random.pick(ways);
  if (way === 'wider') return { limits: wider, loosens: text(wider) !== text(before) };
  if (way === 'narrower') return { limits: all(random.between(600, 950)), loosens: false };
  if (way === 'fewer') {
    const gone = random.below(before.length);
    return { limits: before.filter((_, i) => i !== gone), loosens: true };
  }
  const factor = (breadth * random.between(50, 200)) / 100;
  const more = someLimits(random, {
    chainId,
    zone: random.pick(zones),
    howMany: random.between(1, 2),
    factor,
  });
  const added = more.filter((one) => !before.some((other) => keyOf(other) === keyOf(one)));
  return { limits: [...before, ...added], loosens: false };
}

export async function disableChain(world: World): Promise<void> {
  const { chainId } = world.random.pick(chains);
  if (world.model.books.platform.at(-1)?.state.chains.get(chainId) === undefined)
    return enableAgain(world, chainId);
  await policy(world, 'platform platform', 'chain.disabled', { chainId }, false, (commands, call) =>
    commands.disableChain(call, { chainId }),
  );
}

export async function enableAgain(world: World, chainId: string): Promise<void> {
  const { random, zones } = world;
  const wanted = {
    chainId,
    zone: random.pick(zones),
    howMany: random.between(2, 6),
    factor: 0.7 * world.breadth,
  };
  const data = { chainId, limits: someLimits(random, wanted) };
  await policy(world, 'platform platform', 'chain.enabled', data, true, (commands, call) =>
    commands.enableChain(call, data),
  );
}

/** A value that stands in for the outer layers' for a while, mostly wider, on a key they have. */
export async function override(world: World): Promise<void> {
  const { random, model, clock } = world;
  const uid = someUser(world);
  const { chainId } = random.pick(chains);
  const limits = model.books.platform.at(-1)?.state.chains.get(chainId)?.limits ?? [];
  if (limits.length === 0) return;
  const limit = scaled(random.pick(limits), random.between(500, 3000));
  const expiresAt = clock.now() + random.pick([2 * MINUTE_MS, HOUR_MS, 3 * DAY_MS, 40 * DAY_MS]);
  const data = { chainId, limit, expiresAt };
  await policy(world, `user ${uid}`, 'override.set', data, true, (commands, call) =>
    commands.overrideLimit(call, uid, data),
  );
}

export async function removeOverride(world: World): Promise<void> {
  const uid = someUser(world);
  const [one] = world.model.books.users.get(uid)?.overrides ?? [];
  if (one === undefined) return;
  const data = { chainId: one.chainId, key: keyOf(one.limit) };
  // Ending one that has expired takes nothing away; so close to its end nobody can say before which of the two it was.
  const loosens = one.expiresAt > world.clock.now() + HOUR_MS;
  await policy(world, `user ${uid}`, 'override.removed', data, loosens, (commands, call) =>
    commands.removeOverride(call, uid, data),
  );
}

export async function changeSettings(world: World): Promise<void> {
  const { random, model } = world;
  const before = model.books.platform.at(-1)?.state.settings;
  if (before === undefined) return;
  const [name, value] = random.pick([
    ['balanceMaxAgeMs', random.pick([HOUR_MS, DAY_MS, 31 * DAY_MS])],
    ['coolingOffMs', random.pick([0, 10 * MINUTE_MS, DAY_MS])],
    ['rearmMs', random.pick([0, HOUR_MS, 3 * DAY_MS])],
    ['suspectAfterMs', random.pick([5 * MINUTE_MS, HOUR_MS, DAY_MS])],
    ['loosening', random.pick(['alone', 'approved'])],
  ] as const);
  if (before[name] === value) return;
  const raised = value > before[name];
  const widerWhenRaised = name === 'balanceMaxAgeMs' || name === 'suspectAfterMs';
  const loosens = name === 'loosening' ? value === 'alone' : raised === widerWhenRaised;
  await policy(world, 'platform platform', 'settings.changed', { [name]: value }, loosens, (commands, call) =>
    commands.changeSettings(call, { [name]: value }),
  );
}

export async function changeTier(world: World): Promise<void> {
  const { random, model, tiers } = world;
  const id = random.pick(tiers);
  const before = model.books.tiers.get(id)?.at(-1)?.state;
  if (before === undefined) return;
  const coolingOffMs = random.pick([0, 30 * MINUTE_MS, 2 * DAY_MS]);
  const mode = random.pick(['permit', 'permit', 'budget'] as const);
  const data = { mode, coolingOffMs };
  const loosens = coolingOffMs < before.coolingOffMs || (mode === 'budget' && before.mode !== 'budget');
  await policy(world, `tier ${id}`, 'tier.changed', data, loosens, (commands, call) =>
    commands.changeTier(call, id, data),
  );
}

/** Moves a user to another tier, suspends it, or lets it act again. */
export async function updateUser(world: World): Promise<void> {
  const { random, model, tiers, uids } = world;
  const standingOf = (uid: string) => model.books.users.get(uid)?.standing.at(-1)?.state;
  const suspended = uids.find((one) => standingOf(one)?.status === 'suspended');
  const uid = suspended !== undefined && random.chance(0.6) ? suspended : someUser(world);
  const standing = standingOf(uid);
  if (standing === undefined) return;
  const suspend = random.chance(0.25);
  const status = standing.status === 'suspended' ? 'active' : suspend ? 'suspended' : undefined;
  const data = status === undefined ? { tier: random.pick([...tiers, null]) } : { status };
  const loosens = status === undefined ? null : status === 'active';
  await policy(world, `user ${uid}`, 'user.updated', data, loosens, (commands, call) =>
    commands.updateUser(call, uid, data),
  );
}
