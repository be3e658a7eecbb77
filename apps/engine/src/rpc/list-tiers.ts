import type { Tier } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { pageSize } from '../page-size';
import { tierView } from '../tier-view';

export const listTiers =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['listTiers'] =>
  async ({ after, limit }, { deadline }) => {
    const size = pageSize(limit);
    const page = await store.list<Tier>(
      'tier',
      { ...(after !== '' && { after }), limit: size },
      { deadline },
    );
    return { tiers: page.map(tierView), nextAfter: page.length < size ? '' : (page.at(-1)?.id ?? '') };
  };
