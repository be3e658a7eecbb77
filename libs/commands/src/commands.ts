import type { CommandDeps } from './deps';
import { machineCommands, type MachineCommands } from './machines';
import { receiveCommand } from './notifications';
import { permitCommands, type PermitCommands } from './permits';
import { platformCommands, type PlatformCommands } from './platform';
import { readCommand } from './read';
import { tierCommands, type TierCommands } from './tiers';
import { userCommands, type UserCommands } from './users';

/** Everything that changes state, each as fetch, decide, commit. */
export interface Commands
  extends PlatformCommands, TierCommands, UserCommands, MachineCommands, PermitCommands {
  readonly read: ReturnType<typeof readCommand>;
  readonly receive: ReturnType<typeof receiveCommand>;
}

export const createCommands = (deps: CommandDeps): Commands => ({
  ...platformCommands(deps),
  ...tierCommands(deps),
  ...userCommands(deps),
  ...machineCommands(deps),
  ...permitCommands(deps),
  read: readCommand(deps),
  receive: receiveCommand(deps),
});
