import type fc from 'fast-check';
import type { Policy } from '../scenario/policy';

/**
 * One invariant, for any build of the policy core. Throws with a counterexample and the seed when it does not hold.
 * Hurried: fewer cases and the first counterexample as it is, for mutants, where any will do.
 */
export type Property = (policy: Policy, hurried?: boolean) => void;

/** The same cases on every machine and in every run. */
export const seeded = (numRuns: number, hurried: boolean): fc.Parameters<unknown> => ({
  seed: 20261121,
  numRuns: hurried ? Math.ceil(numRuns / 4) : numRuns,
  endOnFailure: hurried,
});
