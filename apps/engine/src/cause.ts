import { fault } from '@countersign/policy';
import type { CallContext } from '@countersign/rpc';
import type { ChangeCall } from './aggregates';

/** The cause of what CoKeeps' questions change. */
export const fromCallback = (context: CallContext): ChangeCall => ({
  cause: { actor: 'cokeeps', reason: context.method, requestId: context.requestId },
  deadline: context.deadline,
});

/** The cause an internal caller gives: who and why, both required, since every event carries them. */
export function fromAdmin(given: { actor: string; reason: string } | null, context: CallContext): ChangeCall {
  const details = (['actor', 'reason'] as const)
    .filter((name) => !/^[^\p{Cc}\p{Cs}]{1,200}$/u.test(given?.[name] ?? ''))
    .map((name) => `cause.${name}: must be 1 to 200 characters, no control characters`);
  if (given === null || details.length > 0) throw fault('invalid', { details });
  return {
    cause: { actor: given.actor, reason: given.reason, requestId: context.requestId },
    deadline: context.deadline,
  };
}
