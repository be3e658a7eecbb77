import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const listMachines =
  (_deps: object): AdminHandlers['listMachines'] =>
  async () => {
    throw fault('unimplemented');
  };
