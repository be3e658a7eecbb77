/** A destination of a user as internal services see it. */
import type { UserDestination } from '@countersign/rpc';
import { z } from 'zod';
import { at, textOrNull, timeOrNull } from './fields';

export const destination = z
  .object({
    chainId: z.string(),
    address: z.string(),
    tag: z.string().nullable(),
    label: z.string(),
    addedAt: at,
    usableFrom: at,
    expiresAt: at.nullable(),
    looksLike: z
      .string()
      .nullable()
      .meta({ description: 'an address on the list that a person would take for this one' }),
  })
  .meta({ id: 'Destination' });

export const destinationView = (message: UserDestination): z.output<typeof destination> => ({
  chainId: message.chainId,
  address: message.address,
  tag: textOrNull(message.tag),
  label: message.label,
  addedAt: message.addedAtMs,
  usableFrom: message.usableFromMs,
  expiresAt: timeOrNull(message.expiresAtMs),
  looksLike: textOrNull(message.looksLike),
});
