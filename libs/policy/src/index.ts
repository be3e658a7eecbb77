export { AMOUNT_FORM, compareAmounts, isAmount, isZero } from './amount';
export {
  credentialHashes,
  machineVerifyRequest,
  newPassword,
  readRequest,
  userVerifyRequest,
} from './callbacks';
export { canonicalJson } from './canonical-json';
export { changed, unchanged } from './change';
export type { Change, Json, PolicyEvent } from './change';
export { Fault, fault, faultCodes, isFault, isFaultCode, safeMessages } from './faults';
export type { FaultCode, FaultOptions } from './faults';
export { parsed } from './fields';
export type { PermitKind, Role, Status } from './fields';
export { createMachine, freezeMachine, updateMachine } from './machine';
export type { Machine } from './machine';
export { readPayload, receiveNotification } from './notification';
export type { Notification, ReadablePayload } from './notification';
export { PERMIT_LIFETIME_MS, registerPermit } from './permit';
export type { Permit } from './permit';
export { PLATFORM_ID, chainOf, disableChain, enableChain, freezeChain, freezePlatform } from './platform';
export type { Chain, Platform } from './platform';
export { NOWHERE, decideRead, readRules } from './read';
export type { ReadDecision, ReadInput, ReadReply, ReadRule } from './read';
export {
  addDestination,
  createUser,
  destinationOf,
  freezeUser,
  pushBalance,
  revokeDestination,
  setLimit,
  setPassword,
  updateUser,
} from './user';
export type { Balance, Credentials, Destination, User, UserLimit } from './user';
export { decideMachineVerify, decideUserVerify } from './verify';
