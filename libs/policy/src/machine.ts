import { z } from 'zod';
import { machineId, parsed, role, status, uid, type Role, type Status } from './fields';
import { changedBy, unchanged, type Change } from './change';
import { fault } from './faults';
import type { User } from './user';

/** A persistent account. It acts on exactly one user's balances, limits, destinations and permits. */
export interface Machine {
  readonly schema: 2;
  /** Number of the last event. */
  readonly seq: number;
  readonly machineId: string;
  readonly uid: string;
  readonly role: Role;
  readonly status: Status;
  readonly frozen: boolean;
}

export type MachineEvent =
  | { readonly type: 'machine.created'; readonly data: Pick<Machine, 'machineId' | 'uid' | 'role'> }
  | { readonly type: 'machine.updated'; readonly data: Pick<Machine, 'status'> }
  | { readonly type: 'machine.frozen' | 'machine.unfrozen'; readonly data: Record<string, never> };

export function evolveMachine(state: Machine | undefined, event: MachineEvent): Machine {
  if (event.type === 'machine.created') {
    return { schema: 2, seq: 1, ...event.data, status: 'active', frozen: false };
  }
  const before = existingMachine(state);
  const machine = { ...before, seq: before.seq + 1 };
  switch (event.type) {
    case 'machine.updated':
      return { ...machine, status: event.data.status };
    case 'machine.frozen':
    case 'machine.unfrozen':
      return { ...machine, frozen: event.type === 'machine.frozen' };
  }
}

const changed = changedBy(evolveMachine);

const create = z.strictObject({ machineId, uid, role });

/** `owner` is the user it acts for; a machine never has more authority than that user. */
export function createMachine(
  state: Machine | undefined,
  input: unknown,
  owner: User | undefined,
): Change<Machine> {
  const data = parsed(create, input);
  if (state !== undefined) throw fault('already_exists', { message: 'this machine id exists' });
  if (owner === undefined) throw fault('not_found', { message: 'no such user' });
  if (data.role === 'admin' && owner.role !== 'admin') {
    throw fault('conflict', { message: 'a machine cannot have more authority than its user' });
  }
  return changed(undefined, { type: 'machine.created', data });
}

const update = z.strictObject({ status });

export function updateMachine(state: Machine | undefined, input: unknown): Change<Machine> {
  const data = parsed(update, input);
  const machine = existingMachine(state);
  if (machine.status === data.status) return unchanged(machine);
  if (machine.status === 'closed') throw fault('conflict', { message: 'a closed machine stays closed' });
  return changed(machine, { type: 'machine.updated', data });
}

export function freezeMachine(state: Machine | undefined, frozen: boolean): Change<Machine> {
  const machine = existingMachine(state);
  if (machine.frozen === frozen) return unchanged(machine);
  return changed(machine, { type: frozen ? 'machine.frozen' : 'machine.unfrozen', data: {} });
}

function existingMachine(state: Machine | undefined): Machine {
  if (state === undefined) throw fault('not_found', { message: 'no such machine' });
  return state;
}
