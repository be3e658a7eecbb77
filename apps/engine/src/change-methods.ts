import type { Perform } from '@countersign/commands';
import type { PolicyChange } from '@countersign/rpc';
import type { Mutation } from './mutation';
import { addDestinationMutation } from './rpc/add-destination';
import { changeSettingsMutation } from './rpc/change-settings';
import { changeTierMutation } from './rpc/change-tier';
import { createMachineMutation } from './rpc/create-machine';
import { createTierMutation } from './rpc/create-tier';
import { disableChainMutation } from './rpc/disable-chain';
import { enableChainMutation } from './rpc/enable-chain';
import { overrideLimitMutation } from './rpc/override-limit';
import { removeOverrideMutation } from './rpc/remove-override';
import { setFreezeMutation } from './rpc/set-freeze';
import { setTierLimitsMutation } from './rpc/set-tier-limits';
import { setUserLimitsMutation } from './rpc/set-user-limits';
import { updateMachineMutation } from './rpc/update-machine';
import { updateUserMutation } from './rpc/update-user';
import { waiveCoolingOffMutation } from './rpc/waive-cooling-off';

/** The name of a change on the wire: the virtual member that says which of a PolicyChange is given. */
export type Proposable = NonNullable<PolicyChange['change']>;

type Mutations = {
  readonly [M in Proposable]: Mutation<NonNullable<PolicyChange[M]>>;
};

/** Everything that can be proposed, each by the very mutation that its own method is handled by. */
const mutations: Mutations = {
  enableChain: enableChainMutation,
  disableChain: disableChainMutation,
  changeSettings: changeSettingsMutation,
  createTier: createTierMutation,
  changeTier: changeTierMutation,
  setTierLimits: setTierLimitsMutation,
  updateUser: updateUserMutation,
  setUserLimits: setUserLimitsMutation,
  overrideLimit: overrideLimitMutation,
  removeOverride: removeOverrideMutation,
  addDestination: addDestinationMutation,
  waiveCoolingOff: waiveCoolingOffMutation,
  createMachine: createMachineMutation,
  updateMachine: updateMachineMutation,
  setFreeze: setFreezeMutation,
  publishPolicy: (commands, call, { version }) => commands.publishPolicy(call, version),
};

/** A stored request is one that came through `proposed` under the same name. */
export const changeMethods = mutations as Readonly<Record<Proposable, unknown>> as Readonly<
  Record<Proposable, Perform>
>;

export const isProposable = (method: string): method is Proposable => Object.hasOwn(changeMethods, method);
