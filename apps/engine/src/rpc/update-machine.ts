import { updateMachine as decide } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const updateMachine =
  ({ machines }: Pick<EngineDeps, 'machines'>): AdminHandlers['updateMachine'] =>
  async ({ cause, machineId, ...command }, context) => {
    const { revision } = await machines.change(machineId, fromAdmin(cause, context), (state) =>
      decide(state, command),
    );
    return { revision };
  };
