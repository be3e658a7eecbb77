import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';
import { machineView } from '../machine-view';

export const getMachine =
  ({ machines }: Pick<EngineDeps, 'machines'>): AdminHandlers['getMachine'] =>
  async ({ machineId }, { deadline }) => {
    const stored = await machines.get(machineId, deadline);
    if (stored === undefined) throw fault('not_found', { message: 'no such machine' });
    return machineView(stored);
  };
