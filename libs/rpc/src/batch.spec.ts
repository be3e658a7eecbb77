import fc from 'fast-check';
import { createOutbox, maxBatchBytes, maxBatchItems } from './batch';
import { loadWire } from './proto';

const { call, callback } = loadWire();
const decode = (batch: Buffer) => callback.Converse.requestDeserialize(batch).calls;
const encode = (id: number, payload: string): Buffer => call.serialize({ id, update: { payload } });
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a batch', () => {
  test('is what the contract makes of the same calls, in order, within the limits', () => {
    const payload = fc.oneof(
      { weight: 9, arbitrary: fc.string({ maxLength: 300 }) },
      { weight: 1, arbitrary: fc.constantFrom(100, 16_000, 90_000, 300_000).map((n) => 'x'.repeat(n)) },
    );
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 300, size: 'max' }), (payloads) => {
        const batches: Buffer[] = [];
        const outbox = createOutbox({ write: (batch) => batches.push(batch) > 0, onEmpty: () => undefined });
        payloads.forEach((text, n) => outbox.add(encode(n + 1, text)));
        outbox.flush();
        expect(batches.flatMap(decode).map(({ id, update }) => [id, update?.payload])).toEqual(
          payloads.map((text, n) => [n + 1, text]),
        );
        for (const batch of batches) {
          const { length } = decode(batch);
          expect(length).toBeLessThanOrEqual(maxBatchItems);
          if (length > 1) expect(batch.byteLength).toBeLessThanOrEqual(maxBatchBytes);
        }
      }),
      { seed: 20_261_121, numRuns: 50 },
    );
  });
});

describe('an outbox', () => {
  const createRecorder = () => {
    const batches: number[][] = [];
    let taking = true;
    let emptied = 0;
    const outbox = createOutbox({
      write: (batch) => {
        batches.push(decode(batch).map(({ id }) => id));
        return taking;
      },
      onEmpty: () => (emptied += 1),
    });
    return { outbox, batches, emptied: () => emptied, take: (yes: boolean) => (taking = yes) };
  };

  test('writes once for all that one turn of the event loop put in, microtasks included', async () => {
    const { outbox, batches, emptied } = createRecorder();
    outbox.add(encode(1, ''));
    await Promise.resolve();
    outbox.add(encode(2, ''));
    expect(batches).toEqual([]);
    await nextTurn();
    expect(batches).toEqual([[1, 2]]);
    expect(emptied()).toBe(1);
  });

  test('holds back while the stream is full', async () => {
    const { outbox, batches, take } = createRecorder();
    take(false);
    outbox.add(encode(1, ''));
    await nextTurn();
    outbox.add(encode(2, ''));
    await nextTurn();
    expect({ batches, open: outbox.open(), size: outbox.size() }).toEqual({
      batches: [[1]],
      open: false,
      size: 1,
    });
    take(true);
    outbox.drained();
    expect({ batches, open: outbox.open(), size: outbox.size() }).toEqual({
      batches: [[1], [2]],
      open: true,
      size: 0,
    });
  });

  test('writes nothing once it is closed', async () => {
    const { outbox, batches, emptied } = createRecorder();
    outbox.add(encode(1, ''));
    outbox.close();
    outbox.add(encode(2, ''));
    await nextTurn();
    expect({ batches, emptied: emptied(), size: outbox.size(), open: outbox.open() }).toEqual({
      batches: [],
      emptied: 0,
      size: 0,
      open: false,
    });
  });
});
