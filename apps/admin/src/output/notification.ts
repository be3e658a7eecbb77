/** A notification of CoKeeps as it arrived, and what was made of it. */
import type { Notification } from '@countersign/rpc';
import { z } from 'zod';
import { at, textOrNull } from './fields';

export const notification = z
  .object({
    digest: z.string(),
    uid: z.string().nullable().meta({ description: 'as the payload names it' }),
    receivedAt: at,
    type: z.string().nullable().meta({ description: 'null: no rule recognised it, or several did' }),
    rule: z.string().nullable(),
    outcome: z.string().meta({
      description: 'recorded | unknown | ambiguous | unreadable | unmatched | late | acted',
    }),
    referenceId: z.string().nullable().meta({ description: 'of the hold it was matched to' }),
    payload: z.string().meta({ description: 'exactly as it arrived, decrypted' }),
  })
  .meta({ id: 'Notification' });

export const notificationView = (message: Notification): z.output<typeof notification> => ({
  digest: message.digest,
  uid: textOrNull(message.uid),
  receivedAt: message.receivedAtMs,
  type: textOrNull(message.type),
  rule: textOrNull(message.rule),
  outcome: message.outcome,
  referenceId: textOrNull(message.referenceId),
  payload: message.payload,
});
