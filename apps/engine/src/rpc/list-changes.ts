import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const listChanges =
  (_deps: object): AdminHandlers['listChanges'] =>
  async () => {
    throw fault('unimplemented');
  };
