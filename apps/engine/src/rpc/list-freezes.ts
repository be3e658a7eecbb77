import { PLATFORM_ID, fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { Kind } from '@countersign/store';
import type { EngineDeps } from '../deps';
import { pageSize } from '../page-size';

type Deps = Pick<EngineDeps, 'store' | 'platform'>;

/** What can be frozen by itself and is found by a facet. */
const stored: Readonly<Record<string, Kind>> = { tier: 'tier', user: 'user', machine: 'machine' };

/** What is frozen now, of one scope, in order of its id. */
export const listFreezes =
  ({ store, platform }: Deps): AdminHandlers['listFreezes'] =>
  async ({ scope, after, limit }, { deadline }) => {
    const size = pageSize(limit);
    const kind = Object.hasOwn(stored, scope) ? stored[scope] : undefined;
    const frozen = async (): Promise<readonly string[]> => {
      if (kind !== undefined) {
        const query = { where: { frozen: 'yes' }, ...(after !== '' && { after }), limit: size };
        return (await store.list(kind, query, { deadline })).map(({ id }) => id);
      }
      const state = (await platform.get(PLATFORM_ID, deadline))?.state;
      if (scope === 'platform') return state?.frozen === true ? [''] : [];
      if (scope === 'chain') {
        const chains = (state?.chains ?? []).filter((chain) => chain.frozen).map(({ chainId }) => chainId);
        return chains.filter((chainId) => chainId > after).slice(0, size);
      }
      throw fault('invalid', { details: ['scope: must be platform, chain, tier, user or machine'] });
    };
    const subjects = await frozen();
    return { subjects: [...subjects], nextAfter: subjects.length < size ? '' : (subjects.at(-1) ?? '') };
  };
