import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const listFreezes =
  (_deps: object): AdminHandlers['listFreezes'] =>
  async () => {
    throw fault('unimplemented');
  };
