import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const validatePolicy =
  (_deps: object): AdminHandlers['validatePolicy'] =>
  async () => {
    throw fault('unimplemented');
  };
