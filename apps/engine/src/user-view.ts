import type { User } from '@countersign/policy';
import type { User as UserMessage } from '@countersign/rpc';
import type { Stored } from '@countersign/store';
import { destinationView } from './destination-view';
import { chainLimitsMessage, limitMessage } from './limit-message';
import { permitView } from './permit-view';

/** A user as internal services see it. Credentials never leave the engine, not even hashed. */
export function userView(
  { revision, state }: Stored<User>,
  suspectAfterMs: number,
  now: number,
): UserMessage {
  const { uid, role, status, frozen, tier, credentials } = state;
  return {
    uid,
    role,
    status,
    frozen,
    tier: tier ?? '',
    hasCredentials: credentials !== null,
    limits: state.limits.map(chainLimitsMessage),
    overrides: state.overrides.map(({ chainId, limit, expiresAt }) => ({
      chainId,
      limit: limitMessage(limit),
      expiresAtMs: expiresAt,
    })),
    destinations: state.destinations.map(destinationView),
    balances: state.balances.map(({ chainId, amount, asOf }) => ({ chainId, amount, asOfMs: asOf })),
    permits: state.permits.map((permit) => permitView(permit, suspectAfterMs, now)),
    revision,
  };
}
