import { statusOf, type EndedPermit, type Permit } from '@countersign/policy';
import type { Permit as PermitMessage } from '@countersign/rpc';

/** A permit as internal services see it, with its status at `now`. */
export function permitView(permit: Permit | EndedPermit, suspectAfterMs: number, now: number): PermitMessage {
  const { id, kind, chainId, amount, address, tag, registeredAt, expiresAt, hold } = permit;
  const end = 'end' in permit ? permit.end : undefined;
  return {
    referenceId: id,
    kind,
    chainId,
    amount,
    address,
    tag: tag ?? '',
    status: statusOf(permit, suspectAfterMs, now),
    registeredAtMs: registeredAt,
    expiresAtMs: expiresAt,
    heldAtMs: hold?.at ?? 0,
    decisionId: hold?.decisionId ?? '',
    endedAtMs: end?.at ?? 0,
    movedAmount: end?.amount ?? '',
    endedBy: end?.by ?? '',
  };
}
