import {
  PLATFORM_ID,
  createMachine,
  fault,
  freezeMachine,
  updateMachine,
  type Change,
  type Machine,
} from '@countersign/policy';
import type { ChangeCall, Changed } from './call';
import type { JudgedDeps } from './policy-change';

export interface MachineCommands {
  createMachine(
    call: ChangeCall,
    input: { readonly machineId: string; readonly uid: string; readonly role: string },
  ): Promise<Changed>;
  updateMachine(call: ChangeCall, machineId: string, input: unknown): Promise<Changed>;
  freezeMachine(call: ChangeCall, machineId: string, frozen: boolean): Promise<Changed>;
}

type Deps = Pick<JudgedDeps, 'judge' | 'machines' | 'users' | 'platform'>;

export function machineCommands({ machines, users, platform, judge }: Deps): MachineCommands {
  const change = (
    call: ChangeCall,
    machineId: string,
    decide: (state: Machine | undefined) => Change<Machine> | Promise<Change<Machine>>,
  ) =>
    machines.change(machineId, call, async (before) => {
      const made = await decide(before);
      const policy = (await platform.get(PLATFORM_ID, call.deadline))?.state;
      return judge(made, call, policy, { kind: 'machine', before, after: made.state });
    });
  return {
    createMachine: (call, input) =>
      change(call, input.machineId, async (before) => {
        const [owner, namesake] = await Promise.all([
          users.get(input.uid, call.deadline),
          users.get(input.machineId, call.deadline),
        ]);
        if (namesake !== undefined) {
          throw fault('already_exists', { message: 'a user has this id; /read could not tell them apart' });
        }
        return createMachine(before, input, owner?.state);
      }),
    updateMachine: (call, machineId, input) =>
      change(call, machineId, (state) => updateMachine(state, input)),
    freezeMachine: (call, machineId, frozen) =>
      change(call, machineId, (state) => freezeMachine(state, frozen)),
  };
}
