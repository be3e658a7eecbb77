import { fault } from '@countersign/policy';
import type { AdminHandlers } from '@countersign/rpc';

export const getAuditKey =
  (_deps: object): AdminHandlers['getAuditKey'] =>
  async () => {
    throw fault('unimplemented');
  };
