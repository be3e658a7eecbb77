import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const listDestinations =
  (_deps: object): AdminHandlers['listDestinations'] =>
  async () => {
    throw fault('unimplemented');
  };
