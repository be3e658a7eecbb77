import { createAggregates, createCommands, type Aggregates, type Commands } from '@countersign/commands';
import type { UpdateRules } from '@countersign/policy';
import type { Store } from '@countersign/store';
import { openMemoryStore, type MemoryDisk, type MemoryStep } from '@countersign/store/testing';
import type { Turnstile } from './turnstile';

/** One engine: the real commands on a store of its own, on a disk that it may share. It can die at any commit. */
export interface EngineProcess {
  readonly commands: Commands;
  readonly dead: boolean;
  /** Dies at that step of its n-th commit from now on; 1 is the next. */
  dieAt(step: MemoryStep, commit: number): void;
}

export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

/** For tests of the simulation: an engine that does not do what it should. */
export interface Tampering {
  store?(store: Store): Store;
  aggregates?(aggregates: Aggregates): Aggregates;
}

export interface EngineDeps {
  readonly disk: MemoryDisk;
  readonly now: () => number;
  readonly newId: () => string;
  readonly turnstile: Pick<Turnstile, 'gate'>;
  readonly updateRules: UpdateRules;
  readonly tampering: Tampering;
}

export function startEngine({
  disk,
  now,
  newId,
  turnstile,
  updateRules,
  tampering,
}: EngineDeps): EngineProcess {
  let dead = false;
  let doom: { readonly step: MemoryStep; commits: number } | undefined;

  async function passGate(): Promise<void> {
    const gate = turnstile.gate();
    if (gate !== undefined) await gate;
    if (dead) throw new ProcessDied();
  }
  async function onStep(step: MemoryStep): Promise<void> {
    await passGate();
    if (doom?.step !== step || --doom.commits > 0) return;
    dead = true;
    throw new ProcessDied();
  }

  const opened = openMemoryStore(disk, { now }, { onStep });
  const gated: Store = {
    ...opened,
    get: async <S>(...asked: Parameters<Store['get']>) => {
      await passGate();
      return opened.get<S>(...asked);
    },
  };
  const store = tampering.store?.(gated) ?? gated;
  const aggregates = createAggregates({ store, now });
  const tampered = tampering.aggregates?.(aggregates) ?? aggregates;
  return {
    commands: createCommands({ ...tampered, store, now, newId, updateRules }),
    get dead() {
      return dead;
    },
    dieAt(step, commits) {
      doom = { step, commits };
    },
  };
}
