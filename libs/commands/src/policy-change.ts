import {
  loosenings,
  refuseUnapproved,
  type Change,
  type Platform,
  type PolicyChange,
} from '@countersign/policy';
import type { ChangeCall } from './call';

/**
 * Lets a change pass that tightens or is approved, and refuses it otherwise. Judged by the states, so that no command
 * can forget it; `platform` is the policy in force before the change.
 */
export function approved<S, C extends Change<S>>(
  change: C,
  call: ChangeCall,
  platform: Platform | undefined,
  judged: PolicyChange,
): C {
  if (change.events.length > 0) {
    refuseUnapproved(platform, loosenings(judged), {
      actor: call.cause.actor,
      approval: call.approval,
    });
  }
  return change;
}
