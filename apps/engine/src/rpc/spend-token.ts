import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const spendToken =
  (_deps: object): AdminHandlers['spendToken'] =>
  async () => {
    throw fault('unimplemented');
  };
