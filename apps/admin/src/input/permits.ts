/** What the permits router takes, and how it goes on the wire. */
import { PERMIT_LIFETIME_MS } from '@countersign/policy';
import type {
  Cause,
  ReconcilePermitRequest,
  RegisterPermitRequest,
  ReleasePermitRequest,
  SettlePermitRequest,
} from '@countersign/rpc';
import { z } from 'zod';
import { address, amount, chainId, duration, permitKind, referenceId, tag, uid } from './fields';

export const intent = z.strictObject({
  uid,
  kind: permitKind,
  chainId,
  amount,
  address,
  tag,
  lifetimeMs: duration(PERMIT_LIFETIME_MS.min, PERMIT_LIFETIME_MS.max)
    .optional()
    .meta({ description: '1 s to 24 hours; absent: 15 minutes' }),
});

const named = { uid, referenceId };
const moved = amount.optional().meta({ description: 'what was really moved; absent: what was held' });

export const onePermit = z.strictObject(named);
export const settlement = z.strictObject({ ...named, amount: moved });

/** Released means that nothing was moved, so there an amount would be a contradiction. */
export const reconciliation = z
  .strictObject({
    ...named,
    outcome: z.enum(['settled', 'released'], 'must be settled or released'),
    amount: moved,
  })
  .refine(({ outcome, amount: told }) => outcome === 'settled' || told === undefined, {
    path: ['amount'],
    message: 'must be absent when nothing was moved',
  });

export const permitStatus = z.enum(
  ['registered', 'expired', 'held', 'suspect', 'settled', 'released'],
  'must be registered, expired, held, suspect, settled or released',
);
export const permitList = z.strictObject({
  uid,
  status: permitStatus.optional(),
  chainId: chainId.optional().meta({ description: 'absent: any' }),
});

export const registerPermitRequest = (
  cause: Cause,
  given: z.output<typeof intent>,
): RegisterPermitRequest => ({
  cause,
  uid: given.uid,
  kind: given.kind,
  chainId: given.chainId,
  amount: given.amount,
  address: given.address,
  tag: given.tag ?? '',
  lifetimeMs: given.lifetimeMs ?? 0,
});

export const settlePermitRequest = (
  cause: Cause,
  given: z.output<typeof settlement>,
): SettlePermitRequest => ({
  cause,
  uid: given.uid,
  referenceId: given.referenceId,
  amount: given.amount ?? '',
});

export const releasePermitRequest = (
  cause: Cause,
  given: z.output<typeof onePermit>,
): ReleasePermitRequest => ({ cause, uid: given.uid, referenceId: given.referenceId });

export const reconcilePermitRequest = (
  cause: Cause,
  given: z.output<typeof reconciliation>,
): ReconcilePermitRequest => ({
  cause,
  uid: given.uid,
  referenceId: given.referenceId,
  outcome: given.outcome,
  amount: given.amount ?? '',
});
