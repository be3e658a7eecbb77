import type { AddDestinationRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

/** Usable after its cooling-off. */
export const addDestinationMutation: Mutation<AddDestinationRequest> = (
  commands,
  call,
  { uid, chainId, address, label, tag, expiresAtMs },
) =>
  commands.addDestination(call, uid, {
    chainId,
    address,
    label,
    tag: tag === '' ? null : tag,
    expiresAt: expiresAtMs === 0 ? null : expiresAtMs,
  });

export const addDestination = handled(addDestinationMutation);
