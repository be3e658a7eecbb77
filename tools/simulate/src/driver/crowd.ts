import { count } from '../tally';
import { freeze, unfreeze } from './freezing';
import { pushSomeBalance } from './people';
import { changeLimits } from './policy-changes';
import { repeatUpdate, report } from './reporting';
import { someUser } from './some-user';
import { read, readAgain, register } from './spending';
import type { Wish } from './wish';
import type { World } from './world';

/**
 * Several calls at once, most of them about one user: reads of its permits, each also twice, together with reports and at
 * most one change of policy. Which process takes a call and whose step comes next is decided by the seed.
 */
export async function crowd(world: World): Promise<void> {
  const { random, turnstile, tally } = world;
  const uid = someUser(world);
  const wishes: Wish[] = [];
  for (let i = random.between(1, 4); i > 0; i--) {
    const wish = await register(world, uid);
    if (wish !== undefined) wishes.push(wish);
  }
  const reads = wishes.flatMap((wish) =>
    Array.from({ length: random.between(1, 2) }, () => () => read(world, uid, wish.id)),
  );
  const beside = Array.from({ length: random.between(0, 3) }, () =>
    random.weighted<() => Promise<void>>([
      [4, () => report(world)],
      [2, () => readAgain(world)],
      [2, () => repeatUpdate(world)],
      [1, () => pushSomeBalance(world, uid)],
    ]),
  );
  const change = random.weighted<readonly (() => Promise<void>)[]>([
    [3, []],
    [1, [() => changeLimits(world)]],
    [1, [() => freeze(world)]],
    [1, [() => unfreeze(world)]],
  ]);
  count(tally, 'crowds');
  world.crowded = true;
  await turnstile.together([...reads, ...beside, ...change]);
  world.crowded = false;
}
