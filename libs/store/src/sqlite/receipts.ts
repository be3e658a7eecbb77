/** Receipts in SQLite: one row each. A put removes a few whose time is over, so they never pile up. */
import { isStorable } from '../commit-check';
import type { NewReceipt, Receipt } from '../store';
import type { Connection } from './connection';

const removedAtOnce = 8;

export const getReceipt = (connection: Connection, name: string, now: number): Receipt | undefined => {
  if (!isStorable(name)) return undefined;
  const sql = 'SELECT value, version FROM receipts WHERE name = ? AND until > ?';
  const row = connection.row<Receipt>(sql, name, now);
  return row && { value: row.value, version: row.version };
};

/** Inside a transaction that the caller has begun. */
export const putReceipt = (connection: Connection, receipt: NewReceipt, now: number): boolean => {
  const { name, value, until, expectedVersion } = receipt;
  connection.run(
    'DELETE FROM receipts WHERE name IN (SELECT name FROM receipts WHERE until <= ? ORDER BY until LIMIT ?)',
    now,
    removedAtOnce,
  );
  if ((getReceipt(connection, name, now)?.version ?? 0) !== expectedVersion) return false;
  connection.run(
    `INSERT INTO receipts (name, value, version, until) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, version = excluded.version, until = excluded.until`,
    name,
    value,
    expectedVersion + 1,
    until,
  );
  return true;
};
