import { createMachine as decide, fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';
import { fromAdmin } from '../cause';
import type { EngineDeps } from '../deps';

export const createMachine =
  ({ machines, users }: Pick<EngineDeps, 'machines' | 'users'>): AdminHandlers['createMachine'] =>
  async ({ cause, ...command }, context) => {
    const call = fromAdmin(cause, context);
    const [owner, namesake] = await Promise.all([
      users.get(command.uid, context.deadline),
      users.get(command.machineId, context.deadline),
    ]);
    if (namesake !== undefined) {
      throw fault('already_exists', { message: 'a user has this id; /read could not tell them apart' });
    }
    const { revision } = await machines.change(command.machineId, call, (state) =>
      decide(state, command, owner?.state),
    );
    return { revision };
  };
