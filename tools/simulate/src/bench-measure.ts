import { median, spreadOf, type Spread } from './bench-percentile';

/**
 * Times tasks against each other. A round goes through all tasks, so that whatever else the machine does falls on all
 * of them alike, and each round of each task begins warm. What is told of a task is the middle round, and the p99 of
 * the worst one, so that nobody has to trust a lucky round.
 */
export interface Task {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Measured {
  readonly name: string;
  /** What passed on the clock, also while the machine did something else. */
  readonly wall: Spread;
  /** What the process used of a processor, its garbage collector included: the figure to trust on a busy machine. */
  readonly cpu: Spread;
  /** p99 on the clock of the worst round. */
  readonly worst: number;
  /** Of the fewest runs that a round had. */
  readonly runs: number;
  /** Its median on the clock over the first task's. */
  readonly ratio: number;
}

export interface Plan {
  readonly rounds: number;
  /** Timed runs of a task in a round, after a fifth as many that are not timed. */
  readonly runs: number;
  /** A round of a task that takes longer ends early, but never with fewer than 100 runs. */
  readonly longestMs: number;
}

export interface MeasureDeps {
  /** Monotonic, ms. */
  readonly wall: () => number;
  /** Processor time of this process so far, ms. */
  readonly cpu: () => number;
  readonly onRound: (done: number) => void;
}

interface Round {
  readonly wall: Spread;
  readonly cpu: Spread;
  readonly runs: number;
}

const FEWEST_RUNS = 100;
/** What tasks return goes here, so that no work can be found to be without use. */
let sink: unknown;

/** Times in ms. */
export function measure(tasks: readonly Task[], plan: Plan, deps: MeasureDeps): readonly Measured[] {
  const all = tasks.map((): Round[] => []);
  for (let round = 0; round < plan.rounds; round += 1) {
    tasks.forEach((task, index) => {
      repeat(task, { ...plan, runs: Math.ceil(plan.runs / 5), longestMs: plan.longestMs / 5 }, deps);
      all[index]?.push(repeat(task, plan, deps));
    });
    deps.onRound(round + 1);
  }
  const baseline = median((all[0] ?? []).map(({ wall }) => wall.median));
  return tasks.map(({ name }, index) => {
    const rounds = all[index] ?? [];
    const wall = middle(rounds.map((one) => one.wall));
    return {
      name,
      wall,
      cpu: middle(rounds.map((one) => one.cpu)),
      worst: Math.max(...rounds.map((one) => one.wall.p99)),
      runs: Math.min(...rounds.map(({ runs }) => runs)),
      ratio: wall.median / baseline,
    };
  });
}

const middle = (spreads: readonly Spread[]): Spread => ({
  median: median(spreads.map((one) => one.median)),
  p95: median(spreads.map(({ p95 }) => p95)),
  p99: median(spreads.map(({ p99 }) => p99)),
});

/** The clock is read closest to the work: reading processor time takes longer than some of it. */
function repeat(task: Task, { runs, longestMs }: Plan, { wall, cpu }: MeasureDeps): Round {
  const walls: number[] = [];
  const cpus: number[] = [];
  const end = wall() + longestMs;
  for (let run = 0; run < runs && (run < FEWEST_RUNS || wall() < end); run += 1) {
    const cpuFrom = cpu();
    const from = wall();
    sink = task.run();
    walls.push(wall() - from);
    cpus.push(cpu() - cpuFrom);
  }
  return { wall: spreadOf(walls), cpu: spreadOf(cpus), runs: walls.length };
}

/** What the last task returned: reading it is what makes the work count. */
export const lastResult = (): unknown => sink;
