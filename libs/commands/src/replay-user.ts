import {
  isDecision,
  replayUnderDraft,
  type Decision,
  type Difference,
  type Draft,
  type ReplayPeriod,
  type Surroundings,
} from '@countersign/policy';
import type { Store } from '@countersign/store';
import { BEGINNING, breathe, followChain } from './follow-chain';
import type { Past } from './past';

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

export interface Replayed {
  /** Of the period, made again. */
  readonly decisions: number;
  /** Why the history cannot be replayed to its end; undefined when it was. */
  readonly problem: string | undefined;
}

interface Deps {
  readonly store: Pick<Store, 'head' | 'history'>;
  readonly past: Past;
  readonly signal: AbortSignal;
}

/** A decision takes up to a millisecond: no more than this many before everybody else has a turn. */
const DECISIONS_AT_ONCE = 20;

/** The history of one user with a draft put in force, from its events, whose chain is checked on the way. */
export async function replayUser(
  { store, past, signal }: Deps,
  { uid, draft, period }: { readonly uid: string; readonly draft: Draft; readonly period: ReplayPeriod },
  each: (outcome: Outcome) => void,
): Promise<Replayed> {
  const replay = replayUnderDraft(draft, period);
  let [decisions, made] = [0, 0];
  let problem: string | undefined;
  const head = (await store.head('user', uid)) ?? BEGINNING;
  const broken = await followChain(store, { kind: 'user', id: uid }, head, signal, async (event) => {
    if (problem !== undefined) return;
    const fact = { type: event.type, data: event.data as object, at: event.at };
    let surroundings: Surroundings = { platform: undefined, tier: undefined, machine: undefined };
    if (isDecision(fact)) {
      if ((made += 1) % DECISIONS_AT_ONCE === 0) await breathe(signal);
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

function outcomeOf({ uid, at, was, would }: Difference): Outcome {
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
