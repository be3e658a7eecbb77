import { PLATFORM_ID, fault, type Layers, type Platform, type User, type World } from '@countersign/policy';
import type { Aggregates } from './aggregates';

type Deps = Pick<Aggregates, 'platform' | 'tiers'>;

/** The outer layers of a user, as they are now: never remembered, so that a freeze holds at the very next decision. */
export async function fetchLayers(
  { platform, tiers }: Deps,
  user: Pick<User, 'tier'> | undefined,
  deadline: number,
): Promise<Layers> {
  const tierId = user?.tier ?? null;
  const [outer, tier] = await Promise.all([
    platform.get(PLATFORM_ID, deadline),
    tierId === null ? undefined : tiers.get(tierId, deadline),
  ]);
  return { platform: outer?.state, tier: tier?.state };
}

export function worldOf({ platform, tier }: Layers, user: User): World {
  return { platform: needed(platform), tier, user };
}

export function needed(platform: Platform | undefined): Platform {
  if (platform === undefined) throw fault('conflict', { message: 'no chain is enabled' });
  return platform;
}
