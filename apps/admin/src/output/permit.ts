/** A permit as internal services see it. */
import type { Permit } from '@countersign/rpc';
import { z } from 'zod';
import { amount, at, textOrNull, timeOrNull } from './fields';

export const permit = z
  .object({
    referenceId: z.string(),
    kind: z.string(),
    chainId: z.string(),
    amount,
    address: z.string(),
    tag: z.string().nullable(),
    status: z.string().meta({ description: 'registered | expired | held | suspect | settled | released' }),
    registeredAt: at,
    expiresAt: at,
    heldAt: at.nullable(),
    decisionId: z.string().nullable().meta({ description: 'the decision that placed the hold' }),
    endedAt: at.nullable(),
    movedAmount: amount.nullable(),
    endedBy: z.string().nullable().meta({ description: 'ledger | reconcile | update:<digest>' }),
  })
  .meta({ id: 'Permit' });

export const permitView = (message: Permit): z.output<typeof permit> => ({
  referenceId: message.referenceId,
  kind: message.kind,
  chainId: message.chainId,
  amount: message.amount,
  address: message.address,
  tag: textOrNull(message.tag),
  status: message.status,
  registeredAt: message.registeredAtMs,
  expiresAt: message.expiresAtMs,
  heldAt: timeOrNull(message.heldAtMs),
  decisionId: textOrNull(message.decisionId),
  endedAt: timeOrNull(message.endedAtMs),
  movedAmount: textOrNull(message.movedAmount),
  endedBy: textOrNull(message.endedBy),
});
