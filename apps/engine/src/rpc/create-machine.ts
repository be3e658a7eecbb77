import type { CreateMachineRequest } from '@countersign/rpc';
import { handled, type Mutation } from '../mutation';

export const createMachineMutation: Mutation<CreateMachineRequest> = (
  commands,
  call,
  { machineId, uid, role },
) => commands.createMachine(call, { machineId, uid, role });

export const createMachine = handled(createMachineMutation);
