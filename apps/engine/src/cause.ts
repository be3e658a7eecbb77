import type { ChangeCall } from '@countersign/commands';
import { fault, isAnother } from '@countersign/policy';
import type { CallContext, Cause } from '@countersign/rpc';
import { onceIn } from './once';

/** The cause of what CoKeeps' questions change. */
export const fromCallback = (context: CallContext): ChangeCall => ({
  cause: { actor: 'cokeeps', reason: context.method, requestId: fromOutside(context.requestId) },
  deadline: context.deadline,
  approval: null,
  once: null,
  expectedRevision: null,
});

/** Who acts in events that nobody called for, or that CoKeeps did. */
const ownActors = ['cokeeps', 'engine'];

/** The engine knows by the request id what a proposed change did: nobody else's may look like one. */
const fromOutside = (requestId: string): string =>
  requestId.startsWith('change:') ? `caller:${requestId}` : requestId;

const TEXT = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const FORM = 'must be 1 to 200 characters, no control characters';
const KEY = /^[\x21-\x7e]{0,128}$/;

/**
 * The cause an internal caller gives: who and why, both required, since every event carries them. Nobody's approval is
 * taken on a caller's word: it is a stored change that has one.
 */
export function fromAdmin(given: Cause | null, context: CallContext): ChangeCall {
  const details = (['actor', 'reason'] as const)
    .filter((name) => !TEXT.test(given?.[name] ?? ''))
    .map((name) => `cause.${name}: ${FORM}`);
  if (/\((change|approved by|policy version)\b[^)]*\)\s*$/i.test(given?.reason ?? '')) {
    details.push(
      'cause.reason: must not end like that of a change that was proposed or of a version that was published',
    );
  }
  if (given !== null && ownActors.some((own) => !isAnother(given.actor, own))) {
    details.push('cause.actor: must not be the name of a part of this system');
  }
  const key = given?.idempotencyKey ?? '';
  if (!KEY.test(key)) details.push('cause.idempotencyKey: must be at most 128 visible ASCII characters');
  if (given === null || details.length > 0) throw fault('invalid', { details });
  const { actor, reason } = given;
  return {
    cause: { actor, reason, requestId: fromOutside(context.requestId) },
    deadline: context.deadline,
    approval: null,
    once: key === '' ? null : onceIn(context),
    expectedRevision: given.expectedRevision ?? null,
  };
}
