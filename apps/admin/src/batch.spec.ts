import { fault } from '@countersign/policy';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { itemKey, runBatch } from './batch';
import { trpcErrorOf } from './fault-mapping';

const item = z.strictObject({ of: z.string(), n: z.number('must be a number') });
type Item = z.output<typeof item>;

const run = (
  items: readonly unknown[],
  apply: (one: Item, key: string) => Promise<string>,
  idempotencyKey = 'k',
) =>
  runBatch(
    { items: items as Item[], reason: 'a test', idempotencyKey },
    {
      item,
      subject: ({ of }) => of,
      apply: (one, { idempotencyKey: key }) => apply(one, key),
      opaque: () => trpcErrorOf(fault('internal', { correlationId: 'c-1' })),
    },
  );

test('each item has its result in its place, and a refused one spoils no other', async () => {
  const { results } = await run(
    [{ of: 'a', n: 1 }, { of: 'a' }, { of: 'b', n: 2 }, null, { of: 'c', n: 3, x: 1 }, { of: 'd', n: 4 }],
    async ({ of, n }) => {
      if (of === 'b') throw fault('conflict', { details: ['why'], revision: 7 });
      if (of === 'd') throw new Error('a bug that says hunter2');
      return `${of}${n}`;
    },
  );
  expect(results).toEqual([
    { index: 0, ok: true, value: 'a1' },
    {
      index: 1,
      ok: false,
      fault: { code: 'invalid', message: 'the request is not valid', details: ['n: must be a number'] },
    },
    {
      index: 2,
      ok: false,
      fault: {
        code: 'conflict',
        message: 'the state changed or does not allow this',
        details: ['why'],
        revision: 7,
      },
    },
    {
      index: 3,
      ok: false,
      fault: {
        code: 'invalid',
        message: 'the request is not valid',
        details: ['input: Invalid input: expected object, received null'],
      },
    },
    {
      index: 4,
      ok: false,
      fault: { code: 'invalid', message: 'the request is not valid', details: ['x: is not known'] },
    },
    {
      index: 5,
      ok: false,
      fault: { code: 'internal', message: 'internal error', details: [], correlationId: 'c-1' },
    },
  ]);
});

test('items about one subject are done in their order, others at once and never too many, over all batches', async () => {
  const order: Record<string, number[]> = {};
  let running = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const apply = async ({ of, n }: Item): Promise<string> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      // The last to come goes first, so that only waiting for each other keeps an order.
      if (waiting.length === 1)
        setImmediate(() =>
          waiting
            .splice(0)
            .reverse()
            .forEach((go) => go()),
        );
    });
    running -= 1;
    (order[of] ??= []).push(n);
    return '';
  };
  const items = Array.from({ length: 300 }, (_, n) => ({ of: `s${n % 60}`, n }));
  const others = items.map(({ of, n }) => ({ of: `other-${of}`, n }));
  const batches = await Promise.all([run(items, apply), run(others, apply)]);
  for (const { results } of batches) expect(results).toHaveLength(300);
  expect(most).toBe(32);
  expect(Object.keys(order)).toHaveLength(120);
  for (const done of Object.values(order)) expect(done).toEqual([...done].sort((a, b) => a - b));
});

test('an item keeps its key when the batch is sent again, and no two share one', async () => {
  const keysOf = async (batchKey: string): Promise<string[]> => {
    const keys: string[] = [];
    const items = Array.from({ length: 50 }, (_, n) => ({ of: `${n}`, n }));
    await run(items, async ({ n }, key) => (keys[n] = key), batchKey);
    return keys;
  };
  for (const batchKey of ['k', 'k'.repeat(128)]) {
    const keys = await keysOf(batchKey);
    expect(await keysOf(batchKey)).toEqual(keys);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^[!-~]{1,128}$/);
  }
  expect(itemKey('a'.repeat(127), 0)).not.toBe(itemKey(`${'a'.repeat(126)}b`, 0));
});

test('a fault that is a bug is made opaque as one', async () => {
  const told: unknown[] = [];
  const { results } = await runBatch(
    { items: [{ of: 'a', n: 1 }], reason: 'a test', idempotencyKey: 'k' },
    {
      item,
      subject: () => '',
      apply: () => Promise.reject(new TypeError('hunter2')),
      opaque: (error) => {
        told.push(error);
        return new TRPCError({ code: 'INTERNAL_SERVER_ERROR' });
      },
    },
  );
  expect(told).toEqual([new TypeError('hunter2')]);
  expect(JSON.stringify(results)).not.toContain('hunter2');
});
