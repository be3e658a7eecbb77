/**
 * Which SQLite errors mean "the database cannot do it now" and which are bugs of ours. Trouble becomes Fault
 * `unavailable`; after some kinds the connection itself is not to be trusted and must be opened anew.
 */
import { fault, isFault } from '@countersign/policy';

/** Primary result codes, sqlite.org/rescode.html. */
const trouble: Readonly<Record<number, string>> = {
  5: 'busy',
  6: 'locked',
  8: 'read-only',
  10: 'input/output error',
  11: 'corrupt',
  13: 'full',
  14: 'cannot open',
  26: 'not a database',
};
// Busy and locked, because the statement that met the lock stays active (see Connection.transaction).
const connectionSpoilt = new Set([5, 6, 8, 10, 11, 14, 26]);

const primaryCode = (error: unknown): number | undefined => {
  if (typeof error !== 'object' || error === null || !('rawCode' in error)) return undefined;
  return typeof error.rawCode === 'number' ? error.rawCode & 0xff : undefined;
};

export const isTrouble = (error: unknown): boolean => {
  const code = primaryCode(error);
  return code !== undefined && code in trouble;
};

export const spoilsConnection = (error: unknown): boolean => {
  const code = primaryCode(error);
  return code !== undefined && connectionSpoilt.has(code);
};

export const isLocked = (error: unknown): boolean => primaryCode(error) === 5 || primaryCode(error) === 6;

export const isNotDatabase = (error: unknown): boolean => primaryCode(error) === 26;

/** What callers see: faults and bugs as they are, trouble as `unavailable`. */
export const asFault = (error: unknown): unknown => {
  if (isFault(error) || !isTrouble(error)) return error;
  return fault('unavailable', { cause: error });
};
