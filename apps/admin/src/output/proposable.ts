/** What a change does, in the words it was proposed in: a procedure's path and its input. */
import type { PolicyChange, UpdateUserRequest } from '@countersign/rpc';
import { z } from 'zod';
import { textOrNull, timeOrNull } from './fields';
import { limitView } from './limit';

export const proposed = z.object({
  procedure: z.string().meta({ description: 'as it was proposed: limits.set, users.setRole, …' }),
  input: z
    .record(z.string(), z.unknown())
    .meta({ description: "of that procedure's input, without its cause" }),
});

export type Proposed = z.output<typeof proposed>;

/**
 * The one request that is set, taken apart again. One that nobody can have proposed here is a bug.
 */
export function proposedView(message: PolicyChange | null): Proposed {
  const change = message ?? {};
  if (change.enableChain) {
    const { chainId, limits, family, existing } = change.enableChain;
    if (existing) {
      const ofPlatform = { layer: 'platform' as const, chainId, limits: limits.map(limitView) };
      return { procedure: 'limits.set', input: ofPlatform };
    }
    const input = { chainId, limits: limits.map(limitView), ...(family !== '' && { family }) };
    return { procedure: 'platform.enableChain', input };
  }
  if (change.disableChain) {
    return { procedure: 'platform.disableChain', input: { chainId: change.disableChain.chainId } };
  }
  if (change.changeSettings) {
    return { procedure: 'platform.changeSettings', input: told(change.changeSettings) };
  }
  if (change.createTier) return { procedure: 'tiers.create', input: told(change.createTier) };
  if (change.changeTier) return { procedure: 'tiers.change', input: told(change.changeTier) };
  if (change.setTierLimits) {
    const { tierId, chainId, limits } = change.setTierLimits;
    return {
      procedure: 'limits.set',
      input: { layer: 'tier', tierId, chainId, limits: limits.map(limitView) },
    };
  }
  if (change.setUserLimits) {
    const { uid, chainId, limits } = change.setUserLimits;
    return { procedure: 'limits.set', input: { layer: 'user', uid, chainId, limits: limits.map(limitView) } };
  }
  if (change.updateUser) return userUpdate(change.updateUser);
  if (change.overrideLimit) {
    const { uid, chainId, limit, expiresAtMs } = change.overrideLimit;
    return {
      procedure: 'limits.override',
      input: { uid, chainId, limit: limitView(limit), expiresAt: expiresAtMs },
    };
  }
  if (change.removeOverride)
    return { procedure: 'limits.removeOverride', input: told(change.removeOverride) };
  if (change.addDestination) {
    const { uid, chainId, address, tag, label, expiresAtMs } = change.addDestination;
    const expiresAt = timeOrNull(expiresAtMs);
    return {
      procedure: 'destinations.add',
      input: { uid, chainId, address, tag: textOrNull(tag), label, expiresAt },
    };
  }
  if (change.waiveCoolingOff) {
    const { uid, chainId, address, tag } = change.waiveCoolingOff;
    return {
      procedure: 'destinations.waiveCoolingOff',
      input: { uid, chainId, address, tag: textOrNull(tag) },
    };
  }
  if (change.createMachine) return { procedure: 'machines.create', input: told(change.createMachine) };
  if (change.updateMachine) return { procedure: 'machines.setStatus', input: told(change.updateMachine) };
  if (change.setFreeze) {
    const { scope, subject, frozen } = change.setFreeze;
    const input = scope === 'platform' ? { scope } : { scope, subject };
    return { procedure: frozen ? 'freezes.freeze' : 'freezes.unfreeze', input };
  }
  if (change.publishPolicy) {
    return { procedure: 'policy.publish', input: { version: change.publishPolicy.version } };
  }
  throw new TypeError('a change of a kind that is not known');
}

/** One member at a time: each has a procedure of its own. */
function userUpdate({ uid, role, status, tier, noTier }: UpdateUserRequest): Proposed {
  if (role !== '') return { procedure: 'users.setRole', input: { uid, role } };
  if (status !== '') return { procedure: 'users.setStatus', input: { uid, status } };
  return { procedure: 'users.setTier', input: { uid, tier: noTier ? null : tier } };
}

/** Members that the wire names as the input does; empty texts are what was left out, `_name` tells presence. */
const told = (request: object): Proposed['input'] =>
  Object.fromEntries(
    Object.entries(request).filter(
      ([name, value]) => name !== 'cause' && !name.startsWith('_') && value !== '' && value !== undefined,
    ),
  );
