import type { ChangeCall, Commands } from '@countersign/commands';
import { isFault, type FaultCode } from '@countersign/policy';
import type { MemoryDisk } from '@countersign/store/testing';
import type { Clock } from '../engine/clock';
import { ProcessDied, startEngine, type EngineProcess, type Tampering } from '../engine/engine-process';
import type { Turnstile } from '../engine/turnstile';
import { updateRules } from '../engine/update-rules';
import type { ReadReply } from '../model/answer';
import { textOf } from '../model/authority';
import type { Intent, UpdatePayload } from '../model/intent';
import type { Model } from '../model/model';
import type { Random } from '../random';
import { count, type Tally } from '../tally';
import { violation } from '../violation';
import type { Wish } from './wish';

/** What there is beside the engine: callers, what they know and what they have not told yet, and the means to call. */
export interface World {
  readonly random: Random;
  readonly clock: Clock;
  readonly model: Model;
  readonly tally: Tally;
  readonly turnstile: Turnstile;
  /** Virtual ms between two operations, on average. */
  readonly tempo: number;
  /** How much wider than usual all limits are. */
  readonly breadth: number;
  readonly zones: readonly string[];
  readonly uids: readonly string[];
  readonly machines: readonly { readonly machineId: string; readonly uid: string }[];
  readonly tiers: readonly string[];
  readonly wishes: Map<string, Wish>;
  /** Registered and not yet granted. */
  readonly fresh: Wish[];
  /** Granted, and the ledger has not told what became of it. */
  readonly untold: Wish[];
  /** Payloads that arrived, which may arrive again. */
  readonly told: { readonly payload: UpdatePayload; readonly owner: string }[];
  /** Calls are being made at once: what the books say may be outdated when a call runs. */
  crowded: boolean;
  ops: number;
  call<T>(ask: Ask<T>): Promise<Outcome<T>>;
  readonly trace: (line: () => string) => void;
}

export interface Ask<T> {
  readonly intent: Intent;
  /** Whether it surely changes something. */
  readonly sure?: boolean;
  /** Who approved the change that this applies. */
  readonly approvedBy?: string | null;
  readonly run: (commands: Commands, call: ChangeCall) => Promise<T>;
  readonly replyOf?: (value: T) => ReadReply;
}

export type Outcome<T> =
  | { readonly how: 'done'; readonly value: T }
  | { readonly how: 'refused'; readonly code: FaultCode }
  | { readonly how: 'died' };

export const ACTOR = 'alice';
const BUDGET_MS = 2000;
const PROCESSES = 2;
const CRASHES = { alone: 0.012, crowded: 0.05 } as const;
const ATTEMPTS = 4;

type Calling = Pick<World, 'random' | 'clock' | 'model' | 'tally' | 'turnstile' | 'trace'> & {
  readonly disk: MemoryDisk;
  readonly tampering: Tampering;
  readonly world: () => World;
};

/**
 * Calls the engine through one of its processes, as CoKeeps and the ledger would: a process may die at any commit, is
 * then started anew from the disk, and the caller, who cannot know what happened, mostly asks again.
 */
export function createCaller(deps: Calling): World['call'] {
  const { random, clock, model, tally, turnstile, trace, disk, tampering, world } = deps;
  const engines: EngineProcess[] = [];
  let requests = 0;
  let ids = 0;
  const newId = () => `p-${(ids += 1)}-${random.below(2 ** 32).toString(16)}`;

  function living(index: number): EngineProcess {
    const engine = engines[index];
    if (engine?.dead === false) return engine;
    if (engine !== undefined) count(tally, 'restarts');
    const started = startEngine({ disk, now: clock.now, newId, turnstile, updateRules, tampering });
    engines[index] = started;
    return started;
  }

  async function attempt<T>(ask: Ask<T>, isFirst: boolean): Promise<Outcome<T>> {
    const { crowded } = world();
    const index = random.below(PROCESSES);
    const engine = living(index);
    if (random.chance(crowded ? CRASHES.crowded : CRASHES.alone)) {
      engine.dieAt(random.pick(['before commit', 'after commit']), random.between(1, 2));
    }
    const requestId = `r-${(requests += 1)}`;
    world().ops += 1;
    count(tally, `calls/${ask.intent.kind}`);
    const issued = model.issue(requestId, ask.intent, (ask.sure ?? false) && isFirst && !crowded);
    const call: ChangeCall = {
      cause: { actor: ACTOR, reason: 'simulated', requestId },
      deadline: clock.now() + BUDGET_MS,
      approval: ask.approvedBy ? { by: ask.approvedBy, since: clock.now() } : null,
      once: null,
      expectedRevision: null,
    };
    const outcome = await settled(ask.run(engine.commands, call));
    trace(() => `${requestId} engine ${index} ${textOf(ask.intent)} -> ${outcomeText(ask, outcome)}`);
    if (outcome.how === 'died') count(tally, 'crashes');
    if (outcome.how === 'refused') count(tally, `faults/${ask.intent.kind} ${outcome.code}`);
    const reply = outcome.how === 'done' ? (ask.replyOf?.(outcome.value) ?? null) : null;
    model.answered(issued, outcome.how === 'done' ? { how: 'done', reply } : outcome);
    return outcome;
  }

  return async (ask) => {
    for (let tries = 1; ; tries++) {
      const outcome = await attempt(ask, tries === 1);
      const unknown =
        outcome.how === 'died' ||
        (outcome.how === 'refused' && /^(deadline|unavailable)$/.test(outcome.code));
      if (!unknown || tries === ATTEMPTS || random.chance(0.15)) return outcome;
      clock.advance(random.below(world().crowded ? 20 : 3000));
    }
  };
}

async function settled<T>(running: Promise<T>): Promise<Outcome<T>> {
  try {
    return { how: 'done', value: await running };
  } catch (error) {
    if (error instanceof ProcessDied) return { how: 'died' };
    if (isFault(error)) return { how: 'refused', code: error.code };
    throw violation(
      `not a fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

function outcomeText<T>(ask: Ask<T>, outcome: Outcome<T>): string {
  if (outcome.how === 'refused') return outcome.code;
  if (outcome.how === 'died') return 'died';
  const reply = ask.replyOf?.(outcome.value);
  return reply === undefined ? 'done' : `${reply.rule} by ${reply.decisionId}`;
}
