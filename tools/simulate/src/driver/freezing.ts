import { chains } from './coins';
import { policy } from './policy';
import { someUser } from './some-user';
import type { World } from './world';

type What = 'platform' | 'chain' | 'tier' | 'user' | 'machine';

interface Target {
  readonly what: What;
  readonly id: string;
}

/** What stops many, as far as it is frozen now; where there are few users, that is each of them. */
function widelyFrozen({ model, tiers, uids }: World): readonly Target[] {
  const { books } = model;
  const platform = books.platform.at(-1)?.state;
  return [
    ...(platform?.frozen === true ? [{ what: 'platform', id: 'platform' } as const] : []),
    ...chains
      .filter(({ chainId }) => platform?.chains.get(chainId)?.frozen === true)
      .map(({ chainId }) => ({ what: 'chain', id: chainId }) as const),
    ...tiers
      .filter((id) => books.tiers.get(id)?.at(-1)?.state.frozen === true)
      .map((id) => ({ what: 'tier', id }) as const),
    ...(uids.length <= FEW ? frozenUsers(model, uids) : []),
  ];
}

const FEW = 3;

const frozenUsers = ({ books }: World['model'], uids: readonly string[]): readonly Target[] =>
  uids
    .filter((uid) => books.users.get(uid)?.standing.at(-1)?.state.frozen === true)
    .map((id) => ({ what: 'user', id }) as const);

function frozen(world: World): readonly Target[] {
  const { model, uids, machines } = world;
  return [
    ...widelyFrozen(world),
    ...frozenUsers(model, uids),
    ...machines
      .filter(({ machineId }) => model.books.machines.get(machineId)?.at(-1)?.state.frozen === true)
      .map(({ machineId: id }) => ({ what: 'machine', id }) as const),
  ];
}

export async function freeze(world: World): Promise<void> {
  const { random, tiers, machines } = world;
  const already = frozen(world);
  const target = random.weighted<Target>([
    [1, { what: 'platform', id: 'platform' }],
    [2, { what: 'chain', id: random.pick(chains).chainId }],
    [2, { what: 'tier', id: random.pick(tiers) }],
    [4, { what: 'user', id: someUser(world) }],
    [2, { what: 'machine', id: random.pick(machines).machineId }],
  ]);
  if (already.some(({ what, id }) => what === target.what && id === target.id)) return;
  await change(world, target, true);
}

/** What stops many is lifted soon, so that the world goes on. */
export async function unfreeze(world: World): Promise<void> {
  const [first] = widelyFrozen(world);
  const all = frozen(world);
  if (all.length === 0) return;
  await change(world, first ?? world.random.pick(all), false);
}

export const isMuchFrozen = (world: World): boolean => widelyFrozen(world).length > 0;

async function change(world: World, { what, id }: Target, frozenNow: boolean): Promise<void> {
  const on = what === 'chain' ? 'platform platform' : `${what} ${id}`;
  const data = what === 'chain' ? { chainId: id } : {};
  const type = `${what}.${frozenNow ? 'frozen' : 'unfrozen'}`;
  const exists = what !== 'chain' || world.model.books.platform.at(-1)?.state.chains.has(id) === true;
  await policy(
    world,
    on,
    type,
    data,
    !frozenNow,
    (commands, call) => {
      if (what === 'platform') return commands.freezePlatform(call, frozenNow);
      if (what === 'chain') return commands.freezeChain(call, id, frozenNow);
      if (what === 'tier') return commands.freezeTier(call, id, frozenNow);
      if (what === 'user') return commands.freezeUser(call, id, frozenNow);
      return commands.freezeMachine(call, id, frozenNow);
    },
    exists,
  );
}
