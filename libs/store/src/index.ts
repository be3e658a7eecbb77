export { genesis, verifyChain } from './chain';
export type { ChainBreak, Head } from './chain';
export type { StoreDeps } from './deps';
export { describeMongoServer } from './mongo/server';
export type { MongoServer } from './mongo/server';
export { openStore } from './open-store';
export { kinds } from './store';
export type {
  CallOptions,
  Cause,
  Commit,
  Json,
  Kind,
  ListQuery,
  NewEvent,
  NewReceipt,
  Receipt,
  Store,
  StoreDescription,
  Stored,
  StoredEvent,
} from './store';
export { verifyHistory } from './verify-history';
