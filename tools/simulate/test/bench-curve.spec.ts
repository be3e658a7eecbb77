import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';
import { runCurve, type Run } from '../src/curve-run';
import type { Sample } from '../src/curve-sample';

async function curve(run: Partial<Run>, stopAfter = Infinity) {
  const samples: Sample[] = [];
  const stop = new AbortController();
  let closed = 0;
  const complete = await runCurve(
    { operations: 60, sampleEvery: 25, days: 3, destinations: 3, perDestination: false, ...run },
    {
      open: async (now) => {
        const store = openMemoryStore(createMemoryDisk(), { now });
        return {
          ...store,
          close: async () => {
            closed += 1;
            await store.close();
          },
        };
      },
      stopwatch: () => 0,
      signal: stop.signal,
      onOperation: (done) => {
        if (done === stopAfter) stop.abort();
      },
      onSample: (sample) => samples.push(sample),
    },
  );
  return { samples, complete, closed };
}

test('every operation is granted and settled, and sampled as the month passes', async () => {
  const { samples, complete, closed } = await curve({});
  expect(complete).toBe(true);
  expect(samples.map(({ operations }) => operations)).toEqual([25, 50, 60]);
  expect(samples.map(({ day }) => Math.round(day))).toEqual([1, 2, 3]);
  expect(samples.at(-1)?.points).toBeGreaterThan(50);
  expect(closed).toBe(1);
});

test('with a limit per destination there is a history for each as well', async () => {
  const { samples } = await curve({ perDestination: true });
  const { samples: without } = await curve({});
  expect(samples.at(-1)?.points).toBe(2 * (without.at(-1)?.points ?? 0));
});

test('a run that is stopped ends after the operation under way and closes its store', async () => {
  const { samples, complete, closed } = await curve({}, 30);
  expect({ complete, closed, sampled: samples.length }).toEqual({ complete: false, closed: 1, sampled: 1 });
});
