import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const getChange =
  (_deps: object): AdminHandlers['getChange'] =>
  async () => {
    throw fault('unimplemented');
  };
