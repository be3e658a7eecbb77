import type { Tier } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { fitting, isLastPage, pageSize } from '../page-size';
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
    const tiers = fitting(page.map(tierView));
    const last = isLastPage(tiers.length, page.length, size);
    return { tiers: [...tiers], nextAfter: last ? '' : (tiers.at(-1)?.tierId ?? '') };
  };
