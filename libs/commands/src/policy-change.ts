import {
  OUTDATED,
  fault,
  basisOf,
  loosenings,
  refuseUnapproved,
  type Change,
  type Platform,
  type PolicyChange,
} from '@countersign/policy';
import type { ChangeCall } from './call';
import type { CommandDeps } from './deps';
import { fingerprint } from './fingerprint';

/**
 * What every change of policy passes before it is committed, judged by the states, so that no command can forget it.
 * `platform` is the policy in force before the change.
 */
export type Judge = <S, C extends Change<S>>(
  change: C,
  call: ChangeCall,
  platform: Platform | undefined,
  judged: PolicyChange,
) => C;

export interface JudgedDeps extends CommandDeps {
  readonly judge: Judge;
}

/**
 * Lets a change pass that tightens, or has what policy asks of a loosening. One that was proposed passes only on the
 * policy it was proposed on: looked at here, where it is decided, no other change can come in between.
 */
export const createJudge =
  ({ now }: Pick<CommandDeps, 'now'>): Judge =>
  (change, { cause, approval }, platform, judged) => {
    if (change.events.length === 0) return change;
    if (approval?.basis !== undefined && approval.basis !== fingerprint(basisOf(judged))) {
      throw fault('conflict', { message: OUTDATED });
    }
    refuseUnapproved(platform, loosenings(judged), { actor: cause.actor, approval, now: now() });
    return change;
  };
