import type { UpdateMachineRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const updateMachineMutation: Mutation<UpdateMachineRequest> = (
  commands,
  call,
  { machineId, status },
) => commands.updateMachine(call, machineId, { status });

export const updateMachine = handled(updateMachineMutation);
