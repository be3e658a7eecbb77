/**
 * For tests and simulations of what is built on a store: a store in memory, which loses everything with the process;
 * and a MongoDB-protocol server when there is one, with a database of their own on it.
 */
export { createMemoryDisk } from './memory/disk';
export type { MemoryDisk } from './memory/disk';
export { openMemoryStore } from './memory/memory-store';
export type { MemoryStoreExtras } from './memory/memory-store';
export { memorySteps, receiptSteps } from './memory/steps';
export type { MemoryStep, OnMemoryStep } from './memory/steps';
export { describeOnMongo } from './mongo/on-server';
export { temporaryDatabase } from './mongo/temporary-database';
export type { TemporaryDatabase } from './mongo/temporary-database';
