import type { User } from '@countersign/policy';
import type { User as UserMessage } from '@countersign/rpc';
import type { Stored } from '@countersign/store';

/** A user as internal services see it. Credentials never leave the engine, not even hashed. */
export function userView({ revision, state }: Stored<User>): UserMessage {
  const { uid, role, status, frozen, credentials, limits, destinations, balances, permits } = state;
  return {
    uid,
    role,
    status,
    frozen,
    hasCredentials: credentials !== null,
    limits: limits.map(({ chainId, perTransaction }) => ({ chainId, amount: perTransaction })),
    destinations: [...destinations],
    balances: balances.map(({ chainId, amount, asOf }) => ({ chainId, amount, asOfMs: asOf })),
    permits: permits.map(({ id, kind, chainId, amount, address, expiresAt, firstReadAt }) => ({
      referenceId: id,
      kind,
      chainId,
      amount,
      address,
      expiresAtMs: expiresAt,
      firstReadAtMs: firstReadAt ?? 0,
    })),
    revision,
  };
}
