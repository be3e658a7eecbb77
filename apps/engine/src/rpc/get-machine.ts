import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const getMachine =
  (_deps: object): AdminHandlers['getMachine'] =>
  async () => {
    throw fault('unimplemented');
  };
