/** What the balances router takes, and how it goes on the wire. */
import type { Cause, PushBalanceRequest } from '@countersign/rpc';
import { z } from 'zod';
import { amount, chainId, time, uid } from './fields';

export const balance = z.strictObject({
  uid,
  chainId,
  amount,
  asOf: time.meta({
    description: 'when the ledger knew it: ms since 1970 UTC, or ISO 8601 with Z or an offset',
  }),
});

export const pushBalanceRequest = (
  cause: Cause,
  { uid: user, chainId: id, amount: told, asOf }: z.output<typeof balance>,
): PushBalanceRequest => ({ cause, uid: user, chainId: id, amount: told, asOfMs: asOf });
