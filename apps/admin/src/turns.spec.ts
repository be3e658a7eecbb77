import { createTurns } from './turns';

test('so many run at once, the others in their order, and one that fails gives its place back', async () => {
  const inTurn = createTurns(2);
  const started: number[] = [];
  const endings: ((failure?: Error) => void)[] = [];
  const work = (n: number) => () => {
    started.push(n);
    return new Promise<number>((resolve, reject) =>
      endings.push((failure) => (failure === undefined ? resolve(n) : reject(failure))),
    );
  };
  const results = Promise.allSettled([0, 1, 2, 3].map((n) => inTurn(work(n))));
  expect(started).toEqual([0, 1]);
  endings[1]?.(new Error('bug'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual([0, 1, 2]);
  endings[2]?.();
  await new Promise((resolve) => setImmediate(resolve));
  endings[0]?.();
  endings[3]?.();
  expect((await results).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(started).toEqual([0, 1, 2, 3]);
});
