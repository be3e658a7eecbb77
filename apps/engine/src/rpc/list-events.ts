import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { fitting, pageSize } from '../page-size';

export const listEvents =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['listEvents'] =>
  async ({ afterPosition, limit }) => {
    if (!Number.isSafeInteger(afterPosition) || afterPosition < 0) {
      throw fault('invalid', { details: ['afterPosition: must be a whole number, zero or more'] });
    }
    const events = await store.events({ after: afterPosition, limit: pageSize(limit) });
    const told = events.map(({ at, data, ...event }) => ({ ...event, atMs: at, data: JSON.stringify(data) }));
    const fit = [...fitting(told)];
    return { events: fit, nextPosition: fit.at(-1)?.position ?? afterPosition };
  };
