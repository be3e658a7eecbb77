import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const rejectChange =
  (_deps: object): AdminHandlers['rejectChange'] =>
  async () => {
    throw fault('unimplemented');
  };
