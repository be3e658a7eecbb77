import { PLATFORM_ID, effectiveLimits, type EffectiveLimit, type Machine } from '@countersign/policy';
import type { Platform, Tier, User } from '@countersign/policy';
import type { AuditedStore } from './open-audited';
import { UsageError } from './usage-error';

export interface EffectiveChain {
  readonly chainId: string;
  readonly limits: readonly EffectiveLimit[];
}

export interface Effective {
  readonly uid: string;
  readonly tier: string | null;
  readonly at: number; // ms UTC
  readonly chains: readonly EffectiveChain[];
}

/** What applies to a user at `now` on every enabled chain, from the states that are stored. */
export async function effective(
  store: Pick<AuditedStore, 'get'>,
  uid: string,
  now: number,
): Promise<Effective> {
  const user = (await store.get<User>('user', uid))?.state;
  if (user === undefined) {
    const machine = (await store.get<Machine>('machine', uid))?.state;
    throw new UsageError(
      machine === undefined ? `no such user: ${uid}` : `${uid} is a machine; it acts for user ${machine.uid}`,
    );
  }
  const platform = (await store.get<Platform>('platform', PLATFORM_ID))?.state;
  if (platform === undefined) throw new UsageError('no chain is enabled, so no limit applies to anybody');
  const tier = user.tier === null ? undefined : (await store.get<Tier>('tier', user.tier))?.state;
  if (user.tier !== null && tier === undefined) {
    throw new UsageError(`the user's tier ${user.tier} does not exist: every read is refused`);
  }
  const chains = platform.chains.map(({ chainId }) => ({
    chainId,
    limits: effectiveLimits({ platform, tier, user }, chainId, now),
  }));
  return { uid, tier: user.tier, at: now, chains };
}
