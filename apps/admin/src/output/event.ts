/** An event: what happened to one aggregate, chained to what happened to it before. */
import type { Event } from '@countersign/rpc';
import { z } from 'zod';
import { at } from './fields';

export const event = z
  .object({
    position: z.number().int().meta({ description: 'over all events, dense, from 1' }),
    kind: z.string().meta({ description: 'of the aggregate' }),
    id: z.string().meta({ description: 'of the aggregate' }),
    seq: z.number().int().meta({ description: 'in the aggregate, from 1' }),
    type: z.string(),
    at,
    actor: z.string(),
    reason: z.string(),
    requestId: z.string(),
    data: z.unknown().meta({ description: 'what happened, in a form of its type' }),
    prev: z.string().meta({ description: 'hash of the event before in the aggregate' }),
    hash: z.string(),
  })
  .meta({ id: 'Event' });

export const eventView = ({ data, atMs, ...told }: Event): z.output<typeof event> => ({
  position: told.position,
  kind: told.kind,
  id: told.id,
  seq: told.seq,
  type: told.type,
  at: atMs,
  actor: told.actor,
  reason: told.reason,
  requestId: told.requestId,
  data: JSON.parse(data) as unknown,
  prev: told.prev,
  hash: told.hash,
});
