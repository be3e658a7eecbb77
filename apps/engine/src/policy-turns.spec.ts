import { setImmediate } from 'node:timers';
import { inTurns } from './policy-turns';

function* tenParts(done: (part: number) => void) {
  for (let part = 1; part <= 10; part += 1) {
    done(part);
    yield;
  }
  return 'whole';
}

const clockOf = (msEach: number) => {
  let ms = 0;
  return () => (ms += msEach);
};

/** How many parts were done when others had their turn for the first time. */
async function partsBeforeOthers(msEach: number): Promise<number> {
  let parts = 0;
  let seen = 0;
  const others = new Promise<void>((resolve) =>
    setImmediate(() => {
      seen = parts;
      resolve();
    }),
  );
  const work = tenParts((part) => (parts = part));
  expect(await inTurns(work, new AbortController().signal, clockOf(msEach))).toBe('whole');
  await others;
  return seen;
}

it('lets others have their turn when parts have taken long enough, and not after each', async () => {
  expect(await partsBeforeOthers(10)).toBe(1);
  expect(await partsBeforeOthers(4)).toBe(3);
  expect(await partsBeforeOthers(0)).toBe(10);
});

it('ends when the caller has gone', async () => {
  const done: number[] = [];
  const work = tenParts((part) => done.push(part));
  await expect(inTurns(work, AbortSignal.abort(), clockOf(10))).rejects.toThrow();
  expect(done).toEqual([1]);
});
