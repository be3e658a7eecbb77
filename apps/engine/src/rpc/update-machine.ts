import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const updateMachine =
  ({ commands }: Pick<EngineDeps, 'commands'>): AdminHandlers['updateMachine'] =>
  async ({ cause, machineId, status }, context) => {
    const { revision } = await commands.updateMachine(fromAdmin(cause, context), machineId, { status });
    return { revision };
  };
