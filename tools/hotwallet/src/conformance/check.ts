/**
 * One row of the conformance table: a name, what it proves, the fixtures it cannot do without, and a function that
 * throws NotHeld when the backend does otherwise. Checks know nothing of each other and may run alone.
 */
import type { Connection } from '../connection';
import type { Fixtures } from '../fixtures';
import { reasonOf } from '../reason';
import type { HotWallet } from '../wallet';

export interface Bench {
  readonly wallet: Omit<HotWallet, 'close'>;
  readonly connection: Connection;
  readonly secret: string;
  /** A value nobody has sent before. */
  unique(prefix: string): string;
  /** Milliseconds within which a server must end a client that dribbles. */
  readonly slowLimitMs: number;
}

export type Outcome = 'holds' | 'fails' | 'not run';

export interface Verdict {
  readonly outcome: Outcome;
  readonly detail: string;
}

export interface Check {
  /** `group/what`, stable: scripts select by it. */
  readonly name: string;
  readonly proves: string;
  readonly needs: readonly (keyof Fixtures)[];
  judge(bench: Bench, fixtures: Fixtures): Promise<Verdict>;
}

type Present<K extends keyof Fixtures> = { readonly [P in K]: NonNullable<Fixtures[P]> };

interface CheckInput<K extends keyof Fixtures> {
  readonly name: string;
  readonly proves: string;
  readonly needs?: readonly K[];
  /** Resolves with what was seen, in a few words. */
  run(bench: Bench, fixtures: Present<K>): Promise<string> | string;
}

export const check = <K extends keyof Fixtures = never>(input: CheckInput<K>): Check => {
  const needs = input.needs ?? [];
  return {
    name: input.name,
    proves: input.proves,
    needs,
    async judge(bench, fixtures) {
      if (!has(fixtures, needs)) {
        const missing = needs.filter((need) => fixtures[need] === undefined);
        return { outcome: 'not run', detail: `the fixtures lack: ${missing.join(', ')}` };
      }
      try {
        return { outcome: 'holds', detail: await input.run(bench, fixtures) };
      } catch (error) {
        return { outcome: 'fails', detail: reasonOf(error).message || String(error) };
      }
    },
  };
};

const has = <K extends keyof Fixtures>(
  fixtures: Fixtures,
  needs: readonly K[],
): fixtures is Fixtures & Present<K> => needs.every((need) => fixtures[need] !== undefined);
