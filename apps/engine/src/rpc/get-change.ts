import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { changeView } from '../change-message';
import type { EngineDeps } from '../deps';

export const getChange =
  ({ changes, now }: Pick<EngineDeps, 'changes' | 'now'>): AdminHandlers['getChange'] =>
  async ({ changeId }, { deadline }) => {
    const stored = await changes.get(changeId, deadline);
    if (stored === undefined) throw fault('not_found', { message: 'no such change' });
    return changeView(stored, now());
  };
