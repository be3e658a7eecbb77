import { chains } from './coins';
import { crowd } from './crowd';
import { freeze, isMuchFrozen, unfreeze } from './freezing';
import { passTime } from './passing-time';
import {
  addDestination,
  changePassword,
  pushSomeBalance,
  revokeDestination,
  waiveCoolingOff,
} from './people';
import {
  changeLimits,
  changeSettings,
  changeTier,
  disableChain,
  enableAgain,
  override,
  removeOverride,
  updateUser,
} from './policy-changes';
import { forgedUpdate, markSuspects, reconcile, repeatUpdate, report } from './reporting';
import { readAgain, readFresh, register } from './spending';
import type { World } from './world';

type Act = (world: World) => Promise<unknown>;

const acts: readonly (readonly [number, Act])[] = [
  [16, (world) => register(world)],
  [20, readFresh],
  [9, readAgain],
  [16, report],
  [3, repeatUpdate],
  [2, forgedUpdate],
  [4, (world) => pushSomeBalance(world)],
  [2.5, reconcile],
  [0.8, markSuspects],
  [1.2, (world) => addDestination(world)],
  [0.5, revokeDestination],
  [0.4, waiveCoolingOff],
  [0.3, changePassword],
  [1, changeLimits],
  [0.1, disableChain],
  [0.6, override],
  [0.2, removeOverride],
  [0.2, changeSettings],
  [0.15, changeTier],
  [0.6, updateUser],
  [0.5, freeze],
  [1.5, unfreeze],
  [2.5, crowd],
];

/** The next thing that happens, and the time until it does. */
export async function step(world: World): Promise<void> {
  passTime(world);
  if (isMuchFrozen(world) && world.random.chance(0.1)) return unfreeze(world);
  const disabled = chains.find(({ chainId }) => !isEnabled(world, chainId));
  if (disabled !== undefined && world.random.chance(0.03)) return enableAgain(world, disabled.chainId);
  await world.random.weighted(acts)(world);
}

const isEnabled = ({ model }: World, chainId: string): boolean =>
  model.books.platform.at(-1)?.state.chains.has(chainId) === true;
