import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const createMachine =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['createMachine'] =>
  async ({ cause, machineId, uid, role }, context) => {
    const { revision } = await commands.createMachine(fromAdmin(cause, context), { machineId, uid, role });
    return { revision };
  };
