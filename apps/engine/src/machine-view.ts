import type { Machine } from '@countersign/policy';
import type { Machine as MachineMessage } from '@countersign/rpc';
import type { Stored } from '@countersign/store';

export const machineView = ({ revision, state }: Stored<Machine>): MachineMessage => ({
  machineId: state.machineId,
  uid: state.uid,
  role: state.role,
  status: state.status,
  frozen: state.frozen,
  revision,
});
