/** Receipts in memory. Each put looks at two others, in turn, and drops those whose time is over. */
import type { NewReceipt, Receipt } from '../store';
import type { MemoryDisk } from './disk';

const lookedAt = 2;

export const getReceipt = ({ receipts }: MemoryDisk, name: string, now: number): Receipt | undefined => {
  const found = receipts.get(name);
  return found === undefined || found.until <= now
    ? undefined
    : { value: found.value, version: found.version };
};

const dropExpired = ({ receipts }: MemoryDisk, now: number): void => {
  for (let looked = 0; looked < lookedAt; looked += 1) {
    const first = receipts.entries().next();
    if (first.done === true) return;
    const [name, receipt] = first.value;
    receipts.delete(name);
    if (receipt.until > now) receipts.set(name, receipt); // behind all others
  }
};

export const putReceipt = (disk: MemoryDisk, receipt: NewReceipt, now: number): boolean => {
  const { name, value, until, expectedVersion } = receipt;
  if ((getReceipt(disk, name, now)?.version ?? 0) !== expectedVersion) return false;
  dropExpired(disk, now);
  disk.receipts.set(name, { value, until, version: expectedVersion + 1 });
  return true;
};
