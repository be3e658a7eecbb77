import type { AdminHandlers } from '@countersign/rpc';
import { getCursor as get } from '../cursors';
import type { EngineDeps } from '../deps';

export const getCursor =
  ({ store }: Pick<EngineDeps, 'store'>): AdminHandlers['getCursor'] =>
  async ({ name }, { deadline }) => {
    const { position } = await get({ store }, name, deadline);
    return { name, position };
  };
