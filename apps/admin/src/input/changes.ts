/**
 * What can be proposed: the mutations that may loosen, each by the path of its procedure and with the members of that
 * procedure's input but its cause. The change has a cause of its own, its proposer's, and is carried out when it is due.
 */
import type { PolicyChange } from '@countersign/rpc';
import { z } from 'zod';
import { addDestinationRequest, newDestination, onePlace, waiveCoolingOffRequest } from './destinations';
import { changeId, page } from './fields';
import { frozenThing, setFreezeRequest } from './freezes';
import {
  layerLimits,
  override,
  overrideKey,
  overrideLimitRequest,
  platformLimitsRequest,
  removeOverrideRequest,
  tierLimitsRequest,
  userLimitsRequest,
  type LayerLimits,
} from './limits';
import { createMachineRequest, machineStatus, newMachine, updateMachineRequest } from './machines';
import {
  changeSettingsRequest,
  disableChainRequest,
  enableChainRequest,
  newChain,
  newSettings,
  oneChain,
} from './platform';
import { oneVersion } from './policy';
import { changeTierRequest, createTierRequest, newTier, tierRules } from './tiers';
import { setRoleRequest, setStatusRequest, setTierRequest, userRole, userStatus, userTier } from './users';

const of = <P extends string, S extends z.ZodType>(procedure: P, input: S) =>
  z.strictObject({ procedure: z.literal(procedure), input });

export const proposable = z.discriminatedUnion(
  'procedure',
  [
    of('platform.enableChain', newChain),
    of('platform.disableChain', oneChain),
    of('platform.changeSettings', newSettings),
    of('tiers.create', newTier),
    of('tiers.change', tierRules),
    of('limits.set', layerLimits),
    of('limits.override', override),
    of('limits.removeOverride', overrideKey),
    of('users.setRole', userRole),
    of('users.setTier', userTier),
    of('users.setStatus', userStatus),
    of('destinations.add', newDestination),
    of('destinations.waiveCoolingOff', onePlace),
    of('machines.create', newMachine),
    of('machines.setStatus', machineStatus),
    of('freezes.freeze', frozenThing),
    of('freezes.unfreeze', frozenThing),
    of('policy.publish', oneVersion),
  ],
  'must be of a procedure that can be proposed',
);

export type Proposable = z.output<typeof proposable>;

export const proposal = z.strictObject({ change: proposable });
export const oneChange = z.strictObject({ changeId });
export const changeStatus = z.enum(
  ['pending', 'approved', 'applied', 'rejected', 'expired', 'failed'],
  'must be pending, approved, applied, rejected, expired or failed',
);
export const changeList = z.strictObject({ status: changeStatus.optional(), ...page(100) });

/** As the wire has it: exactly one request, without its cause. */
export function policyChange({ procedure, input }: Proposable): PolicyChange {
  switch (procedure) {
    case 'platform.enableChain':
      return { change: 'enableChain', enableChain: enableChainRequest(null, input) };
    case 'platform.disableChain':
      return { change: 'disableChain', disableChain: disableChainRequest(null, input) };
    case 'platform.changeSettings':
      return { change: 'changeSettings', changeSettings: changeSettingsRequest(null, input) };
    case 'tiers.create':
      return { change: 'createTier', createTier: createTierRequest(null, input) };
    case 'tiers.change':
      return { change: 'changeTier', changeTier: changeTierRequest(null, input) };
    case 'limits.set':
      return limitsChange(input);
    case 'limits.override':
      return { change: 'overrideLimit', overrideLimit: overrideLimitRequest(null, input) };
    case 'limits.removeOverride':
      return { change: 'removeOverride', removeOverride: removeOverrideRequest(null, input) };
    case 'users.setRole':
      return { change: 'updateUser', updateUser: setRoleRequest(null, input) };
    case 'users.setTier':
      return { change: 'updateUser', updateUser: setTierRequest(null, input) };
    case 'users.setStatus':
      return { change: 'updateUser', updateUser: setStatusRequest(null, input) };
    case 'destinations.add':
      return { change: 'addDestination', addDestination: addDestinationRequest(null, input) };
    case 'destinations.waiveCoolingOff':
      return { change: 'waiveCoolingOff', waiveCoolingOff: waiveCoolingOffRequest(null, input) };
    case 'machines.create':
      return { change: 'createMachine', createMachine: createMachineRequest(null, input) };
    case 'machines.setStatus':
      return { change: 'updateMachine', updateMachine: updateMachineRequest(null, input) };
    case 'freezes.freeze':
      return { change: 'setFreeze', setFreeze: setFreezeRequest(null, input, true) };
    case 'freezes.unfreeze':
      return { change: 'setFreeze', setFreeze: setFreezeRequest(null, input, false) };
    case 'policy.publish':
      return { change: 'publishPolicy', publishPolicy: { cause: null, version: input.version } };
  }
}

function limitsChange(given: LayerLimits): PolicyChange {
  switch (given.layer) {
    case 'platform':
      return { change: 'enableChain', enableChain: platformLimitsRequest(null, given) };
    case 'tier':
      return { change: 'setTierLimits', setTierLimits: tierLimitsRequest(null, given) };
    case 'user':
      return { change: 'setUserLimits', setUserLimits: userLimitsRequest(null, given) };
  }
}
