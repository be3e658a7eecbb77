import { fault } from './faults';
import type { Machine } from './machine';
import type { User } from './user';

/**
 * Whether a caller is who it claims. Every refusal is the same fault, so that nothing tells an unknown user from a wrong
 * password or a suspended account. A freeze stops operations (`/read`), not identity.
 */
export function decideUserVerify(user: User | undefined, passwordMatches: boolean): { readonly uid: string } {
  if (user === undefined || !passwordMatches || user.credentials === null || user.status !== 'active') {
    throw fault('unauthenticated');
  }
  return { uid: user.uid };
}

/** A machine is as alive as the user it acts for. */
export function decideMachineVerify(
  machine: Machine | undefined,
  owner: User | undefined,
): { readonly machineId: string } {
  if (machine?.status !== 'active' || owner?.status !== 'active' || owner.uid !== machine.uid) {
    throw fault('unauthenticated');
  }
  return { machineId: machine.machineId };
}
