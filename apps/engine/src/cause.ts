import type { ChangeCall } from '@countersign/commands';
import { fault } from '@countersign/policy';
import type { CallContext, Cause } from '@countersign/rpc';

/** The cause of what CoKeeps' questions change. */
export const fromCallback = (context: CallContext): ChangeCall => ({
  cause: { actor: 'cokeeps', reason: context.method, requestId: context.requestId },
  deadline: context.deadline,
  approvedBy: null,
});

const TEXT = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const FORM = 'must be 1 to 200 characters, no control characters';

/**
 * The cause an internal caller gives: who and why, both required, since every event carries them. Who approved is the
 * admin service's word, which goes into the reason, so that the event tells it.
 */
export function fromAdmin(given: Cause | null, context: CallContext): ChangeCall {
  const details = (['actor', 'reason'] as const)
    .filter((name) => !TEXT.test(given?.[name] ?? ''))
    .map((name) => `cause.${name}: ${FORM}`);
  const approvedBy = given?.approvedBy ?? '';
  if (approvedBy !== '' && !TEXT.test(approvedBy)) details.push(`cause.approvedBy: ${FORM}`);
  if (/\(approved by [^)]*\)\s*$/i.test(given?.reason ?? '')) {
    details.push('cause.reason: must not end like an approval, which only approvedBy makes');
  }
  if (given === null || details.length > 0) throw fault('invalid', { details });
  const { actor, reason } = given;
  const told = approvedBy === '' ? reason : `${reason} (approved by ${approvedBy})`;
  return {
    cause: { actor, reason: told, requestId: context.requestId },
    deadline: context.deadline,
    approvedBy: approvedBy === '' ? null : approvedBy,
  };
}
