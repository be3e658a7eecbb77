import type { Destination } from '@countersign/policy';
import type { UserDestination } from '@countersign/rpc';

/** A destination as internal services see it; what it does not have is empty or 0. */
export const destinationView = ({
  addedAt,
  usableFrom,
  expiresAt,
  looksLike,
  tag,
  ...place
}: Destination): UserDestination => ({
  ...place,
  tag: tag ?? '',
  addedAtMs: addedAt,
  usableFromMs: usableFrom,
  expiresAtMs: expiresAt ?? 0,
  looksLike: looksLike ?? '',
});
