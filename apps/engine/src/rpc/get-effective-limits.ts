import { fetchLayers, worldOf } from '@countersign/commands';
import { effectiveLimits, fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { limitMessage } from '../limit-message';

type Deps = Pick<EngineDeps, 'users' | 'platform' | 'tiers' | 'now'>;

/** What applies to a user now, and which layer each value comes from. */
export const getEffectiveLimits =
  (deps: Deps): AdminHandlers['getEffectiveLimits'] =>
  async ({ uid, chainId }, { deadline }) => {
    const user = await deps.users.get(uid, deadline);
    if (user === undefined) throw fault('not_found', { message: 'no such user' });
    const world = worldOf(await fetchLayers(deps, user.state, deadline), user.state);
    const chains = world.platform.chains
      .map((chain) => chain.chainId)
      .filter((id) => chainId === '' || id === chainId);
    if (chainId !== '' && chains.length === 0) throw fault('not_found', { message: 'no such chain' });
    const at = deps.now();
    return {
      limits: chains.flatMap((id) =>
        effectiveLimits(world, id, at).map(({ key, layer, limit, values }) => ({
          chainId: id,
          key,
          layer,
          limit: limitMessage(limit),
          values: values.map(({ layer: from, max, expiresAt }) => ({
            layer: from,
            max,
            expiresAtMs: expiresAt ?? 0,
          })),
        })),
      ),
    };
  };
