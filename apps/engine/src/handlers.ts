import type { AdminHandlers, CallbackHandlers } from '@countersign/rpc';
import type { EngineDeps } from './deps';
import { exactlyOnce } from './once';
import { addDestination } from './rpc/add-destination';
import { approveChange } from './rpc/approve-change';
import { backtestPolicy } from './rpc/backtest-policy';
import { changeSettings } from './rpc/change-settings';
import { changeTier } from './rpc/change-tier';
import { createMachine } from './rpc/create-machine';
import { createTier } from './rpc/create-tier';
import { createUser } from './rpc/create-user';
import { disableChain } from './rpc/disable-chain';
import { draftPolicy } from './rpc/draft-policy';
import { enableChain } from './rpc/enable-chain';
import { getAuditKey } from './rpc/get-audit-key';
import { getChange } from './rpc/get-change';
import { getCursor } from './rpc/get-cursor';
import { getDecision } from './rpc/get-decision';
import { getEffectiveLimits } from './rpc/get-effective-limits';
import { getMachine } from './rpc/get-machine';
import { getPermit } from './rpc/get-permit';
import { getPlatform } from './rpc/get-platform';
import { getPolicy } from './rpc/get-policy';
import { getTier } from './rpc/get-tier';
import { getUser } from './rpc/get-user';
import { listChanges } from './rpc/list-changes';
import { listDecisions } from './rpc/list-decisions';
import { listDestinations } from './rpc/list-destinations';
import { listEvents } from './rpc/list-events';
import { listFreezes } from './rpc/list-freezes';
import { listMachines } from './rpc/list-machines';
import { listNotifications } from './rpc/list-notifications';
import { listPermits } from './rpc/list-permits';
import { listPolicies } from './rpc/list-policies';
import { listTiers } from './rpc/list-tiers';
import { listUsers } from './rpc/list-users';
import { machineVerify } from './rpc/machine-verify';
import { makeCheckpoint } from './rpc/make-checkpoint';
import { moveCursor } from './rpc/move-cursor';
import { overrideLimit } from './rpc/override-limit';
import { proposeChange } from './rpc/propose-change';
import { publishPolicy } from './rpc/publish-policy';
import { pushBalance } from './rpc/push-balance';
import { read } from './rpc/read';
import { reconcilePermit } from './rpc/reconcile-permit';
import { registerPermit } from './rpc/register-permit';
import { rejectChange } from './rpc/reject-change';
import { releasePermit } from './rpc/release-permit';
import { removeOverride } from './rpc/remove-override';
import { revokeDestination } from './rpc/revoke-destination';
import { setCredentials } from './rpc/set-credentials';
import { setFreeze } from './rpc/set-freeze';
import { setTierLimits } from './rpc/set-tier-limits';
import { setUserLimits } from './rpc/set-user-limits';
import { settlePermit } from './rpc/settle-permit';
import { spendToken } from './rpc/spend-token';
import { update } from './rpc/update';
import { updateMachine } from './rpc/update-machine';
import { updateUser } from './rpc/update-user';
import { userVerify } from './rpc/user-verify';
import { validatePolicy } from './rpc/validate-policy';
import { verifyEvents } from './rpc/verify-events';
import { waiveCoolingOff } from './rpc/waive-cooling-off';

export const callbackHandlers = (deps: EngineDeps): CallbackHandlers => ({
  userVerify: userVerify(deps),
  machineVerify: machineVerify(deps),
  read: read(deps),
  update: update(deps),
});

const everyAdminHandler = (deps: EngineDeps): AdminHandlers => ({
  enableChain: enableChain(deps),
  disableChain: disableChain(deps),
  changeSettings: changeSettings(deps),
  getPlatform: getPlatform(deps),
  createTier: createTier(deps),
  changeTier: changeTier(deps),
  setTierLimits: setTierLimits(deps),
  getTier: getTier(deps),
  listTiers: listTiers(deps),
  createUser: createUser(deps),
  updateUser: updateUser(deps),
  setCredentials: setCredentials(deps),
  setUserLimits: setUserLimits(deps),
  overrideLimit: overrideLimit(deps),
  removeOverride: removeOverride(deps),
  addDestination: addDestination(deps),
  revokeDestination: revokeDestination(deps),
  waiveCoolingOff: waiveCoolingOff(deps),
  pushBalance: pushBalance(deps),
  getUser: getUser(deps),
  listUsers: listUsers(deps),
  getEffectiveLimits: getEffectiveLimits(deps),
  createMachine: createMachine(deps),
  updateMachine: updateMachine(deps),
  registerPermit: registerPermit(deps),
  settlePermit: settlePermit(deps),
  releasePermit: releasePermit(deps),
  reconcilePermit: reconcilePermit(deps),
  getPermit: getPermit(deps),
  setFreeze: setFreeze(deps),
  getDecision: getDecision(deps),
  listDecisions: listDecisions(deps),
  listNotifications: listNotifications(deps),
  listEvents: listEvents(deps),
  listDestinations: listDestinations(deps),
  getMachine: getMachine(deps),
  listMachines: listMachines(deps),
  listPermits: listPermits(deps),
  listFreezes: listFreezes(deps),
  proposeChange: proposeChange(deps),
  approveChange: approveChange(deps),
  rejectChange: rejectChange(deps),
  getChange: getChange(deps),
  listChanges: listChanges(deps),
  draftPolicy: draftPolicy(deps),
  validatePolicy: validatePolicy(deps),
  backtestPolicy: backtestPolicy(deps),
  publishPolicy: publishPolicy(deps),
  getPolicy: getPolicy(deps),
  listPolicies: listPolicies(deps),
  verifyEvents: verifyEvents(deps),
  makeCheckpoint: makeCheckpoint(deps),
  getAuditKey: getAuditKey(deps),
  getCursor: getCursor(deps),
  moveCursor: moveCursor(deps),
  spendToken: spendToken(deps),
});

export const adminHandlers = (deps: EngineDeps): AdminHandlers =>
  exactlyOnce(everyAdminHandler(deps), deps.hashed);
