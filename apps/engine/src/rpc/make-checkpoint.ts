import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const makeCheckpoint =
  (_deps: object): AdminHandlers['makeCheckpoint'] =>
  async () => {
    throw fault('unimplemented');
  };
