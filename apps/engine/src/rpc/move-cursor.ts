import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const moveCursor =
  (_deps: object): AdminHandlers['moveCursor'] =>
  async () => {
    throw fault('unimplemented');
  };
