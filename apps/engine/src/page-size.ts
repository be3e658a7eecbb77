import { fault } from '@countersign/policy';

const DEFAULT = 100;
const MAX = 1000;

/** Rows of a page; 0 means the default. */
export function pageSize(asked: number): number {
  if (asked > MAX) throw fault('invalid', { details: [`limit: must be at most ${MAX}`] });
  return asked === 0 ? DEFAULT : asked;
}

/** Well under what one message may hold, whatever the rows are. */
const MAX_BYTES = 1024 * 1024;

/** As many of the rows, from the first on, as fit into a message, but at least one. */
export function fitting<T>(rows: readonly T[]): readonly T[] {
  let bytes = 0;
  const end = rows.findIndex((row, i) => {
    bytes += Buffer.byteLength(JSON.stringify(row));
    return i > 0 && bytes > MAX_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

/** Whether rows were read after the last one that is told, or may be there unread. */
export const isLastPage = (told: number, read: number, asked: number): boolean =>
  told === read && read < asked;
