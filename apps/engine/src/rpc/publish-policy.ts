import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const publishPolicy =
  (_deps: object): AdminHandlers['publishPolicy'] =>
  async () => {
    throw fault('unimplemented');
  };
