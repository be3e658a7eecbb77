import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { tierView } from '../tier-view';

export const getTier =
  ({ tiers }: Pick<EngineDeps, 'tiers'>): AdminHandlers['getTier'] =>
  async ({ tierId }, { deadline }) => {
    const stored = await tiers.get(tierId, deadline);
    if (stored === undefined) throw fault('not_found', { message: 'no such tier' });
    return tierView(stored);
  };
