import type { AdminHandlers, CallbackHandlers } from '@countersign/rpc';
import type { EngineDeps } from './deps';
import { addDestination } from './rpc/add-destination';
import { createMachine } from './rpc/create-machine';
import { createUser } from './rpc/create-user';
import { disableChain } from './rpc/disable-chain';
import { enableChain } from './rpc/enable-chain';
import { getUser } from './rpc/get-user';
import { listEvents } from './rpc/list-events';
import { listUsers } from './rpc/list-users';
import { machineVerify } from './rpc/machine-verify';
import { pushBalance } from './rpc/push-balance';
import { read } from './rpc/read';
import { registerPermit } from './rpc/register-permit';
import { revokeDestination } from './rpc/revoke-destination';
import { setCredentials } from './rpc/set-credentials';
import { setFreeze } from './rpc/set-freeze';
import { setLimit } from './rpc/set-limit';
import { update } from './rpc/update';
import { updateMachine } from './rpc/update-machine';
import { updateUser } from './rpc/update-user';
import { userVerify } from './rpc/user-verify';

export const callbackHandlers = (deps: EngineDeps): CallbackHandlers => ({
  userVerify: userVerify(deps),
  machineVerify: machineVerify(deps),
  read: read(deps),
  update: update(deps),
});

export const adminHandlers = (deps: EngineDeps): AdminHandlers => ({
  enableChain: enableChain(deps),
  disableChain: disableChain(deps),
  createUser: createUser(deps),
  updateUser: updateUser(deps),
  setCredentials: setCredentials(deps),
  setLimit: setLimit(deps),
  addDestination: addDestination(deps),
  revokeDestination: revokeDestination(deps),
  pushBalance: pushBalance(deps),
  createMachine: createMachine(deps),
  updateMachine: updateMachine(deps),
  registerPermit: registerPermit(deps),
  setFreeze: setFreeze(deps),
  getUser: getUser(deps),
  listUsers: listUsers(deps),
  listEvents: listEvents(deps),
});
