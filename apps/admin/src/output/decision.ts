/** One answer to /read, explained: the stable shape of docs/policy.md, as the engine keeps it. */
import type { Decision } from '@countersign/rpc';
import { z } from 'zod';
import { amount, at } from './fields';

const binding = z.object({ key: z.string(), layer: z.string(), max: amount }).nullable();

export const decision = z
  .object({
    schema: z.number(),
    id: z.string(),
    at,
    uid: z.string(),
    machineId: z.string().nullable(),
    referenceId: z.string(),
    outcome: z.string().meta({ description: 'granted | refused | budget' }),
    rule: z.string().meta({ description: 'which rule decided' }),
    revisions: z.object({
      user: z.number(),
      platform: z.number(),
      tier: z.number().nullable(),
      machine: z.number().nullable(),
    }),
    tierId: z.string().nullable(),
    asked: z
      .object({ chainId: z.string(), address: z.string(), tag: z.string().nullable(), amount })
      .nullable()
      .meta({ description: "the permit's operation" }),
    binding: binding.meta({ description: 'the limit that refused, or the one with the least left' }),
    headroom: z.array(
      z.object({
        key: z.string(),
        layer: z.string(),
        max: amount,
        used: amount,
        held: amount,
        before: amount.meta({
          description: 'what was left; negative: more was promised than the limit allows',
        }),
        after: amount,
        moreAt: at.nullable(),
      }),
    ),
    budget: z
      .array(z.object({ chainId: z.string(), limit: amount, binding }))
      .nullable()
      .meta({ description: 'in budget mode: what each chain was told' }),
    usableFrom: at.nullable(),
    moreAt: at.nullable().meta({ description: 'when the binding limit allows more without anybody acting' }),
    sentence: z.string(),
  })
  .meta({ id: 'Decision' });

export type DecisionView = z.output<typeof decision>;

/** The engine's own record; the schema refuses one that it does not understand. */
export const decisionView = ({ json }: Decision): DecisionView => decision.parse(JSON.parse(json));
