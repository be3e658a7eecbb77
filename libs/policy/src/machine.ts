import { z } from 'zod';
import { machineId, parsed, role, status, uid, type Role, type Status } from './fields';
import { changed, unchanged, type Change } from './change';
import { fault } from './faults';
import type { User } from './user';

/** A persistent account. It acts on exactly one user's balances, limits, destinations and permits. */
export interface Machine {
  readonly schema: 1;
  readonly machineId: string;
  readonly uid: string;
  readonly role: Role;
  readonly status: Status;
  readonly frozen: boolean;
}

const create = z.strictObject({ machineId, uid, role });

/** `owner` is the user it acts for; a machine never has more authority than that user. */
export function createMachine(
  state: Machine | undefined,
  input: unknown,
  owner: User | undefined,
): Change<Machine> {
  const command = parsed(create, input);
  if (state !== undefined) throw fault('already_exists', { message: 'this machine id exists' });
  if (owner === undefined) throw fault('not_found', { message: 'no such user' });
  if (command.role === 'admin' && owner.role !== 'admin') {
    throw fault('conflict', { message: 'a machine cannot have more authority than its user' });
  }
  const machine: Machine = { schema: 1, ...command, status: 'active', frozen: false };
  return changed(machine, { type: 'machine.created', data: command });
}

const update = z.strictObject({ status });

export function updateMachine(state: Machine | undefined, input: unknown): Change<Machine> {
  const command = parsed(update, input);
  const machine = existingMachine(state);
  if (machine.status === command.status) return unchanged(machine);
  if (machine.status === 'closed') throw fault('conflict', { message: 'a closed machine stays closed' });
  return changed({ ...machine, status: command.status }, { type: 'machine.updated', data: command });
}

export function freezeMachine(state: Machine | undefined, frozen: boolean): Change<Machine> {
  return changed(
    { ...existingMachine(state), frozen },
    { type: frozen ? 'machine.frozen' : 'machine.unfrozen', data: {} },
  );
}

function existingMachine(state: Machine | undefined): Machine {
  if (state === undefined) throw fault('not_found', { message: 'no such machine' });
  return state;
}
