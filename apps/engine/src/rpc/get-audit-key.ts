import type { AdminHandlers } from '@countersign/rpc';
import type { EngineDeps } from '../deps';

export const getAuditKey =
  ({ notary: { keyId, publicKey } }: Pick<EngineDeps, 'notary'>): AdminHandlers['getAuditKey'] =>
  async () => ({ keyId, publicKey });
