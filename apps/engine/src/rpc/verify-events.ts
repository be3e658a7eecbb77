import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const verifyEvents =
  (_deps: object): AdminHandlers['verifyEvents'] =>
  async () => {
    throw fault('unimplemented');
  };
