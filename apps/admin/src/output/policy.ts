/** Versions of the policy document, and what a candidate would change. */
import type { BacktestDifference, Policy } from '@countersign/rpc';
import { z } from 'zod';
import { at, revision, textOrNull, timeOrNull } from './fields';

export const policyVersion = z
  .object({
    version: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'from 1; null: what is in force, as a document' }),
    document: z
      .record(z.string(), z.unknown())
      .meta({ description: 'chains, settings and tiers, see docs/policy.md' }),
    status: z.string().meta({ description: 'draft | publishing | published | superseded' }),
    draftedBy: z.string().nullable(),
    reason: z.string().nullable(),
    draftedAt: at.nullable(),
    publishedBy: z.string().nullable(),
    publishedAt: at.nullable().meta({ description: 'the last time' }),
    revision,
  })
  .meta({ id: 'PolicyVersion' });

export const policyView = (message: Policy): z.output<typeof policyVersion> => ({
  version: message.version === 0 ? null : message.version,
  document: JSON.parse(message.document) as Record<string, unknown>,
  status: message.status,
  draftedBy: textOrNull(message.draftedBy),
  reason: textOrNull(message.reason),
  draftedAt: timeOrNull(message.draftedAtMs),
  publishedBy: textOrNull(message.publishedBy),
  publishedAt: timeOrNull(message.publishedAtMs),
  revision: message.revision,
});

export const validation = z.object({
  mistakes: z.array(z.string()).meta({ description: 'none: it can be published' }),
  differences: z.array(z.string()).meta({ description: 'from what is in force, one sentence each' }),
  loosenings: z.array(z.string()).meta({ description: 'the differences that allow more' }),
});

export const difference = z.object({
  uid: z.string(),
  at,
  decisionId: z.string(),
  was: z.string(),
  would: z.string().meta({ description: 'granted | refused | budgeted' }),
  rule: z.string().meta({ description: 'that would have decided' }),
  limitKey: z.string().nullable().meta({ description: 'the binding limit' }),
  layer: z.string().nullable(),
  chainId: z.string().nullable(),
  amount: z.string().nullable(),
});

export const differenceView = (message: BacktestDifference): z.output<typeof difference> => ({
  uid: message.uid,
  at: message.atMs,
  decisionId: message.decisionId,
  was: message.was,
  would: message.would,
  rule: message.rule,
  limitKey: textOrNull(message.limitKey),
  layer: textOrNull(message.layer),
  chainId: textOrNull(message.chainId),
  amount: textOrNull(message.amount),
});
