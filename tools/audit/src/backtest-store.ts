import { isDecision, type Decision, type Draft, type Surroundings } from '@countersign/policy';
import { followChain, BEGINNING } from './follow-chain';
import type { AuditedStore } from './open-audited';
import { createPast, type Past } from './past';
import { replayUnderDraft, type Period } from './replay-under-draft';
import { sumOf } from './sum';
import { eachId } from './verify-store';

/** One decision that the draft would have made otherwise. */
export interface Outcome {
  readonly uid: string;
  readonly at: number; // ms UTC
  readonly decisionId: string;
  readonly referenceId: string;
  /** null without a permit. */
  readonly asked: Decision['asked'];
  readonly change: 'refused' | 'allowed' | 'other answer';
  readonly was: Side;
  readonly would: Side;
}

interface Side extends Pick<Decision, 'outcome' | 'rule' | 'binding' | 'budget' | 'sentence'> {
  readonly tierId: string | null;
}

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
export async function backtestStore(deps: Deps, draft: Draft, period: Period): Promise<BacktestReport> {
  const { store, progress } = deps;
  const past = createPast(store);
  const totals = new Map<string, Total>();
  const counts = { refused: 0, allowed: 0, 'other answer': 0 };
  const unusable: { uid: string; message: string }[] = [];
  let [users, decisions] = [0, 0];
  const unreadable = await eachId(store, 'user', async (uid) => {
    const replayed = await replayUser(deps, past, { uid, draft, period }, (outcome) => {
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

async function replayUser(
  { store, signal }: Deps,
  past: Past,
  { uid, draft, period }: { readonly uid: string; readonly draft: Draft; readonly period: Period },
  each: (outcome: Outcome) => void,
): Promise<{ readonly decisions: number; readonly problem: string | undefined }> {
  const replay = replayUnderDraft(draft, period);
  let decisions = 0;
  let problem: string | undefined;
  const head = (await store.head('user', uid)) ?? BEGINNING;
  const broken = await followChain(store, { kind: 'user', id: uid }, head, signal, async (event) => {
    if (problem !== undefined) return;
    const fact = { type: event.type, data: event.data as object, at: event.at };
    let surroundings: Surroundings = { platform: undefined, tier: undefined, machine: undefined };
    if (isDecision(fact)) {
      const rests = await past.surroundingsOf(fact.data);
      if ('missing' in rests) {
        problem = `decision ${fact.data.id} rests on ${rests.missing}, which is not in its history`;
        return;
      }
      surroundings = rests.surroundings;
      if (event.at >= period.since && event.at < period.until) decisions += 1;
    }
    const difference = replay.next(fact, surroundings);
    if (difference !== undefined) each(outcomeOf(difference));
  });
  if (broken !== undefined)
    problem = `its chain is broken at event ${broken.seq} (${broken.reason}): run verify`;
  return { decisions, problem };
}

function outcomeOf({
  uid,
  at,
  was,
  would,
}: {
  uid: string;
  at: number;
  was: Decision;
  would: Decision;
}): Outcome {
  const change =
    was.outcome !== 'refused' && would.outcome === 'refused'
      ? 'refused'
      : was.outcome === 'refused' && would.outcome !== 'refused'
        ? 'allowed'
        : 'other answer';
  const { id: decisionId, referenceId, asked } = was;
  return { uid, at, decisionId, referenceId, asked, change, was: side(was), would: side(would) };
}

const side = ({ outcome, rule, binding, budget, sentence, tierId }: Decision): Side => ({
  outcome,
  rule,
  binding,
  budget,
  sentence,
  tierId,
});

function addTo(totals: Map<string, Total>, { would, asked }: Outcome): void {
  const limit = would.binding;
  const layer = limit === null ? null : limit.layer === 'tier' ? `tier ${would.tierId}` : limit.layer;
  const of = { chainId: asked?.chainId ?? null, by: limit?.key ?? would.rule, layer };
  const name = JSON.stringify(of);
  const before = totals.get(name) ?? { ...of, count: 0, amount: '0' };
  const amount = sumOf([before.amount, asked?.amount ?? '0']);
  totals.set(name, { ...of, count: before.count + 1, amount });
}
