/** What the machines router takes, and how it goes on the wire. */
import type { Cause, CreateMachineRequest, UpdateMachineRequest } from '@countersign/rpc';
import { z } from 'zod';
import { machineId, page, role, status, uid } from './fields';

export const newMachine = z.strictObject({ machineId, uid, role });
export const machineStatus = z.strictObject({ machineId, status });
export const oneMachine = z.strictObject({ machineId });
export const machineList = z.strictObject({ uid: uid.optional(), status: status.optional(), ...page(1000) });

export const createMachineRequest = (
  cause: Cause | null,
  { machineId: id, uid: owner, role: as }: z.output<typeof newMachine>,
): CreateMachineRequest => ({ cause, machineId: id, uid: owner, role: as });

export const updateMachineRequest = (
  cause: Cause | null,
  { machineId: id, status: to }: z.output<typeof machineStatus>,
): UpdateMachineRequest => ({ cause, machineId: id, status: to });
