/**
 * A connection with the guarantees every use needs: writes wait for the majority and its journal, reads come from the
 * primary and show what the majority has. Options given here override those in the URL.
 */
import { fault } from '@countersign/policy';
import { createConnection } from 'mongoose';
import type { Connection, ConnectOptions } from 'mongoose';
import { decisionMs, pageMs } from './budget';

const guarantees = {
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  readPreference: 'primary',
  // As single options: of a `readConcern` or `writeConcern` object the driver lets the URL overrule a part.
  readConcernLevel: 'majority',
  w: 'majority',
  journal: true,
  retryWrites: true,
  retryReads: true,
  serverSelectionTimeoutMS: decisionMs,
  connectTimeoutMS: decisionMs,
} satisfies ConnectOptions;

/** For serving: a server that hangs is noticed soon, and what was abandoned does not hold a socket for long. */
export const serving = {
  heartbeatFrequencyMS: 2000,
  socketTimeoutMS: pageMs + 1000,
  waitQueueTimeoutMS: pageMs,
} satisfies ConnectOptions;

/** Throws Fault invalid for a malformed address, unavailable when no server answers. */
export const connect = async (url: string, options: ConnectOptions = {}): Promise<Connection> => {
  // The name in the URL wins; without one the driver would use "test".
  const named = /^mongodb:\/\/[^/]+\/[^?]/.test(url) ? {} : { dbName: 'countersign' };
  const connection = createConnection(url, { ...guarantees, ...options, ...named });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close(true);
    // The driver's words for a malformed address may quote its password: they are not kept.
    if (error instanceof Error && error.name === 'MongoParseError') {
      throw fault('invalid', { message: 'STORE_URL is not a valid mongodb:// address' });
    }
    throw fault('unavailable', { cause: error });
  }
};
