import { createPast, replayUser, type Outcome } from '@countersign/commands';
import type { Draft, ReplayPeriod } from '@countersign/policy';
import type { AuditedStore } from './open-audited';
import { sumOf } from './sum';
import { eachId } from './verify-store';

/** Per limit that would have refused, or per rule where no limit did. */
export interface Total {
  readonly chainId: string | null;
  /** The rule when no limit decided. */
  readonly by: string;
  /** The limit's layer; null when no limit decided. */
  readonly layer: string | null;
  readonly count: number;
  readonly amount: string;
}

export interface BacktestReport {
  readonly users: number;
  readonly decisions: number;
  readonly refused: number;
  readonly allowed: number;
  readonly otherAnswers: number;
  readonly totals: readonly Total[];
  /** Users whose history cannot be replayed, and why. */
  readonly unusable: readonly { readonly uid: string; readonly message: string }[];
}

interface Deps {
  readonly store: AuditedStore;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
  readonly each: (outcome: Outcome) => void;
}

/** Replays the history of every user. The outcomes are handed on one by one and not kept. */
export async function backtestStore(deps: Deps, draft: Draft, period: ReplayPeriod): Promise<BacktestReport> {
  const { store, signal, progress } = deps;
  const past = createPast(store);
  const totals = new Map<string, Total>();
  const counts = { refused: 0, allowed: 0, 'other answer': 0 };
  const unusable: { uid: string; message: string }[] = [];
  let [users, decisions] = [0, 0];
  const unreadable = await eachId(store, 'user', async (uid) => {
    const replayed = await replayUser({ store, past, signal }, { uid, draft, period }, (outcome) => {
      counts[outcome.change] += 1;
      if (outcome.change === 'refused') addTo(totals, outcome);
      deps.each(outcome);
    });
    users += 1;
    decisions += replayed.decisions;
    if (replayed.problem !== undefined) unusable.push({ uid, message: replayed.problem });
    progress(`replayed ${users} users, ${decisions} decisions; ${counts.refused} would have been refused`);
  });
  if (unreadable !== undefined) unusable.push({ uid: unreadable.id, message: unreadable.message });
  return {
    users,
    decisions,
    refused: counts.refused,
    allowed: counts.allowed,
    otherAnswers: counts['other answer'],
    totals: [...totals.values()].sort((a, b) => b.count - a.count),
    unusable,
  };
}

function addTo(totals: Map<string, Total>, { would, asked }: Outcome): void {
  const limit = would.binding;
  const layer = limit === null ? null : limit.layer === 'tier' ? `tier ${would.tierId}` : limit.layer;
  const of = { chainId: asked?.chainId ?? null, by: limit?.key ?? would.rule, layer };
  const name = JSON.stringify(of);
  const before = totals.get(name) ?? { ...of, count: 0, amount: '0' };
  const amount = sumOf([before.amount, asked?.amount ?? '0']);
  totals.set(name, { ...of, count: before.count + 1, amount });
}
