import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const draftPolicy =
  (_deps: object): AdminHandlers['draftPolicy'] =>
  async () => {
    throw fault('unimplemented');
  };
