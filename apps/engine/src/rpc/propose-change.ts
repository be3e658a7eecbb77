import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const proposeChange =
  (_deps: object): AdminHandlers['proposeChange'] =>
  async () => {
    throw fault('unimplemented');
  };
