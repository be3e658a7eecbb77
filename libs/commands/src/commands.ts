import type { CommandDeps } from './deps';
import { machineCommands, type MachineCommands } from './machines';
import { receiveCommand } from './notifications';
import { permitCommands, type PermitCommands } from './permits';
import { platformCommands, type PlatformCommands } from './platform';
import { policyCommands, type PolicyCommands } from './policies';
import { createJudge, type Judge } from './policy-change';
import { readCommand } from './read';
import { tierCommands, type TierCommands } from './tiers';
import { userCommands, type UserCommands } from './users';

/** Everything that changes state, each as fetch, decide, commit. */
export interface Commands
  extends PlatformCommands, TierCommands, UserCommands, MachineCommands, PermitCommands, PolicyCommands {
  readonly read: ReturnType<typeof readCommand>;
  readonly receive: ReturnType<typeof receiveCommand>;
}

/** `judge` decides what a change of policy needs; only a preview, which commits nothing, has another one. */
export function createCommands(plain: CommandDeps, judge: Judge = createJudge(plain)): Commands {
  const deps = { ...plain, judge };
  return {
    ...platformCommands(deps),
    ...tierCommands(deps),
    ...userCommands(deps),
    ...machineCommands(deps),
    ...permitCommands(deps),
    ...policyCommands(deps),
    read: readCommand(deps),
    receive: receiveCommand(deps),
  };
}
