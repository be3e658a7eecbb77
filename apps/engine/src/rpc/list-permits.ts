import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const listPermits =
  (_deps: object): AdminHandlers['listPermits'] =>
  async () => {
    throw fault('unimplemented');
  };
