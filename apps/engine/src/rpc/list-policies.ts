import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const listPolicies =
  (_deps: object): AdminHandlers['listPolicies'] =>
  async () => {
    throw fault('unimplemented');
  };
