import { createTally } from '../tally';
import type { Input, Target } from '../target';
import { createWatchdog } from '../watchdog';
import { createShareInputs, type ShareSeeds } from './share-inputs';
import { createShareOracle, type Judgement, type ShareParsers } from './share-oracle';

/** The parsers that run before anything else does, in this process: references, keyring files and shares. */
/** By the clock and not by the processor, so there is room for a machine that is busy with other things. */
const LIMIT_MS = 30_000;
/** Watched together. */
const BATCH = 256;

export const createShareTarget = (
  parsers: ShareParsers,
  seeds: ShareSeeds,
  { limitMs = LIMIT_MS }: { readonly limitMs?: number } = {},
): Target => {
  const tally = createTally();
  const watched = createWatchdog(limitMs);
  const oracle = createShareOracle(parsers, new Set(seeds.sets.map(({ secret }) => secret)));

  const judge = async ({ kind, bytes }: Input): Promise<Judgement | 'too slow'> => {
    const text = bytes.toString('utf8');
    switch (kind) {
      case 'reference':
        return watched(() => oracle.reference(text));
      case 'keyring':
        return watched(() => oracle.keyring(text));
      case 'weakness':
        return watched(() => oracle.weakness(text));
      case 'combine':
        return watched(() => oracle.combine(text.split('\n')));
      case 'resolve': {
        const [threshold = '', ...texts] = text.split('\n');
        return oracle.resolve(threshold, texts);
      }
      default:
        return { problem: `no such input: ${kind}` };
    }
  };

  return {
    name: 'shares',
    width: BATCH,
    make: createShareInputs(seeds),
    async check(input) {
      const judged = await judge(input);
      if (judged === 'too slow') return `no end within ${limitMs} ms`;
      if ('problem' in judged) return judged.problem;
      tally.add(judged.answer);
      return undefined;
    },
    inspect: async () => [],
    answers: tally.counts,
  };
};
