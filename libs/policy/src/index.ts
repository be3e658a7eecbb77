export { addressFamilies, addressMistake, familyOf, looksLike } from './address';
export type { AddressFamily } from './address';
export { AMOUNT_FORM, compareAmounts, isAmount, isZero } from './amount';
export { pushBalance } from './balance';
export type { Balance } from './balance';
export { basisOf } from './basis';
export { calendarUnits, createCalendar, isZone, periodOf } from './calendar';
export type { CalendarUnit, CalendarWindow, Period } from './calendar';
export {
  credentialHashes,
  machineVerifyRequest,
  newPassword,
  readRequest,
  userVerifyRequest,
} from './callbacks';
export { canonicalJson } from './canonical-json';
export { unchanged } from './change';
export type { Change, PolicyEvent } from './change';
export type { Binding, Budget, Decision } from './decision';
export {
  addDestination,
  destinationOf,
  isUsable,
  rearmed,
  revokeDestination,
  waiveCoolingOff,
} from './destination';
export type { Destination, Layers } from './destination';
export { couldLeave } from './blast-radius';
export { HORIZONS, createRadius, limitDifferences, nobodyIn, otherDifferences } from './effect';
export type { BlastRadius, Effect, LimitDifference, Radius, Sides } from './effect';
export { effectiveLimits } from './effective';
export type { EffectiveLimit, LayerName, LayerValue, World } from './effective';
export { Fault, fault, faultCodes, isFault, isFaultCode, safeMessages } from './faults';
export type { FaultCode, FaultOptions } from './faults';
export {
  address,
  amount,
  chainId,
  duration,
  label,
  machineId,
  parsed,
  permitKind,
  role,
  sha256Hex,
  status,
  tag,
  tierId,
  uid,
} from './fields';
export type { PermitKind, Role, Status } from './fields';
export { CHECKPOINT_ID, makeCheckpoint } from './checkpoint';
export type { Checkpoint, CheckpointData } from './checkpoint';
export { headroomOf, settlementContext } from './headroom';
export type { Asked, Headroom } from './headroom';
export { RETENTION_MS, recorded, settledEver, settledSince } from './history';
export type { History, Point } from './history';
export { SLIDING_MS, checkedLimits, limit, limitKey } from './limit';
export type { ChainLimits, Limit } from './limit';
export { isAnother, loosenings, refuseUnapproved } from './loosening';
export type { Approval, Asking, PolicyChange } from './loosening';
export { createMachine, freezeMachine, updateMachine } from './machine';
export type { Machine } from './machine';
export {
  applyNotification,
  matchNotification,
  notificationOutcomes,
  readPayload,
  receiveNotification,
} from './notification';
export type { Classified, Notification, NotificationOutcome, ReadablePayload } from './notification';
export {
  PERMIT_LIFETIME_MS,
  permitOf,
  refuseUnlessSuspect,
  registerPermit,
  releasePermit,
  settlePermit,
  statusOf,
  suspectHolds,
} from './permit';
export type { EndedPermit, Hold, Permit, PermitStatus, SettlementContext } from './permit';
export { NOWHERE } from './place';
export type { Place } from './place';
export {
  DEFAULT_SETTINGS,
  PLATFORM_ID,
  chainOf,
  changeSettings,
  completed,
  disableChain,
  enableChain,
  freezeChain,
  freezePlatform,
} from './platform';
export type { Chain, Platform, Settings } from './platform';
export { differencesInTurns, policyDifferences } from './policy-difference';
export type { PolicyDifference } from './policy-difference';
export { NO_PLATFORM, documentOf, policyText, refuseUnnamedTiers } from './policy-document';
export type { ChainDocument, InForce, PolicyDocument, TierDocument } from './policy-document';
export { firstOf } from './policy-mistakes';
export { parsePolicyDocument, parsePolicyInTurns } from './policy-parse';
export { applied, planInTurns, planPolicy } from './policy-plan';
export type { PolicyPlan, PolicyStep } from './policy-plan';
export { atOnce } from './policy-turns';
export type { Turns } from './policy-turns';
export {
  PUBLICATION_ID,
  draftVersion,
  endPublication,
  existingVersion,
  policyVersionId,
  policyVersionOf,
  policyVersionStatus,
  startPublication,
  versionPublished,
} from './policy-version';
export type { PolicyVersion, PolicyVersionStatus, Publication } from './policy-version';
export {
  OUTDATED,
  approveChange,
  beginChange,
  changeStatus,
  changeStatuses,
  completeChange,
  expireChange,
  isReady,
  proposeChange,
  rejectChange,
} from './proposed-change';
export type { ChangeStatus, Ending, Proposal, ProposedChange, Subject, Word } from './proposed-change';
export { decideRead } from './read';
export type { ReadDecision, ReadInput, ReadReply } from './read';
export { readRules } from './read-rules';
export type { ReadRule } from './read-rules';
export { backtest, decideAgain, evolve, isDecision, replayable } from './replay';
export type { AggregateKind, Backtest, Difference, Draft, States, Surroundings } from './replay';
export { notReplayed, replayUnderDraft } from './replay-under-draft';
export type { ReplayPeriod } from './replay-under-draft';
export { sentenceOf } from './sentence';
export { changeTier, createTier, freezeTier, setTierLimits } from './tier';
export type { Tier } from './tier';
export { NO_UPDATE_RULES, classifyUpdate, parseUpdateRules } from './update-rules';
export type { Classification, UpdateAction, UpdateRules } from './update-rules';
export { usageOf } from './usage';
export type { DestinationUsage, Usage } from './usage';
export {
  KEPT_ENDED_PERMITS,
  changeCredentials,
  createUser,
  freezeUser,
  overrideLimit,
  removeOverride,
  setUserLimits,
  updateUser,
  withCredentials,
  withoutCredentials,
} from './user';
export type { Credentials, Override, User } from './user';
export { decideMachineVerify, decideUserVerify } from './verify';
