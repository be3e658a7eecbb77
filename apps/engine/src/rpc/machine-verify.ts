import { decideMachineVerify, machineVerifyRequest, parsed } from '@countersign/policy';
import type { CallbackHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';

type Deps = Pick<EngineDeps, 'machines' | 'users' | 'countersigner'>;

/** The countersign of a known, active machine. CoKeeps sends no password for machines. */
export const machineVerify =
  ({ machines, users, countersigner }: Deps): CallbackHandlers['machineVerify'] =>
  async (request, { deadline }) => {
    const { machineId, x } = parsed(machineVerifyRequest, request);
    const machine = await machines.get(machineId, deadline);
    const owner = machine && (await users.get(machine.state.uid, deadline));
    decideMachineVerify(machine?.state, owner?.state);
    return { key: countersigner.forMachine(machineId, x) };
  };
