import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const getCursor =
  (_deps: object): AdminHandlers['getCursor'] =>
  async () => {
    throw fault('unimplemented');
  };
