export { checkCanaries } from './canary';
export type { CanaryCheck } from './canary';
export { createCountersigner, saltModes } from './countersign';
export type { Countersigner, SaltMode, SaltSettings } from './countersign';
export { fingerprint, saltFingerprint } from './fingerprint';
export { checkPinned, PinMismatch } from './pin';
export type { PinCheck } from './pin';
