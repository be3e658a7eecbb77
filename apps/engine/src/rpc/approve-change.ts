import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const approveChange =
  (_deps: object): AdminHandlers['approveChange'] =>
  async () => {
    throw fault('unimplemented');
  };
