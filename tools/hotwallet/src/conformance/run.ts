/**
 * Runs the table against one backend, one check after the other, so that no check disturbs another. Rejects with a
 * TransportError if there is no backend to begin with; one that dies on the way fails the checks that follow.
 */
import { randomUUID } from 'node:crypto';
import { createConnection, type TlsFiles } from '../connection';
import type { Fixtures } from '../fixtures';
import { UsageError } from '../usage-error';
import { walletOn } from '../wallet';
import type { Check, Verdict } from './check';
import { checks } from './checks';

export interface ConformanceOptions extends TlsFiles {
  readonly url: string;
  readonly secret: string;
  readonly fixtures: Fixtures;
  /** A regular expression over the names of the checks. */
  readonly only?: string;
  /** Milliseconds until an unanswered request is given up; 5,000 unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds within which a server must end a client that dribbles; 20,000 unless told. */
  readonly slowLimitMs?: number;
  onStart?(check: Check, index: number, count: number): void;
}

export interface CheckResult extends Verdict {
  readonly name: string;
  readonly proves: string;
  readonly ms: number;
}

export interface ConformanceResult {
  /** Every selected check was run and held. */
  readonly ok: boolean;
  readonly results: readonly CheckResult[];
}

/** Throws UsageError for a pattern that is no pattern or selects nothing: a run of no checks proves nothing. */
export const selectChecks = (only: string | undefined): readonly Check[] => {
  if (only === undefined) return checks;
  const selected = checks.filter(({ name }) => pattern(only).test(name));
  if (selected.length === 0) throw new UsageError(`no check has a name like ${only}; --list shows the names`);
  return selected;
};

export const runConformance = async (options: ConformanceOptions): Promise<ConformanceResult> => {
  const selected = selectChecks(options.only);
  const connection = createConnection({ ...options, timeoutMs: options.timeoutMs ?? 5000 });
  try {
    (await connection.open()).destroy();
    const bench = {
      connection,
      wallet: walletOn(connection, options.secret),
      secret: options.secret,
      unique: (prefix: string) => `${prefix}-${randomUUID()}`,
      slowLimitMs: options.slowLimitMs ?? 20_000,
    };
    const results: CheckResult[] = [];
    for (const [index, check] of selected.entries()) {
      options.onStart?.(check, index, selected.length);
      const started = performance.now();
      const verdict = await check.judge(bench, options.fixtures);
      const { name, proves } = check;
      results.push({ name, proves, ...verdict, ms: Math.round(performance.now() - started) });
    }
    return { ok: results.every(({ outcome }) => outcome === 'holds'), results };
  } finally {
    connection.close();
  }
};

const pattern = (only: string): RegExp => {
  try {
    return new RegExp(only, 'i');
  } catch {
    throw new UsageError(`--only ${only} is not a regular expression`);
  }
};
