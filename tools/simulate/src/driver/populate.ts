import { chains } from './coins';
import { addDestination, pushBalance } from './people';
import { places } from './places';
import { policy, type Run } from './policy';
import { someLimits } from './some-limits';
import type { World } from './world';

const DAY_MS = 86_400_000;

/** The world before anything happens: chains, tiers, people, machines, and where each may send to. */
export async function populate(world: World): Promise<void> {
  const { random, zones, tiers, uids, machines, model } = world;
  const settings = {
    coolingOffMs: 0,
    balanceMaxAgeMs: random.pick([DAY_MS, 31 * DAY_MS]),
    rearmMs: random.pick([0, 3 * DAY_MS]),
  };
  await allowed(world, 'platform platform', 'settings.changed', settings, (commands, call) =>
    commands.changeSettings(call, settings),
  );
  for (const { chainId } of chains) {
    const factor = (world.breadth * random.between(35, 110)) / 100;
    const data = { chainId, limits: limitsFor(world, chainId, random.between(3, 7), factor) };
    await allowed(world, 'platform platform', 'chain.enabled', data, (commands, call) =>
      commands.enableChain(call, data),
    );
  }
  for (const [i, tierId] of tiers.entries()) {
    const input = { mode: i === 1 ? 'budget' : 'permit', coolingOffMs: 0, rearmMs: 0 };
    await until(
      () => model.books.tiers.has(tierId),
      () =>
        allowed(world, `tier ${tierId}`, 'tier.created', { tierId, ...input }, (commands, call) =>
          commands.createTier(call, tierId, input),
        ),
    );
    const { chainId } = random.pick(chains);
    const data = {
      chainId,
      limits: someLimits(random, {
        chainId,
        zone: random.pick(zones),
        howMany: 2,
        factor: 0.8 * world.breadth,
      }),
    };
    await allowed(world, `tier ${tierId}`, 'limits.set', data, (commands, call) =>
      commands.setTierLimits(call, tierId, data),
    );
  }
  for (const uid of uids) await settle(world, uid);
  for (const { machineId, uid } of machines) {
    const input = { machineId, uid, role: 'signer' };
    await until(
      () => model.books.machines.has(machineId),
      () =>
        allowed(world, `machine ${machineId}`, 'machine.created', input, (commands, call) =>
          commands.createMachine(call, input),
        ),
    );
  }
}

const limitsFor = ({ random, zones }: World, chainId: string, howMany: number, factor: number) =>
  someLimits(random, { chainId, zone: random.pick(zones), howMany, factor });

async function settle(world: World, uid: string): Promise<void> {
  const { random, tiers } = world;
  const tier = random.pick([...tiers, undefined]);
  const input = { uid, role: 'signer', ...(tier !== undefined && { tier }) };
  const data = { uid, tier: tier ?? null, credentials: true };
  await until(
    () => world.model.books.users.has(uid),
    () =>
      allowed(world, `user ${uid}`, 'user.created', data, (commands, call) =>
        commands.createUser(call, input, { username: `name of ${uid}`, password: 'a hash' }),
      ),
  );
  for (const { chainId } of chains) {
    const known = places(chainId);
    const first = random.below(known.length);
    for (const index of [first, (first + 1) % known.length]) await addDestination(world, uid, known[index]);
    await pushBalance(world, uid, chainId);
  }
}

const allowed = (world: World, on: string, type: string, data: object, run: Run): Promise<void> =>
  policy(world, on, type, data, null, run);

/** Callers give up now and then, but everything else rests on these. */
async function until(is: () => boolean, make: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (is()) return;
    await make();
  }
  if (!is()) throw new Error('the world cannot be made');
}
