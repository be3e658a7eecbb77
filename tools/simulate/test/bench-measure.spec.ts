import { lastResult, measure, type MeasureDeps } from '../src/bench-measure';

/** A machine on which each task takes what it says, and a second process takes the clock while `stolen`. */
function machine() {
  let [clock, used] = [0, 0];
  const rounds: number[] = [];
  const deps: MeasureDeps = { wall: () => clock, cpu: () => used, onRound: (done) => rounds.push(done) };
  const work = (ms: number, stolen = 0) => {
    clock += ms + stolen;
    used += ms;
  };
  return { deps, work, rounds };
}

test('ratios are to the first task, and the clock and the processor are told apart', () => {
  const { deps, work, rounds } = machine();
  const tasks = [
    { name: 'baseline', run: () => work(2) },
    { name: 'slower', run: () => work(3, 1) },
  ];
  const [baseline, slower] = measure(tasks, { rounds: 3, runs: 10, longestMs: 1_000 }, deps);
  expect(baseline).toMatchObject({ name: 'baseline', ratio: 1, runs: 10, worst: 2 });
  expect(slower?.wall).toEqual({ median: 4, p95: 4, p99: 4 });
  expect(slower?.cpu).toEqual({ median: 3, p95: 3, p99: 3 });
  expect(slower?.ratio).toBe(2);
  expect(rounds).toEqual([1, 2, 3]);
});

test('warm-up is not timed, and a bad round shows in `worst` alone', () => {
  const { deps, work } = machine();
  let runs = 0;
  const run = () => {
    runs += 1;
    const round = Math.floor((runs - 1) / 12);
    const warmingUp = (runs - 1) % 12 < 2;
    work(warmingUp ? 500 : round === 1 ? 9 : 1);
  };
  const [one] = measure([{ name: 'one', run }], { rounds: 3, runs: 10, longestMs: 100_000 }, deps);
  expect(runs).toBe(36);
  expect(one).toMatchObject({ wall: { median: 1, p99: 1 }, worst: 9 });
});

test('a slow task ends its round early, but not before it ran 100 times', () => {
  const { deps, work } = machine();
  const [slow] = measure(
    [{ name: 'slow', run: () => work(50) }],
    { rounds: 1, runs: 5_000, longestMs: 10 },
    deps,
  );
  const [quick] = measure(
    [{ name: 'quick', run: () => work(1) }],
    { rounds: 1, runs: 5_000, longestMs: 300 },
    deps,
  );
  expect(slow?.runs).toBe(100);
  expect(quick?.runs).toBe(300);
});

test('the last result is kept, so that no work can be optimized away', () => {
  const { deps } = machine();
  const result = {};
  measure([{ name: 'one', run: () => result }], { rounds: 1, runs: 1, longestMs: 1 }, deps);
  expect(lastResult()).toBe(result);
});
