import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const backtestPolicy =
  (_deps: object): AdminHandlers['backtestPolicy'] =>
  async () => {
    throw fault('unimplemented');
  };
