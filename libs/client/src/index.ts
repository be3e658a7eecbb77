export { createCountersign, followEvents } from './countersign';
export type { Countersign, CountersignOptions, FollowEventsOptions } from './countersign';
export { CountersignError, faultCodes } from './fault';
export type { FaultCode } from './fault';
export type { FollowOptions } from './follow';
export type { AppRouter } from './gen/router';
export type { Token } from './links';
export type { Retry } from './retry';
export type { Change, Decision, Event, EventKind, Inputs, LimitInput, Outputs, User } from './types';
