export { createHotWallet } from './wallet';
export type { Endpoint, Exchange, HotWallet, HotWalletOptions, Login, OuterReply, Witness } from './wallet';
export { buildNotification, documentedNotification, notificationKinds } from './notifications';
export type { NotificationInput, NotificationKind, NotificationSubject } from './notifications';
export { TransportError } from './connection';
export { fixturesShape, loadFixtures } from './fixtures';
export type { Fixtures } from './fixtures';
export { runConformance } from './conformance/run';
export type { CheckResult, ConformanceOptions, ConformanceResult } from './conformance/run';
