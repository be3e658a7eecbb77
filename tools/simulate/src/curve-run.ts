/**
 * A month of one busy account, operation after operation on a virtual clock: registered, read two seconds later,
 * settled after ten. The account takes turns with itself, so no commit shares its transaction with another; these are
 * the costs of the slowest case, one account as fast as it can go.
 */
import { settledEver, type User } from '@countersign/policy';
import type { Store } from '@countersign/store';
import { median } from './bench-percentile';
import { openAccount, type Account, type Shape } from './curve-account';
import type { Sample } from './curve-sample';

export interface Run extends Shape {
  readonly operations: number;
  readonly sampleEvery: number;
  readonly days: number;
}

export interface RunDeps {
  readonly open: (now: () => number) => Promise<Store>;
  /** Monotonic, ms: measures and decides nothing. */
  readonly stopwatch: () => number;
  /** Ends the run after the operation under way. */
  readonly signal: AbortSignal;
  readonly onOperation: (done: number) => void;
  readonly onSample: (sample: Sample) => void;
}

const START = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;
const READ_AFTER_MS = 2_000;
const SETTLE_AFTER_MS = 10_000;
/** How often a decision in memory is repeated at each sample. */
const REPEATS = 101;

/** Whether all operations were made. Throws when the account does not have every one of them in its history. */
export async function runCurve(run: Run, deps: RunDeps): Promise<boolean> {
  const { stopwatch, signal } = deps;
  let now = START;
  let commits: number[] = [];
  const store = await deps.open(() => now);
  const timed: Store = {
    ...store,
    commit: async (commit, options) => {
      const from = stopwatch();
      const revision = await store.commit(commit, options);
      commits.push(stopwatch() - from);
      return revision;
    },
  };
  try {
    const account = await openAccount({ store: timed, now: () => now }, run);
    let operations: number[] = [];
    let today = 0;
    for (let done = 0; done < run.operations;) {
      if (signal.aborted) return false;
      const begin = START + Math.floor((done / run.operations) * run.days * DAY_MS);
      now = Math.max(now, begin);
      const day = Math.floor((now - START) / DAY_MS);
      if (day > today) await account.pushBalance();
      today = day;

      const from = stopwatch();
      const id = await account.register(done);
      now += READ_AFTER_MS;
      await account.read(id);
      now += SETTLE_AFTER_MS - READ_AFTER_MS;
      await account.settle(id);
      operations.push(stopwatch() - from);
      done += 1;
      deps.onOperation(done);

      if (done % run.sampleEvery === 0 || done === run.operations) {
        const days = (now - START) / DAY_MS;
        deps.onSample(await sampled(account, { done, days, commits, operations, stopwatch }));
        [commits, operations] = [[], []];
      }
    }
    return true;
  } finally {
    await store.close();
  }
}

async function sampled(
  account: Account,
  measured: {
    readonly done: number;
    readonly days: number;
    readonly commits: readonly number[];
    readonly operations: readonly number[];
    readonly stopwatch: () => number;
  },
): Promise<Sample> {
  const { user, decide, settle } = await account.inspect();
  if (settledCount(user) !== measured.done)
    throw new Error('a settled operation is missing from the history');
  const time = (work: () => void) =>
    median(
      Array.from({ length: REPEATS }, () => {
        const from = measured.stopwatch();
        work();
        return measured.stopwatch() - from;
      }),
    );
  return {
    operations: measured.done,
    day: measured.days,
    bytes: Buffer.byteLength(JSON.stringify(user)),
    points: pointsOf(user),
    commit: median(measured.commits),
    operation: median(measured.operations),
    decision: time(decide),
    settlement: time(settle),
  };
}

const settledCount = ({ usage }: User): number =>
  usage.reduce((sum, { history }) => sum + settledEver(history).count, 0);

const pointsOf = ({ usage }: User): number =>
  usage
    .flatMap(({ history, destinations }) => [history, ...destinations.map((entry) => entry.history)])
    .reduce((sum, history) => sum + history.length, 0);
