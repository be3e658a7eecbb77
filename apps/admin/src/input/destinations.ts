/** What the destinations router takes, and how it goes on the wire. */
import type {
  AddDestinationRequest,
  Cause,
  RevokeDestinationRequest,
  WaiveCoolingOffRequest,
} from '@countersign/rpc';
import { z } from 'zod';
import { address, chainId, label, tag, time, uid } from './fields';

const place = { uid, chainId, address, tag };

export const newDestination = z.strictObject({
  ...place,
  label: label.optional(),
  expiresAt: time
    .nullable()
    .optional()
    .meta({ description: 'ms since 1970 UTC, or ISO 8601; absent: never' }),
});
export const onePlace = z.strictObject(place);
export const destinationList = z.strictObject({
  uid,
  chainId: chainId.optional().meta({ description: 'absent: any' }),
});

type Place = z.output<typeof onePlace>;
const placed = ({ uid: user, chainId: id, address: to, tag: memo }: Place) => ({
  uid: user,
  chainId: id,
  address: to,
  tag: memo ?? '',
});

export const addDestinationRequest = (
  cause: Cause | null,
  given: z.output<typeof newDestination>,
): AddDestinationRequest => ({
  cause,
  ...placed(given),
  label: given.label ?? '',
  expiresAtMs: given.expiresAt ?? 0,
});

export const revokeDestinationRequest = (cause: Cause, given: Place): RevokeDestinationRequest => ({
  cause,
  ...placed(given),
});

export const waiveCoolingOffRequest = (cause: Cause | null, given: Place): WaiveCoolingOffRequest => ({
  cause,
  ...placed(given),
});
