/**
 * Carries out the items of a batch, each as if it had been called alone: with its own idempotency key, made of the
 * batch's and its place, so that a batch sent again does only what was not done. One refused item spoils no other.
 *
 * Items about the same subject are done one after the other, in their order; different subjects at once, so many that
 * the engine is busy and few enough that it is not flooded. That bound is the process's, whatever batches it has: they
 * take turns.
 */
import { createHash } from 'node:crypto';
import { fault, isFault, type Fault } from '@countersign/policy';
import type { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { faultBehind, mistakesIn } from './fault-mapping';
import { itemFault, type ItemFault } from './output/fault';
import type { CauseInput } from './trpc';
import { createTurns } from './turns';

const AT_ONCE = 32;
/** Of the module, not of a request: what it protects is the engine, and from all requests together. */
const inTurn = createTurns(AT_ONCE);

export interface Batch<Item> {
  readonly items: readonly Item[];
  readonly reason: string;
  readonly idempotencyKey: string;
}

export type Result<Value> =
  { index: number; ok: true; value: Value } | { index: number; ok: false; fault: ItemFault };

interface Work<S extends z.ZodType, Value> {
  readonly item: S;
  /** Items that must not overtake each other have the same. */
  readonly subject: (item: z.output<S>) => string;
  readonly apply: (item: z.output<S>, cause: CauseInput) => Promise<Value>;
  /** Logs a bug and makes it opaque. */
  readonly opaque: (error: unknown) => TRPCError;
}

export async function runBatch<S extends z.ZodType, Value>(
  { items, reason, idempotencyKey }: Batch<z.input<S>>,
  { item, subject, apply, opaque }: Work<S, Value>,
): Promise<{ results: Result<Value>[] }> {
  const results: Result<Value>[] = [];
  const queues = new Map<string, { index: number; parsed: z.output<S> }[]>();
  items.forEach((given, index) => {
    const parsed = item.safeParse(given);
    if (!parsed.success) {
      results[index] = refused(index, fault('invalid', { details: mistakesIn(parsed.error) }));
      return;
    }
    const of = subject(parsed.data);
    const queue = queues.get(of) ?? [];
    queues.set(of, queue);
    queue.push({ index, parsed: parsed.data });
  });

  const waiting = queues.values();
  const worker = async (): Promise<void> => {
    for (const queue of waiting) {
      for (const { index, parsed } of queue) {
        const cause = { reason, idempotencyKey: itemKey(idempotencyKey, index) };
        results[index] = await inTurn(() => apply(parsed, cause)).then(
          (value) => ({ index, ok: true, value }),
          (error: unknown) => refused(index, faultOf(error, opaque)),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, queues.size) }, worker));
  return { results };
}

const refused = <Value>(index: number, refusal: Fault): Result<Value> => ({
  index,
  ok: false,
  fault: itemFault(refusal),
});

/** A bug in one item is logged and opaque like any other, and still leaves the other items alone. */
function faultOf(error: unknown, opaque: (error: unknown) => TRPCError): Fault {
  if (isFault(error) && error.code !== 'internal') return error;
  return faultBehind(opaque(error)) ?? fault('internal');
}

const MAX_KEY = 128;

/** Always the same for the same place in the same batch. */
export function itemKey(batchKey: string, index: number): string {
  const key = `${batchKey}#${index}`;
  if (key.length <= MAX_KEY) return key;
  return `${createHash('sha256').update(batchKey).digest('hex')}#${index}`;
}
