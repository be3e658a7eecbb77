/** Handlers by themselves, on a store in memory: for specs that need neither secrets nor a server. */
import { randomUUID } from 'node:crypto';
import { createAggregates, createCommands } from '@countersign/commands';
import { NO_UPDATE_RULES, isFault } from '@countersign/policy';
import type { CallContext, Cause } from '@countersign/rpc';
import { createMemoryDisk, openMemoryStore } from '@countersign/store/testing';

export const NOW = Date.UTC(2026, 0, 5, 9);

export const cause: Cause = { actor: 'test', reason: 'test', idempotencyKey: '' };

export const context: CallContext = {
  method: 'Admin',
  peer: 'test',
  requestId: 'r-1',
  deadline: NOW + 24 * 60 * 60_000,
  signal: new AbortController().signal,
};

/** Time stands still unless the clock is moved. */
export function handlersWorld() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const store = openMemoryStore(createMemoryDisk(), { now });
  const aggregates = createAggregates({ store, now });
  const commands = createCommands({
    ...aggregates,
    store,
    now,
    newId: randomUUID,
    updateRules: NO_UPDATE_RULES,
  });
  const call = {
    cause: { actor: 'test', reason: 'test', requestId: 'r-1' },
    deadline: context.deadline,
    approval: null,
    once: null,
    expectedRevision: null,
  };
  return { ...aggregates, store, commands, now, clock, call };
}

export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
};
