import { fault } from '@countersign/policy';

const DEFAULT = 100;
const MAX = 1000;

/** Rows of a page; 0 means the default. */
export function pageSize(asked: number): number {
  if (asked > MAX) throw fault('invalid', { details: [`limit: must be at most ${MAX}`] });
  return asked === 0 ? DEFAULT : asked;
}
