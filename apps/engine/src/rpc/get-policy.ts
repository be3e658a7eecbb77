import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const getPolicy =
  (_deps: object): AdminHandlers['getPolicy'] =>
  async () => {
    throw fault('unimplemented');
  };
