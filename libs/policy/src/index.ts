export { Fault, fault, faultCodes, isFault, isFaultCode, safeMessages } from './faults';
export type { FaultCode, FaultOptions } from './faults';
