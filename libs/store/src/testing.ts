/** For tests of what is built on a store: a MongoDB-protocol server when there is one, and a database of their own on it. */
export { describeOnMongo } from './mongo/on-server';
export { temporaryDatabase } from './mongo/temporary-database';
export type { TemporaryDatabase } from './mongo/temporary-database';
