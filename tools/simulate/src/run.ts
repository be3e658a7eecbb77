import type { Tampering } from './engine/engine-process';
import { runEpisode } from './episode';
import { addTo, count, createTally, type Tally } from './tally';

export interface RunDeps {
  readonly seed: string;
  readonly ops: number;
  /** Only this one, as it is when all are run. */
  readonly episode: number | undefined;
  readonly tampering: Tampering;
  readonly trace: (line: () => string) => void;
  readonly stopped: () => boolean;
  readonly progress: (progress: { readonly ops: number; readonly episode: number }) => void;
}

export interface RunResult {
  readonly ops: number;
  readonly tally: Tally;
  readonly failure: { readonly episode: number; readonly op: number; readonly error: unknown } | null;
}

/** A world is thrown away after so many operations, which bounds memory and the work of the model. */
export const EPISODE_OPS = 20_000;

export const episodesOf = (ops: number): number => Math.max(1, Math.ceil(ops / EPISODE_OPS));

/** Episode after episode, until one fails. */
export async function run({ seed, ops, episode: only, ...deps }: RunDeps): Promise<RunResult> {
  const tally = createTally();
  const numbers = only === undefined ? Array.from({ length: episodesOf(ops) }, (_, i) => i) : [only];
  let done = 0;
  for (const episode of numbers) {
    if (deps.stopped()) break;
    const result = await runEpisode({
      seed,
      episode,
      ops: Math.min(EPISODE_OPS, ops - episode * EPISODE_OPS),
      tampering: deps.tampering,
      trace: deps.trace,
      stopped: deps.stopped,
      progress: (here) => deps.progress({ ops: done + here, episode }),
    });
    done += result.ops;
    addTo(tally, result.tally);
    count(tally, 'episodes');
    if (result.failure !== null) return { ops: done, tally, failure: { episode, ...result.failure } };
  }
  return { ops: done, tally, failure: null };
}
